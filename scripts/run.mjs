/** Builds `dist/` when a source is newer than it, then runs the command line with the given arguments. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { refusal } from './node-version.mjs'

if (refusal !== undefined) {
  console.error(refusal)
  process.exit(2)
}

// npm keeps options for itself unless `--` comes first: `npm start --port 4330` would serve at 4100.
const kept = ['port', 'host', 'clock', 'auth', 'world', 'state', 'config', 'spec', 'tls', 'quiet', 'detach', 'record'].filter(
  (name) => process.env[`npm_config_${name}`] !== undefined && process.env.npm_lifecycle_event === 'start',
)
if (kept.length > 0) {
  const given = kept.map((name) => `--${name}`).join(' and ')
  console.error(`npm kept ${given} for itself. Write -- before the options of the sandbox: npm start -- --port 4330`)
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

const stale = [
  'src',
  'specs',
  'fixtures/worlds',
  'package.json',
  ...['build.ts', 'build-console.ts', 'compile-serve.mjs', 'direct-imports.ts', 'entries.ts', 'late-packages.ts', 'load-compiled.cjs'].map(
    (name) => join('scripts', name),
  ),
  ...['node-version.mjs', 'serve-alone.ts'].map((name) => join('scripts', name)),
].some((path) => newest(join(project, path)) > built)

/** Whether `serve` would find its port taken. What is built already says who holds it, so nothing is built for that. */
async function taken() {
  const [command, ...words] = process.argv.slice(2)
  const text = words.join(' ')
  const port = Number(/--port[ =](\d+)/.exec(text)?.[1] ?? 4100)
  if (built === 0 || command !== 'serve' || port === 0 || port > 65_535 || text.includes('--host')) return false
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', ({ code }) => resolve(code === 'EADDRINUSE'))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(false)))
  })
}

if (stale && !(await taken())) {
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
