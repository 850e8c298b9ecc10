import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { ArgsDef } from 'citty'
import { makeFolder } from '../../index.ts'
import { misused } from '../terminal/exit-codes.ts'

/** For commands that run a sandbox. */
export const coverageArgument = {
  coverage: {
    type: 'string',
    valueHint: 'file',
    description: 'Write there what was exercised, at the end; KOOSANDBOX_COVERAGE names a folder for it',
  },
} as const satisfies ArgsDef

/** The option as a sandbox takes it. Refuses, before anything runs, a file that could not be written in the end. */
export function coverageOf({ coverage }: { readonly coverage?: string | undefined }): { readonly coverage?: string } {
  if (coverage === undefined) return {}
  if (coverage === '') throw misused('--coverage needs the name of a file.')
  const path = resolve(coverage)
  if (existsSync(path) && statSync(path).isDirectory())
    throw misused(`--coverage ${coverage} is a folder; name a file. KOOSANDBOX_COVERAGE takes a folder.`)
  try {
    makeFolder(dirname(path))
    accessSync(dirname(path), constants.W_OK)
  } catch (error) {
    throw misused(`--coverage ${coverage} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
  return { coverage }
}
