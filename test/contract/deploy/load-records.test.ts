import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { afterAll, describe, expect, test } from 'vitest'
import { addRecords, loadRecords } from '../../../src/contract/deploy/load-records.ts'
import { pactSha } from '../../../src/contract/deploy/pact-sha.ts'
import { deployed, pactOf, verified } from './make-records.ts'

const folder = mkdtempSync(join(tmpdir(), 'records-'))
afterAll(() => rmSync(folder, { recursive: true }))
const at = (name: string) => join(folder, name)
const project = join(import.meta.dirname, '..', '..', '..')

describe.each([['results.jsonl'], ['results']])('in %s', (kind) => {
  test('records come back as they were, each once, from a place that was not there', () => {
    const place = at(`deep/down/${kind}`)
    expect(loadRecords(place)).toEqual([])
    const records = [verified('shop@1 bss@7'), verified('商店@1 bss@7', false), deployed('bss@7')]
    addRecords(place, records)
    addRecords(place, records.slice(0, 1))
    expect(loadRecords(place)).toHaveLength(3)
    expect(loadRecords(place)).toEqual(expect.arrayContaining(records))
  })

  test('four processes that record at the same time lose nothing', async () => {
    const place = at(`busy-${kind}`)
    const script = at('record.mjs')
    // Bundled once: a loader would cost more than the work, four times.
    const source = `import { addRecords } from ${JSON.stringify(join(project, 'src/contract/deploy/load-records.ts'))}
       import { verified } from ${JSON.stringify(join(import.meta.dirname, 'make-records.ts'))}
       for (let i = 0; i < 50; i++) addRecords(process.argv[2], [verified(\`shop@\${process.argv[3]}.\${i} bss@7\`)])`
    buildSync({
      stdin: { contents: source, resolveDir: project, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: script,
    })
    const runs = [1, 2, 3, 4].map(
      (who) =>
        new Promise<number | null>((resolve) => {
          spawn(process.execPath, [script, place, String(who)], { cwd: project, stdio: 'ignore' }).on('exit', resolve)
        }),
    )
    expect(await Promise.all(runs)).toEqual([0, 0, 0, 0])
    expect(loadRecords(place)).toHaveLength(200)
  }, 60_000)
})

test('a folder holds one file for each record, and nothing half written', () => {
  addRecords(at('one-each'), [verified('shop@1 bss@7'), deployed('bss@7')])
  expect(readdirSync(at('one-each'))).toEqual([
    expect.stringMatching(/^20260101T120000Z-deployment-[\da-f]{12}\.json$/),
    expect.stringMatching(/^20260101T120000Z-verification-[\da-f]{12}\.json$/),
  ])
})

test('a line that was cut off does not spoil the record after it', () => {
  writeFileSync(at('torn.jsonl'), JSON.stringify(verified('shop@1 bss@7')))
  addRecords(at('torn.jsonl'), [verified('shop@2 bss@7')])
  expect(loadRecords(at('torn.jsonl'))).toHaveLength(2)
})

const good = verified('shop@1 bss@7')
test.each([
  ['half a line', '{"format":1,"kin', 'broken.jsonl:2: this is not JSON.'],
  ['a list', '[]', 'broken.jsonl:2: this has format undefined'],
  ['a word', '"x"', 'broken.jsonl:2: this is not a record.'],
  [
    'a newer format',
    JSON.stringify({ ...good, format: 2 }),
    'broken.jsonl:2: this has format 2; this version of koogallery-sandbox reads format 1.',
  ],
  ['another kind', JSON.stringify({ ...good, kind: 'release' }), 'of kind "release". It must be verification or deployment'],
  [
    'a success in words',
    JSON.stringify({ ...good, verificationResult: { ...good.verificationResult, success: 'true' } }),
    'whose verificationResult.success is "true"',
  ],
  ['no version', JSON.stringify({ ...good, consumer: { name: 'shop' } }), 'whose consumer.version.number is missing'],
  ['a short digest', JSON.stringify({ ...good, pact: { sha256: 'abc' } }), 'whose pact.sha256 is "abc"'],
  [
    'a time that is none',
    JSON.stringify({ ...good, verificationResult: { ...good.verificationResult, verifiedAt: 'noon' } }),
    'whose verificationResult.verifiedAt is "noon"',
  ],
  ['a merge left half done', '<<<<<<< HEAD', 'broken.jsonl:2: this merge is not finished'],
])('%s is refused with its line: no answer rests on half of the records', (_what, line, said) => {
  writeFileSync(at('broken.jsonl'), `${JSON.stringify(good)}\n${line}\n`)
  expect(() => loadRecords(at('broken.jsonl'))).toThrow(said)
})

test('a file of a folder that is no record is named', () => {
  mkdirSync(at('mixed'))
  writeFileSync(at('mixed/x.json'), '{}')
  expect(() => loadRecords(at('mixed'))).toThrow(`${at('mixed/x.json')}: this has format undefined`)
})

describe.skipIf(spawnSync('git', ['--version']).status !== 0)('two branches that both recorded merge in git', () => {
  test.each([
    ['a folder', 'results', undefined],
    ['a file with merge=union', 'results.jsonl', '*.jsonl merge=union\n'],
  ])('in %s', (_what, name, attributes) => {
    const repository = mkdtempSync(join(folder, 'git-'))
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false', ...words], {
        cwd: repository,
        stdio: 'pipe',
      })
    const place = join(repository, name)
    const record = (pair: string) => {
      addRecords(place, [verified(pair)])
      git('add', '-A')
      git('commit', '-qm', pair)
    }
    git('init', '-q', '-b', 'main')
    if (attributes) writeFileSync(join(repository, '.gitattributes'), attributes)
    record('shop@1 bss@7')
    git('checkout', '-qb', 'other')
    record('shop@2 bss@7')
    git('checkout', '-q', 'main')
    record('shop@3 bss@7')
    git('merge', '-q', '--no-edit', 'other')
    expect(loadRecords(place)).toHaveLength(3)
  })
})

