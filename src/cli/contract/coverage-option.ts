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
    description: 'Write coverage to this file at the end; KOOSANDBOX_COVERAGE names a folder for it',
  },
} as const satisfies ArgsDef

/** The option's value for a sandbox. Refuses a file that cannot be written, before anything runs. */
export function coverageOf({ coverage }: { readonly coverage?: string | undefined }): { readonly coverage?: string } {
  if (coverage === undefined) return {}
  if (coverage === '') throw misused('--coverage needs a file name.')
  const path = resolve(coverage)
  if (existsSync(path) && statSync(path).isDirectory())
    throw misused(`--coverage ${coverage} is a folder. Name a file, or set KOOSANDBOX_COVERAGE to the folder.`)
  try {
    makeFolder(dirname(path))
    accessSync(dirname(path), constants.W_OK)
  } catch (error) {
    throw misused(`--coverage ${coverage} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
  return { coverage }
}
