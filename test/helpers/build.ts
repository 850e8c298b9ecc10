import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Some stories run the built command. It is built once, before the first of them, so that no two build at the same time. */
export default function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, '..', '..', 'scripts', 'run.mjs'), '--version'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
