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

test('there are operations to check, and the table names no other', () => {
  expect(operations.length).toBeGreaterThan(50)
  const known = new Set(operations.map(({ ref }) => ref))
  expect(Object.keys(tableOfHappyRequests).filter((ref) => !known.has(ref))).toEqual([])
})

describe.each(operations.map((operation): [string, Operation] => [operation.ref, operation]))('%s', (_ref, operation) => {
  test('answers its happy path', async () => {
    const answer = await send(happyRequest(sandbox, operation))
    expect([answer.status, answer.body]).toEqual([operation.success, answer.body])
    expect(operation.check({ status: answer.status, ...(answer.body === '' ? {} : { body: answer.json() }) })).toEqual([])
    expect(answer.headers['x-sandbox-drift']).toBeUndefined()
    const entry = sandbox.journal.entries().at(-1)!
    expect(entry).toMatchObject({ operation: operation.ref, origin: expect.stringMatching(/^(behaviour|example)$/) })
    expect(entry.findings.filter(({ level }) => level === 'error')).toEqual([])
    if (operation.success === 204) expect(answer.body).toBe('')
    else if (operation.success !== 302) expect(answer.headers['content-type']).toBe('application/json')
  })

  test('answers every documented error when forced, in its own shape', async () => {
    const all: (readonly [string, ErrorDoc])[] = [...operation.errors, ...operation.gatewayErrors]
    expect(all.length).toBeGreaterThan(40)
    const wrong: string[] = []
    const request = happyRequest(sandbox, operation)
    for (const [key, entry] of all) {
      const answer = await send(request, { 'X-Sandbox-Error': key })
      const said = bodyOf(answer)
      const code = key.split(':')[0] as string
      const told = entry.body === null ? said === undefined : JSON.stringify(said).includes(/^\d{3}$/.test(code) ? `:${code}` : `"${code}"`)
      const shaped = operation.check({ status: answer.status, ...(said === undefined ? {} : { body: said }) })
      if (answer.status !== entry.status || !told || shaped.length > 0) wrong.push(`${key}: ${answer.status} ${answer.body}`)
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
      const said = bodyOf(answer)
      if (answer.status >= 400) refused.push(what)
      const shaped = operation.check({ status: answer.status, ...(said === undefined ? {} : { body: said }) })
      const documented = answer.status < 400 || statuses.has(answer.status)
      if (!documented || shaped.length > 0 || answer.headers['content-type']?.includes('problem'))
        wrong.push(`${what}: ${answer.status} ${answer.body}`)
    }
    expect(wrong).toEqual([])
    const excuse = operation.doc['x-accepts-anything']
    if (refused.length === 0) expect(excuse).toMatch(/\w+ \w+/)
    else if (excuse === undefined) expect(refused.length).toBeGreaterThan(0)
  })
})
