import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import type { ErrorDoc } from '../../src/spec/document/model.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { builtInBundle, specsOf } from '../../src/spec/schema/cache.ts'
import { encode, type HappyRequest, happyRequest, tableOfHappyRequests } from '../helpers/happy-request.ts'
import { mutationsOf } from '../helpers/mutations.ts'
import { openRaw, type RawAnswer, type RawConnection, rawRequest } from '../helpers/raw-http.ts'

const operations = specsOf(builtInBundle()).operations.filter(({ ours }) => !ours)

let sandbox: Sandbox
let connection: RawConnection
beforeAll(async () => {
  sandbox = await startSandbox()
  connection = await openRaw(sandbox.url)
})
afterAll(async () => {
  connection.end()
  await sandbox.close()
})
beforeEach(() => sandbox.reset())

async function send(request: HappyRequest, headers: Record<string, string> = {}): Promise<RawAnswer> {
  const systemClock = encode(sandbox, request)
  connection.write(rawRequest({ ...systemClock, host: '127.0.0.1', headers: { ...systemClock.headers, ...headers } }))
  return connection.answer()
}

const bodyOf = (answer: RawAnswer) => (answer.body === '' ? undefined : answer.json())

/** How an answer of the happy path looks on the wire, by its status: without a body, with one in JSON, or a redirection. */
const WIRE: Readonly<Record<number, object>> = { 204: { body: '' }, 302: {} }
const JSON_BODY = { headers: expect.objectContaining({ 'content-type': 'application/json' }) }

test('there are operations to check, and the table names no other', () => {
  expect(operations.length).toBeGreaterThan(50)
  const known = new Set(operations.map(({ ref }) => ref))
  expect(Object.keys(tableOfHappyRequests).filter((ref) => !known.has(ref))).toEqual([])
})

describe.each(operations.map((operation): [string, Operation] => [operation.ref, operation]))('%s', (_ref, operation) => {
  test('answers its happy path', async () => {
    const answer = await send(happyRequest(sandbox, operation))
    expect(answer.status, answer.body).toBe(operation.success)
    expect(answer).toMatchObject(WIRE[operation.success] ?? JSON_BODY)
    expect(operation.check({ status: answer.status, ...(answer.body === '' ? {} : { body: answer.json() }) })).toEqual([])
    expect(answer.headers['x-sandbox-drift']).toBeUndefined()
    const entry = sandbox.journal.entries().at(-1)!
    expect(entry).toMatchObject({ operation: operation.ref, origin: expect.stringMatching(/^(behaviour|example)$/) })
    expect(entry.findings.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('answers every documented error when forced, in its own shape', async () => {
    const all: (readonly [string, ErrorDoc])[] = [...operation.errors, ...operation.gatewayErrors]
    expect(all.length).toBeGreaterThan(40)
    const wrong: string[] = []
    const request = happyRequest(sandbox, operation)
    for (const [key, entry] of all) {
      const answer = await send(request, { 'X-Sandbox-Error': key })
      const body = bodyOf(answer)
      const code = key.split(':')[0] as string
      const hasCode =
        entry.body === null ? body === undefined : JSON.stringify(body).includes(/^\d{3}$/.test(code) ? `:${code}` : `"${code}"`)
      const differences = operation.check({ status: answer.status, ...(body === undefined ? {} : { body }) })
      if (answer.status !== entry.status || !hasCode || differences.length > 0) wrong.push(`${key}: ${answer.status} ${answer.body}`)
      const { origin, error } = sandbox.journal.entries({ limit: 1 })[0]!
      if (origin !== 'forced' || error !== key) wrong.push(`${key}: origin ${origin}, error ${error}`)
    }
    expect(wrong).toEqual([])
  })

  test('refuses broken requests with errors of its own, or says why it takes anything', async () => {
    const request = happyRequest(sandbox, operation)
    const statuses = new Set([...operation.errors.values(), ...operation.gatewayErrors.values()].map(({ status }) => status))
    const refused: string[] = []
    const wrong: string[] = []
    for (const [what, mutation] of mutationsOf(request)) {
      const answer = await send(mutation)
      const body = bodyOf(answer)
      if (answer.status >= 400) refused.push(what)
      const differences = operation.check({ status: answer.status, ...(body === undefined ? {} : { body }) })
      const documented = answer.status < 400 || statuses.has(answer.status)
      if (!documented || differences.length > 0 || answer.headers['content-type']?.includes('problem'))
        wrong.push(`${what}: ${answer.status} ${answer.body}`)
    }
    expect(wrong).toEqual([])
    const reason = operation.doc['x-accepts-anything'] ?? ''
    const hasReason = /\w+ \w+/.test(reason)
    expect({ refused, reason }, 'refuses something, or has a reason in words').toSatisfy(() => refused.length > 0 || hasReason)
  })
})
