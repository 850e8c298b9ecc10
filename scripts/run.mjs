/** Builds `dist/` when a source is newer than it, then runs the command line with the given arguments. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { refusal } from './node-version.mjs'

if (refusal !== undefined) {
  console.error(refusal)
  process.exit(2)
}

const project = join(import.meta.dirname, '..')
const stamp = join(project, 'dist', '.built')
const built = existsSync(stamp) ? statSync(stamp).mtimeMs : 0

const newest = (path) => {
  const about = statSync(path)
  if (!about.isDirectory()) return about.mtimeMs
  return Math.max(about.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

if (
  [
    'src',
    'specs',
    'fixtures/worlds',
    'package.json',
    'scripts/build.ts',
    'scripts/build-console.ts',
    'scripts/entries.ts',
    'scripts/node-version.mjs',
  ].some((path) => newest(join(project, path)) > built)
) {
  console.error('Building koogallery-sandbox …')
  const tsx = join(project, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  if (!existsSync(tsx)) {
    console.error('The development dependencies are not installed. Run `npm ci` first.')
    process.exit(2)
  }
  const { status } = spawnSync(process.execPath, [tsx, join(project, 'scripts', 'build.ts'), '--quick'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) process.exit(status ?? 1)
}
process.argv.splice(1, 1, join(project, 'dist', 'cli.js'))
await import('../dist/cli.js')
