/**
 * A newcomer with a stop-watch: installs the package into an empty folder, starts the sandbox, and follows the first tutorial to a seller that
 * is examined and green. Prints how long each step took; npm's own download is shown and not counted. Exit code 1 when a command fails, or
 * when the commands take more than a minute.
 *   npm run first-success               packs, installs, follows the tutorial to the end of "Find the mistakes"
 *   npm run first-success -- --short    takes `dist/` as it is, and stops after the first calls
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Seconds that all commands of the newcomer may take. */
const LIMIT = Number(process.env.FIRST_SUCCESS_LIMIT ?? 60)

const project = join(import.meta.dirname, '..')
const short = process.argv.includes('--short')
const place = mkdtempSync(join(tmpdir(), 'koosandbox-first-'))
const folder = join(place, 'app')
const steps = []

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

function step(name, counts, command, ...words) {
  const began = performance.now()
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: folder, env, encoding: 'utf8' })
  steps.push({ name, seconds: (performance.now() - began) / 1000, counts })
  if (status !== 0) throw new Error(`${name}: exit code ${status}\n${stdout}${stderr}`)
  return stdout
}

const [port, sellerPort] = await Promise.all([freePort(), freePort()])
const env = {
  ...process.env,
  KOOSANDBOX_URL: `http://127.0.0.1:${port}`,
  KOOSANDBOX_RUNTIME_DIR: join(place, 'runtime'),
  KOOSANDBOX_LANG: 'en',
}
let failed = false
try {
  mkdirSync(folder)
  step('npm init', true, 'npm', 'init', '-y')
  if (short) {
    mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true })
    symlinkSync(project, join(folder, 'node_modules', 'koogallery-sandbox'))
    symlinkSync(join(project, 'dist', 'cli.js'), join(folder, 'node_modules', '.bin', 'koosandbox'))
  } else {
    step('npm pack (by us, before)', false, 'npm', 'pack', project, '--pack-destination', place)
    const tarball = readdirSync(place).find((name) => name.endsWith('.tgz'))
    step('npm install --save-dev', false, 'npm', 'install', '--save-dev', '--no-audit', '--no-fund', join(place, tarball))
  }
  step('koosandbox serve', true, 'npx', 'koosandbox', 'serve', '--detach', '--port', String(port))
  const chapters = readFileSync(join(project, 'docs', 'en', 'tutorials', 'app.md'), 'utf8').split(/^## /m)
  const followed = chapters.slice(1, short ? 3 : 5)
  // One shell for all of it, as the newcomer has one terminal: later blocks use the variables of earlier ones.
  const blocks = followed.flatMap((chapter) => {
    const title = chapter.slice(0, chapter.indexOf('\n'))
    return [...chapter.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code]) => ({
      title,
      code: code.replaceAll('18082', String(sellerPort)),
    }))
  })
  const script = blocks.map(({ title, code }) => `set -e\n${code}set +e\nprintf "\\n@@ %s %s\\n" "$(date +%s%N)" "${title}"`)
  const out = step(
    'the tutorial',
    false,
    'bash',
    '-c',
    `echo "@@ $(date +%s%N) "\n${script.join('\n')}\nkill $seller $listen 2>/dev/null; true`,
  )
  steps.pop()
  const stamps = [...out.matchAll(/^@@ (\d+) (.*)$/gm)].map(([, at, title]) => ({ at: Number(BigInt(at) / 1_000_000n) / 1000, title }))
  for (const title of new Set(blocks.map((block) => block.title))) {
    const last = stamps.findLastIndex((one) => one.title === title)
    const first = stamps.findIndex((one) => one.title === title)
    steps.push({ name: `tutorial: ${title}`, seconds: stamps[last].at - stamps[first - 1].at, counts: true })
  }
  if (!/"total_count":1/.test(out)) throw new Error(`The bought order was not listed:\n${out}`)
  if (!short && !/\b0 failed/.test(out)) throw new Error(`The seller is not green:\n${out.slice(-2000)}`)
} catch (error) {
  failed = true
  console.error(error.message)
} finally {
  spawnSync('npx', ['koosandbox', 'stop', '--all', '--force'], { cwd: folder, env })
  rmSync(place, { recursive: true, force: true })
}
for (const { name, seconds, counts } of steps) console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}${counts ? '' : '  (not counted)'}`)
const total = steps.filter(({ counts }) => counts).reduce((sum, { seconds }) => sum + seconds, 0)
console.log(`${total.toFixed(1).padStart(6)} s  in all, of at most ${LIMIT} s`)
process.exit(failed || total > LIMIT ? 1 : 0)
