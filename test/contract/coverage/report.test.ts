import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { mergeCoverage } from '../../../src/contract/coverage/read-coverage.ts'
import { builtInBundle, COVERED_KINDS, type Coverage, coverableOf, specsOf } from '../../../src/index.ts'
import { coverageText } from '../../../src/sandbox/coverage-file.ts'
import { runCli } from '../../cli/run-cli.ts'
import { forSeeds } from '../../helpers/seeded.ts'

const folder = mkdtempSync(join(tmpdir(), 'coverage-report-'))
afterAll(() => rmSync(folder, { recursive: true }))
const coverable = coverableOf(specsOf(builtInBundle()))
const NONE = Object.fromEntries(COVERED_KINDS.map((kind) => [kind, {}])) as Coverage['counts']

const fileOf = (name: string, counts: Partial<Coverage['counts']>) => {
  const path = join(folder, name)
  writeFileSync(path, coverageText({ format: 1, runs: 1, counts: { ...NONE, ...counts } }))
  return path
}
const textFile = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const natural = { natural: 1, forced: 0 }
const forced = { natural: 0, forced: 3 }
const some = fileOf('some.json', {
  operations: { 'sts.GetCallerIdentity': natural, 'sts.DecodeAuthorizationMessage': forced },
  errors: { 'gateway APIGW.0301:absent': natural },
})
const others = fileOf('others.json', { operations: { 'sts.GetCallerIdentity': natural, 'bss.PayOrders': natural } })

test('names are unlike each other, and each kind has some', () => {
  for (const kind of COVERED_KINDS) {
    expect(coverable[kind].length).toBeGreaterThan(10)
    expect(new Set(coverable[kind]).size).toBe(coverable[kind].length)
  }
})

test('files add up to the same bytes in any order and grouping', () => {
  forSeeds(5, ({ int }) => {
    const one = (): Coverage => {
      const names = coverable.errors.filter(() => int(10) === 0)
      const errors = Object.fromEntries(names.map((name) => [name, { natural: int(9), forced: 1 }]))
      return { format: 1, runs: 1, counts: { ...NONE, errors } }
    }
    const [a, b, c] = [one(), one(), one()]
    const whole = coverageText(mergeCoverage([a, b, c]))
    expect(coverageText(mergeCoverage([c, mergeCoverage([b, a])]))).toBe(whole)
    expect(mergeCoverage([a, b, c]).runs).toBe(3)
  })
})

test('merge writes the sum, which reads like any other file', async () => {
  const out = join(folder, 'sum', 'all.json')
  const merged = await runCli('coverage', 'merge', some, others, '--out', out)
  expect(merged).toMatchObject({ code: 0, err: '' })
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
    format: 1,
    runs: 2,
    counts: {
      operations: {
        'bss.PayOrders': natural,
        'sts.DecodeAuthorizationMessage': forced,
        'sts.GetCallerIdentity': { natural: 2, forced: 0 },
      },
    },
  })
  const { code, out: text } = await runCli('coverage', 'report', out, '--service', 'sts', '--json')
  expect(code).toBe(0)
  expect(JSON.parse(text)).toMatchObject({
    runs: 2,
    services: { sts: { operations: { exercised: 1, forced: 1, of: 2, percent: 50 } } },
    onlyForced: { operations: ['sts.DecodeAuthorizationMessage'] },
    never: { operations: [] },
    unknown: [],
  })
})

