import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { builtInBundle, specsOf } from '../../src/spec/cache.ts'
import { FILING_REFUSALS } from './filing-refusals.ts'
import type { RefusalRow } from './refusals.ts'
import { SELLER_REFUSALS } from './seller-refusals.ts'

const operations = new Map(
  specsOf(builtInBundle())
    .operations.filter(({ service }) => service === 'console')
    .map((operation) => [operation.id, operation]),
)
const ROWS: readonly RefusalRow[] = [...FILING_REFUSALS, ...SELLER_REFUSALS]

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const stateOf = ({ world }: Sandbox) => JSON.stringify([world.facts.count, world.upcoming(), world.save()])

test.each(ROWS)('%s refuses with %s by its natural cause, and changes nothing', async (operation, code, cause) => {
  const { path, query, body } = await cause(sandbox)
  // What the preparation leads to, calls of sellers for one, is not what the request does.
  await sandbox.clock.pass('0s')
  const before = stateOf(sandbox)
  const request = { ...(path ? { path } : {}), ...(query ? { query } : {}), ...(body === undefined ? {} : { body }) }
  const answer = await sandbox.call(`console.${operation}`, request)

  expect([answer.body.code, answer.body.detail]).toEqual([code, answer.body.detail])
  expect(answer.status).toBe(operations.get(operation)?.errors.get(code)?.status)
  expect(answer.body.detail.length).toBeGreaterThan(10)
  expect(stateOf(sandbox)).toBe(before)
})
