import { closeSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { SpecFault } from '../spec/document/fault.ts'

/** Appends lines to a run file. */
export interface RunWriter {
  /** When this returns, the operating system has the line: a killed process loses at most a line that was being written. */
  write(line: object): void
  close(): void
}

/**
 * Opens a new run file.
 * @param failed called once when the file cannot be written any more; the recording ends, the sandbox continues
 * @throws SpecFault when the file exists already, or cannot be created
 */
export function createRunWriter(file: string, failed: (error: unknown) => void): RunWriter {
  let open: number | undefined = create(file)
  const close = () => {
    if (open !== undefined) closeSync(open)
    open = undefined
  }
  return {
    write(line) {
      if (open === undefined) return
      try {
        const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
        for (let at = 0; at < bytes.length; ) at += writeSync(open, bytes, at)
      } catch (error) {
        close()
        failed(new SpecFault(`${file} cannot be written any more (${(error as Error).message}). The recording ends here.`))
      }
    },
    close,
  }
}

function create(file: string): number {
  try {
    mkdirSync(dirname(file), { recursive: true })
    // An empty file was left behind by a start that failed. It may be overwritten.
    const taken = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0
    if (!taken) return openSync(file, 'w', 0o600)
  } catch (error) {
    throw new SpecFault(`${file} cannot be written: ${(error as Error).message}.`)
  }
  throw new SpecFault(`${file} is there already. Record into a new file, or delete this one.`)
}
