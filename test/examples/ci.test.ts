import { execFile } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { refuseLine } from '../../src/cli/run.ts'
import { loadRecords } from '../../src/contract/deploy/load-records.ts'
import { parseXml } from '../helpers/parse-xml.ts'
import { BROKEN } from '../sellers/broken.ts'
import { KEY, serveSeller } from '../verify/serve-seller.ts'

const project = join(import.meta.dirname, '..', '..')
const folder = join(project, 'examples', 'ci')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')

type Step = { readonly run?: string }
interface Actions {
  readonly jobs: Readonly<Record<string, { readonly 'timeout-minutes': number; readonly steps: readonly Step[] }>>
}
type Gitlab = Readonly<
  Record<string, { readonly script?: readonly string[]; readonly artifacts?: { readonly reports?: { readonly junit?: string } } }>
>

const actions = () => parse(read('github-actions.yml')) as Actions
const gitlab = () => parse(read('gitlab-ci.yml')) as Gitlab

/** The shell of each file: what the YAML holds, or the whole text. */
const SCRIPTS: Readonly<Record<string, () => string>> = {
  'github-actions.yml': () =>
    Object.values(actions().jobs)
      .flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []))
      .join('\n'),
  'gitlab-ci.yml': () =>
    Object.values(gitlab())
      .flatMap(({ script = [] }) => script)
      .join('\n'),
  Jenkinsfile: () => read('Jenkinsfile'),
  'verify.sh': () => read('verify.sh'),
}

/** The words of every call of koosandbox, as a shell would pass them. */
function callsIn(script: string): readonly (readonly string[])[] {
  const lines = script.replace(/\\\n/g, ' ').split('\n')
  return lines.flatMap((line) => {
    const call = /\bnpx --no koosandbox ([^|&;>#]*)/.exec(line)?.[1]
    return call === undefined ? [] : [[...call.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].flatMap(([, a, b, c]) => a ?? b ?? c ?? [])]
  })
}

test('every file of the folder is looked at', () => {
  expect(readdirSync(folder).sort()).toEqual([...Object.keys(SCRIPTS), 'README.md'].sort())
})

test.each(Object.keys(SCRIPTS))('every command of %s exists, with those options', async (file) => {
  const calls = callsIn(SCRIPTS[file]?.() ?? '')
  expect(calls.length).toBe((SCRIPTS[file]?.() ?? '').match(/koosandbox [a-z]/g)?.length)
  for (const words of calls) await refuseLine(words)
  const reported = calls.filter((words) => words.includes('--junit')).map((words) => words.slice(0, 3).join(' '))
  expect(reported).toEqual(['verify seller --url', 'contract verify seller', 'contract verify consumer'])
})

test.each([
  ['an unknown command', 'verify buyer'],
  ['an unknown option', 'verify seller --url http://a --junt x'],
  ['an option that must be there', 'can-i-deploy --app x --version 1'],
])('%s would be noticed', async (_what, line) => {
  await expect(refuseLine(line.split(' '))).rejects.toThrow()
})

test('the reports are handed over also after a failure, and every job ends some time', () => {
  for (const job of Object.values(actions().jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
  expect(read('github-actions.yml').match(/if: always\(\)/g)?.length).toBeGreaterThanOrEqual(2)
  expect(gitlab()['verify']?.artifacts).toMatchObject({ when: 'always', reports: { junit: 'reports/*.xml' } })
  expect(read('Jenkinsfile')).toMatch(/always \{[\s\S]*junit testResults: 'reports\/\*\.xml'/)
})

test('the plain script runs: 0 for the good seller, 1 for a broken one, reports for both', async () => {
  const bin = mkdtempSync(join(tmpdir(), 'ci-'))
  try {
    writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${join(project, 'dist', 'cli.js')}" "$@"\n`)
    chmodSync(join(bin, 'npx'), 0o755)
    const run = (seller: string, reports: string, key = KEY) =>
      promisify(execFile)('sh', [join(folder, 'verify.sh')], {
        cwd: bin,
        env: {
          ...process.env,
          PATH: `${bin}${delimiter}${process.env.PATH}`,
          SELLER: seller,
          REPORTS: reports,
          KOOSANDBOX_KEY: key,
          VERSION: reports,
        },
      }).then(
        () => 0,
        ({ code }: { code: number }) => code,
      )
    await using good = await serveSeller()
    await using broken = await serveSeller(BROKEN[0]!.breaks)
    expect(await Promise.all([run(good.url, 'good'), run(broken.url, 'broken')])).toEqual([0, 1])
    expect(await run(good.url, 'keyless', '')).toBeGreaterThan(0)
    const failures = (reports: string) =>
      ['seller.xml', 'contract.xml'].map((file) => Number(parseXml(readFileSync(join(bin, reports, file), 'utf8')).attributes['failures']))
    expect(failures('good')).toEqual([0, 0])
    expect(failures('broken')[0]).toBeGreaterThan(0)
    const records = loadRecords(join(bin, 'contracts', 'results')).filter((record) => record.kind === 'verification')
    expect(new Set(records.map(({ provider }) => `${provider.name} ${provider.version.number}`))).toEqual(
      new Set(['my-seller good', 'my-seller broken']),
    )
    expect(
      records.filter(({ provider }) => provider.version.number === 'good').every(({ verificationResult }) => verificationResult.success),
    ).toBe(true)
  } finally {
    rmSync(bin, { recursive: true })
  }
}, 300_000)
