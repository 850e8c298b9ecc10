import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { builtInBundle, specsOf } from '../../src/spec/schema/cache.ts'
import type { HappyRequest } from '../helpers/happy-request.ts'
import { mutationsOf } from '../helpers/mutations.ts'
import { CONSOLE_REQUESTS, type ConsoleRequest } from './requests/console-requests.ts'

const operations = specsOf(builtInBundle()).operations.filter(({ service }) => service === 'console')

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const send = ({ path, query, body }: ConsoleRequest, operation: Operation, headers: Record<string, string> = {}) =>
  sandbox.call(operation.ref, { ...(path ? { path } : {}), ...(query ? { query } : {}), ...(body === undefined ? {} : { body }), headers })

async function requestOf(operation: Operation): Promise<ConsoleRequest> {
  const request = await CONSOLE_REQUESTS[operation.id]!(sandbox)
  // What the preparation leads to, calls of sellers for one, is not what the request does.
  await sandbox.clock.pass('0s')
  return request
}

/** All that a refusal must leave alone. */
const stateOf = ({ world }: Sandbox) => JSON.stringify([world.facts.count, world.upcoming(), world.save()])

test('the table names every operation, and none that is not there', () => {
  expect(Object.keys(CONSOLE_REQUESTS).sort()).toEqual(operations.map(({ id }) => id).sort())
  expect(operations.length).toBeGreaterThan(28)
})

describe.each(operations.map((operation): [string, Operation] => [operation.id, operation]))('%s', (_id, operation) => {
  test('answers its happy path by its spec, with the facts it told', async () => {
    const request = await requestOf(operation)
    const before = sandbox.facts.count
    const { status, body } = await send(request, operation)

    expect([status, body]).toEqual([200, body])
    expect(operation.check({ status, body })).toEqual([])
    expect(body).toMatchObject({ world: 'default', now: new Date(sandbox.clock.now()).toISOString() })
    expect((body as { facts: unknown[] }).facts).toHaveLength(sandbox.facts.count - before)
  })

  test('every problem it lists can be forced, and changes nothing', async () => {
    const request = await requestOf(operation)
    const before = stateOf(sandbox)
    const wrong: string[] = []
    for (const [key, { status }] of operation.errors) {
      const answer = await send(request, operation, { 'X-Sandbox-Error': key })
      const shaped = operation.check({ status: answer.status, body: answer.body })
      const told = (answer.body as { code?: string }).code === key && answer.headers['content-type'] === 'application/problem+json'
      if (answer.status !== status || !told || shaped.length > 0) wrong.push(`${key}: ${answer.status} ${JSON.stringify(answer.body)}`)
    }
    expect(wrong).toEqual([])
    expect(stateOf(sandbox)).toBe(before)
  })

  test('refuses broken requests as problems, and changes nothing', async () => {
    const { path = {}, query = {}, body } = await requestOf(operation)
    const request: HappyRequest = { operation, path, query, headers: {}, ...(body === undefined ? {} : { body }) }
    const wrong: string[] = []
    for (const [what, broken] of mutationsOf(request)) {
      const before = stateOf(sandbox)
      const answer = await send(broken, operation, broken.headers)
      // What was optional may be missing.
      if (answer.status < 400) continue
      if (answer.headers['content-type'] !== 'application/problem+json' || stateOf(sandbox) !== before)
        wrong.push(`${what}: ${answer.status} ${JSON.stringify(answer.body)}`)
    }
    expect(wrong).toEqual([])
  })
})
