import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { parseYaml } from '../../../src/spec/document/yaml.ts'
import { gallery } from './gallery.ts'
import { ERROR_ROWS, UNREACHABLE } from './gallery-error-rows.ts'

/** What the vendor documents, copied by hand from its pages. */
const FILE = 'fixtures/comparisons/operation-errors.yaml'
const documented = parseYaml(FILE, readFileSync(join(import.meta.dirname, '../../..', FILE), 'utf8')).value as Record<
  string,
  readonly (string | { readonly error: string | number })[]
>

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

test.each(ERROR_ROWS)('%s answers %s when %s', async (operation, error, _when, act) => {
  const [status, code] = error.split(' ')
  const answer = await act(gallery(sandbox), sandbox)
  expect([answer.status, answer.body?.resultCode ?? answer.body?.error_code]).toEqual([Number(status), code])
  // Nobody forced it.
  expect(sandbox.journal.entries().at(-1)).toMatchObject({
    operation: `koogallery.${operation}`,
    origin: expect.stringMatching(/^(refused|behaviour)$/),
  })
})

test('every error that is documented for an operation has a row that leads to it, or a reason why none can', () => {
  const reached = new Set(ERROR_ROWS.map(([operation, error]) => `koogallery.${operation} ${error}`))
  const without: string[] = []
  for (const [operation, errors] of Object.entries(documented)) {
    if (!operation.startsWith('koogallery.') || operation.includes('PushUsage')) continue
    for (const one of errors) {
      const error = String(typeof one === 'object' ? one.error : one)
      const excused = UNREACHABLE.some(([pattern]) => pattern.test(error))
      if (!reached.has(`${operation} ${error}`) && !excused) without.push(`${operation} ${error}`)
    }
  }
  expect(without).toEqual([])
})

test('what is said to be out of reach is documented, and no row reaches it', () => {
  const all = Object.values(documented).flatMap((errors) => errors.map((one) => String(typeof one === 'object' ? one.error : one)))
  for (const [pattern, why] of UNREACHABLE) {
    expect(all.some((error) => pattern.test(error))).toBe(true)
    expect(ERROR_ROWS.filter(([, error]) => pattern.test(error))).toEqual([])
    expect(why).toMatch(/\w+ \w+/)
  }
})