describe('report', () => {
  test('tells each service, and by name what was never exercised', async () => {
    const { code, out } = await runCli('coverage', 'report', some, '--service', 'sts,gateway')
    expect(code).toBe(0)
    expect(out).toMatch(/^sts +1\/2 50 % /m)
    expect(out).toContain('sts: DecodeAuthorizationMessage!')
    expect(out).toMatch(/^ {4}gateway: .*APIGW\.0101/m)
    expect(out).not.toContain('APIGW.0301:absent')
    expect((await runCli('coverage', 'report', some, '--brief')).out).not.toContain('Never exercised')
  })

  test.each([
    ['operations=50', 0],
    ['operations=51', 1],
    ['operations=50,errors=1', 0],
    ['operations=0,errors=90', 1],
  ])('--min %s exits %d: forced counts for nothing', async (min, code) => {
    const ran = await runCli('coverage', 'report', some, '--service', 'sts,gateway', '--min', min)
    expect(ran.code).toBe(code)
    expect(ran.err.includes('are required')).toBe(code === 1)
  })

  test('an exclusion takes a thing out, tells why, and is told when it was needless', async () => {
    const list = textFile(
      'leave.yaml',
      "format: 1\nexclusions:\n  - { kind: operations, name: 'sts.Decode*', reason: Nobody decodes. }\n  - { kind: operations, name: sts.GetCallerIdentity, reason: Old. }\n",
    )
    const { code, out, err } = await runCli('coverage', 'report', some, '--service', 'sts', '--exclusions', list, '--min', 'operations=100')
    expect(code).toBe(0)
    expect(out).toMatch(/^sts +1\/1 100 % /m)
    expect(out).toContain('1 excluded: Nobody decodes.')
    expect(err).toContain('operations sts.GetCallerIdentity is excluded but was exercised')
  })

  test.each([
    ['no reason', '{ kind: operations, name: sts.GetCallerIdentity }', 'is left out without a reason'],
    ['an unknown kind', '{ kind: opeartions, name: x, reason: y }', 'Did you mean "operations"?'],
    ['an unknown name', '{ kind: operations, name: sts.GetCallerIdentiti, reason: y }', 'Did you mean "sts.GetCallerIdentity"?'],
    ['an unknown key', '{ kind: operations, name: sts.GetCallerIdentity, raeson: y }', 'Did you mean "reason"?'],
  ])('an exclusion with %s is refused with file and line', async (what, row, said) => {
    const list = textFile(`${what.replaceAll(' ', '-')}.yaml`, `exclusions:\n  - ${row}\n`)
    const { code, err } = await runCli('coverage', 'report', some, '--exclusions', list)
    expect(code).toBe(1)
    expect(err).toContain(`${list}:2`)
    expect(err).toContain(said)
  })

  test('HTML, JUnit and Markdown say the same', async () => {
    const files = { html: join(folder, 'c.html'), junit: join(folder, 'c.xml'), markdown: join(folder, 'c.md') }
    const options = Object.entries(files).flatMap(([name, file]) => [`--${name}`, file])
    expect((await runCli('coverage', 'report', some, '--service', 'sts', '--min', 'operations=90', ...options)).code).toBe(1)
    for (const file of Object.values(files)) expect(readFileSync(file, 'utf8')).toContain('coverage.operations.below')
    expect(readFileSync(files.html, 'utf8')).toContain('forced only, which does not count')
  })

  test('a name of another version is told, and counts for nothing', async () => {
    const old = fileOf('old.json', { operations: { 'sts.GetCallerIdentity': natural, 'sts.Gone': natural } })
    const { code, out, err } = await runCli('coverage', 'report', old, '--service', 'sts')
    expect(code).toBe(0)
    expect(out).toMatch(/^sts +1\/2 50 % /m)
    expect(err).toContain('operations sts.Gone')
  })
})

const GOOD = { format: 1, runs: 1, counts: {} }
test.each([
  ['nothing in it', JSON.stringify(GOOD), 3, 'no operation was exercised'],
  ['a newer format', JSON.stringify({ ...GOOD, format: 2 }), 1, 'format 2 is newer than this version reads (1)'],
  ['another file', '{"openapi":"3.1.0"}', 1, 'this is not a coverage file'],
  ['a list', '[]', 1, 'this is not a coverage file'],
  ['half a file', '{"format":1,"ru', 1, 'this is not JSON'],
  ['an empty file', '', 1, 'this is not JSON'],
  ['an unknown kind', JSON.stringify({ ...GOOD, counts: { erors: {} } }), 1, 'Did you mean "errors"?'],
  ['a count that is none', JSON.stringify({ ...GOOD, counts: { errors: { x: { natural: -1, forced: 0 } } } }), 1, 'errors, "x"'],
  ['names that are none', JSON.stringify({ ...GOOD, counts: { errors: 3 } }), 1, 'errors, "3"'],
])('a file with %s is never good', async (what, text, code, said) => {
  const path = textFile(`${what.replaceAll(' ', '-')}.json`, text)
  const reported = await runCli('coverage', 'report', path)
  const merged = await runCli('coverage', 'merge', path, '--out', join(folder, 'never.json'))
  for (const ran of [reported, merged]) {
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).toContain(said)
    if (code === 1) expect(ran.err).toContain(path)
  }
})

test.each([
  ['a file that is not there', [join(folder, 'nowhere.json')], 1, 'there is no such file or folder'],
  ['an unknown kind', [some, '--min', 'opertions=3'], 2, 'Did you mean "operations"?'],
  ['percent that are none', [some, '--min', 'errors=101'], 2, 'from 0 to 100'],
  ['an unknown service', [some, '--service', 'bsss'], 2, 'Did you mean "bss"?'],
  ['a threshold for what is not there', [some, '--service', 'sts', '--min', 'scenes=3'], 2, 'sts has no scenes'],
])('%s is told', async (_what, words, code, said) => {
  const ran = await runCli('coverage', 'report', ...words)
  expect(ran.code).toBe(code)
  expect(ran.err).toContain(said)
})