describe('the identity of a pact', () => {
  const pact = pactOf('shop', 'bss')
  const more = { ...pact, interactions: [...pact.interactions, { description: 'two' }] }

  test.each<[string, object, object]>([
    ['who wrote the file', pact, { ...pact, metadata: { 'pact-js': { version: '17' } } }],
    ['the order of names', { a: { b: 1, c: 2 }, d: 3 }, { d: 3, a: { c: 2, b: 1 } }],
    ['the order of interactions', more, { ...more, interactions: [...more.interactions].reverse() }],
    ['how a number is written', JSON.parse('{"n":1.50}'), JSON.parse('{"n":1.5}')],
  ])('does not depend on %s', (_what, one, other) => {
    expect(pactSha(one)).toBe(pactSha(other))
  })

  test.each<[string, object]>([
    ['another word', pactOf('shop', 'bss', 'two')],
    ['another consumer', pactOf('kiosk', 'bss')],
    ['one interaction more', more],
    ['a text for a number', { ...pact, interactions: [{ ...pact.interactions[0], response: { status: '200' } }] }],
    ['the order of a list in a body', { ...pact, interactions: [{ ...pact.interactions[0], response: { status: 200, body: [2, 1] } }] }],
  ])('changes with %s', (_what, other) => {
    expect(pactSha(other)).not.toBe(pactSha(pact))
    expect(pactSha(other)).toMatch(/^[\da-f]{64}$/)
  })

  test('the order of a list in a body counts', () => {
    const body = (list: number[]) => ({ ...pact, interactions: [{ response: { body: list } }] })
    expect(pactSha(body([1, 2]))).not.toBe(pactSha(body([2, 1])))
  })

  test('is what the standard digest gives for the canonical text', () => {
    expect(pactSha({ b: [1, 'é'], a: null, metadata: {} })).toBe('f8f17faab95c024891d173fa43442b0e52007736a1f36715ac721ab22deeefc5')
  })
})
