/**
 * A newcomer with a stop-watch: installs the package into an empty folder, starts the sandbox, and follows the first tutorial to a seller that
 * is examined and green. Prints how long each step took; npm's own download is shown and not counted. Exit code 1 when a command fails, or
 * when the commands take more than a minute.
 *   npm run first-success               packs, installs, follows the tutorial to the end of "Find the mistakes"
 *   npm run first-success -- --built    packs `dist/` as it is, without building it again
 *   npm run first-success -- --short    takes `dist/` as it is, and stops after the first calls
 *   npm run first-success -- --clone    clones this repository, runs `npm ci`, starts the sandbox and makes the README's first call
 *
 * Seconds depend on what else the machine does: where the system says it, the processor time of each step stands beside them.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Seconds that all commands of the newcomer may take. */
const LIMIT = Number(process.env.FIRST_SUCCESS_LIMIT ?? 60)

const project = join(import.meta.dirname, '..')
const short = process.argv.includes('--short')
const clone = process.argv.includes('--clone')
const built = process.argv.includes('--built')
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

/** Seconds of processor time of all commands that have ended; undefined where the system does not say it. */
function processorTime() {
  if (!existsSync('/proc/self/stat')) return undefined
  // cutime and cstime are the 14th and 15th after the name of the program, in hundredths of a second.
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

/** Runs a command as the newcomer does. Its time counts unless npm downloads, or it is not theirs. */
function step(name, counts, command, ...words) {
  const [began, had] = [performance.now(), processorTime()]
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: folder, env, encoding: 'utf8' })
  const processor = had === undefined ? undefined : processorTime() - had
  steps.push({ name, seconds: (performance.now() - began) / 1000, processor, counts })
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

/** The shell blocks of some chapters of a page, each in the chapter that it belongs to. */
const blocksOf = (chapters) =>
  chapters.flatMap((chapter) => {
    const title = chapter.slice(0, chapter.indexOf('\n'))
    return [...chapter.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, code]) => ({
      title,
      code: code.replaceAll('18082', String(sellerPort)),
    }))
  })

/** Runs blocks in one shell, as the newcomer has one terminal: later blocks use the variables of earlier ones. One step for each chapter. */
function follow(page, chapters) {
  const blocks = blocksOf(chapters)
  const script = blocks.map(({ title, code }) => `set -e\n${code}set +e\nprintf "\\n@@ %s %s\\n" "$(date +%s%N)" "${title}"`)
  const end = 'kill $seller $listen 2>/dev/null; true'
  const out = step(page, false, 'bash', '-c', `echo "@@ $(date +%s%N) "\n${script.join('\n')}\n${end}`)
  const { processor } = steps.pop()
  const stamps = [...out.matchAll(/^@@ (\d+) (.*)$/gm)].map(([, at, title]) => ({ at: Number(BigInt(at) / 1_000_000n) / 1000, title }))
  const titles = [...new Set(blocks.map((block) => block.title))]
  for (const title of titles) {
    const last = stamps.findLastIndex((one) => one.title === title)
    const first = stamps.findIndex((one) => one.title === title)
    // What the shell used is known when it has ended.
    const used = title === titles.at(-1) ? processor : undefined
    steps.push({ name: `${page}: ${title}`, seconds: stamps[last].at - stamps[first - 1].at, processor: used, counts: true })
  }
  return out
}

const chaptersOf = (...path) => readFileSync(join(project, ...path), 'utf8').split(/^## /m)

function fromPackage() {
  mkdirSync(folder)
  if (short) {
    mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true })
    symlinkSync(project, join(folder, 'node_modules', 'koogallery-sandbox'))
    symlinkSync(join(project, 'dist', 'cli.js'), join(folder, 'node_modules', '.bin', 'koosandbox'))
  } else {
    step('npm init', true, 'npm', 'init', '-y')
    step('npm pack (by us, before)', false, 'npm', 'pack', ...(built ? ['--ignore-scripts'] : []), project, '--pack-destination', place)
    const tarball = readdirSync(place).find((name) => name.endsWith('.tgz'))
    step('npm install --save-dev', false, 'npm', 'install', '--save-dev', '--no-audit', '--no-fund', join(place, tarball))
  }
  step('koosandbox serve', true, 'npx', 'koosandbox', 'serve', '--detach', '--port', String(port))
  const out = follow('tutorial', chaptersOf('docs', 'en', 'tutorials', 'app.md').slice(1, short ? 3 : 5))
  if (!/"total_count":1/.test(out)) throw new Error(`The bought order was not listed:\n${out}`)
  if (!short && !/\b0 failed/.test(out)) throw new Error(`The seller is not green:\n${out.slice(-2000)}`)
}

function fromClone() {
  mkdirSync(folder)
  step('git clone', true, 'git', 'clone', '--quiet', project, folder)
  step('npm ci', false, 'npm', 'ci', '--no-audit', '--no-fund')
  // Before anything is built: it builds.
  step('npx koosandbox --version, builds', true, 'npx', 'koosandbox', '--version')
  step('npm start', true, 'npm', 'start', '--', '--detach', '--port', String(port))
  const out = follow(
    'README',
    chaptersOf('README.md').filter((chapter) => chapter.startsWith('First success')),
  )
  if (!out.includes('"order_infos"')) throw new Error(`The orders were not listed:\n${out}`)
}

let failed = false
const [load] = loadavg()
try {
  if (clone) fromClone()
  else fromPackage()
} catch (error) {
  failed = true
  console.error(error.message)
} finally {
  spawnSync('npx', ['koosandbox', 'stop', '--all', '--force'], { cwd: folder, env })
  rmSync(place, { recursive: true, force: true })
}
const inSeconds = (seconds) => `${seconds.toFixed(1).padStart(6)} s`
for (const { name, seconds, processor, counts } of steps)
  console.log(
    `${inSeconds(seconds)}  ${name}${counts ? '' : '  (not counted)'}${processor === undefined ? '' : `  [processor ${processor.toFixed(1)} s]`}`,
  )
const counted = steps.filter(({ counts }) => counts)
const total = counted.reduce((sum, { seconds }) => sum + seconds, 0)
const processor = counted.reduce((sum, step) => sum + (step.processor ?? 0), 0)
console.log(`${inSeconds(total)}  in all, of at most ${LIMIT} s${processor > 0 ? `; ${processor.toFixed(1)} s of processor time` : ''}`)
const cores = availableParallelism()
if (load > cores) console.log(`The load of this machine was ${load.toFixed(0)} on ${cores} cores: an idle one is faster.`)
process.exit(failed || total > LIMIT ? 1 : 0)
