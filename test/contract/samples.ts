import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Loose } from './interactions.ts'

const folder = join(import.meta.dirname, '..', '..', 'contracts')

/** The sample pacts of callers in `contracts/`; those for sellers are another matter. */
export const SAMPLES = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.startsWith('koogallery-seller'))
  .map((name) => join(folder, name))

export const STATES = join(folder, 'states.yaml')

/** A sample as JSON, made anew each time. */
export const sample = (file: string): Loose => JSON.parse(readFileSync(file, 'utf8'))

/** The states of an interaction, whatever its version. */
export const statesOf = (interaction: Loose): { name: string; params?: Loose }[] =>
  interaction.providerStates ?? (interaction.providerState === undefined ? [] : [{ name: interaction.providerState }])
