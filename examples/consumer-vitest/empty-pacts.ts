import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** Pact adds to the files it finds, so what no test says any more would stay in them. */
export default function setup(): void {
  rmSync(join(import.meta.dirname, 'pacts'), { recursive: true, force: true })
}
