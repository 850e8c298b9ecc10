import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from '../../cli/run-cli.ts'
import { BROKEN } from '../../sellers/broken.ts'
import { FORGETFUL } from '../../sellers/forgetful.ts'
import { KEY, serveSeller } from '../serve-seller.ts'

const [forgets] = FORGETFUL
const [opensAnother] = BROKEN
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'failures-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const verify = (url: string, ...words: string[]) =>
  runCli('verify', 'seller', '--url', url, '--key', KEY, '--failures', join(folder, 'failures'), ...words)
/** One file, as it was written for one rule. */
const written = () => {
  const files = existsSync(join(folder, 'failures')) ? readdirSync(join(folder, 'failures')) : []
  return files.map((name) => join(folder, 'failures', name))
}

test('a good seller leaves no file behind, and the seed is printed', async () => {
  await using seller = await serveSeller()
  const { code, out } = await verify(seller.url, '--stories', '3', '--seed', 'mine')
  expect(code).toBe(0)
  expect(out).toContain('stories: 3 of up to 8 calls, seed mine')
  expect(written()).toEqual([])
})

test.each([
  ['a story', forgets!, ['--profile', 'saas-period', '--seed', 'one', '--stories', '60'], 4],
  ['a case', opensAnother!, ['--stories', '0'], 2],
])('%s that fails becomes a file that shows the mistake again, until it is gone', async (_what, { breaks, rule }, words, steps) => {
  await using bad = await serveSeller(breaks)
  const { code, out } = await verify(bad.url, ...words)
  expect(code).toBe(1)
  const [file] = written() as [string]
  expect(file).toMatch(new RegExp(`saas-period-${rule}\\.json$`))
  expect(out).toContain(`again      koosandbox verify seller --replay ${file} --url ${bad.url} --key …`)
  const failure = JSON.parse(readFileSync(file, 'utf8'))
  expect(failure).toMatchObject({ format: 1, kind: 'seller-failure', profile: 'saas-period', rule, reproduced: true })
  expect(failure).toMatchObject({ expected: expect.any(String), got: expect.any(String), hint: expect.any(String) })
  expect(failure.steps).toHaveLength(steps)
  for (const step of failure.steps) expect(step).toMatchObject({ says: expect.any(String), sends: expect.any(Object) })
  expect(JSON.stringify(failure)).not.toContain(KEY)

  const still = await verify(bad.url, '--replay', file)
  expect(still).toMatchObject({ code: 1, err: '' })
  expect(still.out).toContain(rule)
  const again = await verify(bad.url, '--replay', file, '--json')
  expect(JSON.parse(again.out)).toMatchObject({ good: false, counts: { passed: 0, failed: 1, skipped: 0 } })
  await using good = await serveSeller()
  expect(await verify(good.url, '--replay', file)).toMatchObject({ code: 0, out: expect.stringContaining('1 checked, 0 failed') })
})

test('what keeps a sequence from its end is no success', async () => {
  await using seller = await serveSeller()
  const file = join(folder, 'failure.json')
  writeFileSync(file, JSON.stringify({ ...STORY, steps: [...STORY.steps, { step: 2, do: 'FREEZE', instance: 'first' }] }))
  const { code, out } = await runCli('verify', 'seller', '--url', seller.url, '--key', 'another-key', '--replay', file)
  expect(code).toBe(1)
  expect(out).toContain('answer.resultCode.failure')
})

const STORY = {
  format: 1,
  kind: 'seller-failure',
  profile: 'saas-period',
  rule: 'seller.story.refused',
  steps: [{ step: 1, do: 'newInstance', instance: 'first' }],
}
const step = (change: object) => ({ ...STORY, steps: [...STORY.steps, { step: 2, do: 'FREEZE', instance: 'first', ...change }] })

test.each([
  ['no JSON', '{\n  "format": 1,\n  oops\n}', 'failure.json:3: is not JSON'],
  ['empty', '', 'failure.json:1: is not JSON'],
  ['a list', '[]', 'failure.json: must be a JSON object'],
  ['a file of something else', { format: 1, results: [] }, 'failure.json/kind: must be "seller-failure"'],
  ['newer', { ...STORY, format: 2 }, 'failure.json/format: is 2; this version reads format 1. Use a newer version.'],
  ['without format', { ...STORY, format: undefined }, 'failure.json/format: must be 1.'],
  ['with a strange member', { ...STORY, speed: 3 }, 'failure.json/speed: is not known in format 1.'],
  ['of no rule', { ...STORY, rule: '' }, 'failure.json/rule: must name the broken rule'],
  ['of another profile', { ...STORY, profile: 'boats' }, 'failure.json/profile: is not a profile of this version: "boats"'],
  ['without steps', { ...STORY, steps: [] }, 'failure.json/steps: must be a list of 1 to 1000 steps'],
  ['with a step that is none', { ...STORY, steps: [7] }, 'failure.json/steps/0: must be an object'],
  ['with a strange member in a step', step({ loud: true }), 'failure.json/steps/1/loud: is not known'],
  ['with steps out of order', step({ step: 3 }), 'failure.json/steps/1/step: must be 2'],
  ['with a deed that nobody does', step({ do: 'dance' }), 'failure.json/steps/1/do: is one of newInstance'],
  ['with a third instance', step({ instance: 'third' }), 'failure.json/steps/1/instance: is "first" or "second", not "third"'],
  ['with a repeat of what comes later', step({ again: 5 }), 'failure.json/steps/1/again: must be the number of a step before'],
  [
    'with a life that nobody lives',
    step({ do: 'UNFREEZE' }),
    'failure.json/steps/1: UNFREEZE cannot come here: the first instance is open',
  ],
  [
    'with a case that is none',
    { ...STORY, steps: [{ step: 1, case: 'dance' }] },
    'failure.json/steps/0/case: saas-period has no case "dance"',
  ],
  ['mixed', { ...STORY, steps: [...STORY.steps, { step: 2, case: 'newInstance' }] }, 'failure.json/steps: mixes cases'],
])('a file that is %s is refused by name and place', async (_what, content, message) => {
  const file = join(folder, 'failure.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  const { code, err, out } = await runCli('verify', 'seller', '--url', 'http://localhost:1', '--key', KEY, '--replay', file)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(message)
})

test.each([
  ['a file that is not there', ['--replay', 'nowhere.json'], 'nowhere.json cannot be read: there is no such file'],
  ['a file for a folder', ['--failures', 'package.json'], '--failures package.json is not a folder'],
  ['too few calls', ['--length', '2'], '--length must be a whole number from 3 to 50'],
  ['stories that are no number', ['--stories', 'many'], '--stories must be a whole number from 0 to 1000'],
])('%s ends with 2 before anybody is called', async (_what, words, message) => {
  const { code, err, out } = await runCli('verify', 'seller', '--url', 'http://localhost:1', '--key', KEY, ...words)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(message)
})

test('a profile beside a file is one too many', async () => {
  const file = join(folder, 'failure.json')
  writeFileSync(file, JSON.stringify(STORY))
  const words = ['--url', 'http://localhost:1', '--key', KEY, '--replay', file, '--profile', 'saas-period']
  expect(await runCli('verify', 'seller', ...words)).toMatchObject({ code: 2, err: expect.stringContaining('Leave out --profile') })
})
