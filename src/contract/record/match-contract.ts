import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from '../../sandbox/make-folder.ts'
import type { Recording } from './record-pact.ts'
import { writeRecording } from './write-recording.ts'

/** When a contract that differs from the recording is written: `all` always, `new` only when there is no file, `none` never. */
export type Update = 'all' | 'new' | 'none'

/** A pact's interactions by description, as text. */
type Interactions = ReadonlyMap<string, string>

/**
 * Compares a recording with the contract in a file (pact and states), and writes the file where the mode says so.
 * @returns the differences, one per line; empty when they agree or the file was written
 */
export function matchContract(file: string, recording: Recording, update: Update): readonly string[] {
  if (recording.interactions === 0) return ['nothing was recorded: no call of the vendor was made in this world']
  const files = writeRecording(file, recording)
  const changed = files.filter(([name, text]) => !existsSync(name) || readFileSync(name, 'utf8') !== text)
  if (changed.length === 0) return []
  if (update === 'all' || (update === 'new' && !existsSync(file))) {
    makeFolder(dirname(file))
    for (const [name, text] of files) writeFileSync(name, text)
    return []
  }
  if (!existsSync(file)) return [`there is no ${file} yet, and it is not written where CI is set: run vitest -u on your machine`]
  const differences = compare(interactionsIn(readFileSync(file, 'utf8')), interactionsIn(JSON.stringify(recording.pact)))
  return differences.length > 0 ? differences : [`${changed.map(([name]) => name).join(' and ')}: states or metadata differ`]
}

function interactionsIn(text: string): Interactions {
  try {
    const { interactions } = JSON.parse(text) as { interactions: readonly { description: string }[] }
    return new Map(interactions.map((one) => [one.description, JSON.stringify(one)]))
  } catch {
    return new Map()
  }
}

function compare(contract: Interactions, recorded: Interactions): string[] {
  return [
    ...[...recorded.keys()]
      .filter((name) => !contract.has(name))
      .map((name) => `+ ${name}: the app does it, but it is not in the contract`),
    ...[...contract.keys()].filter((name) => !recorded.has(name)).map((name) => `- ${name}: in the contract, but the app did not do it`),
    ...[...recorded]
      .filter(([name, text]) => contract.has(name) && contract.get(name) !== text)
      .map(([name]) => `~ ${name}: the request or the answer differs`),
  ]
}
