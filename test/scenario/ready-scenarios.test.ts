import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import type { Kind } from '../../src/world/entities/entities.ts'
import { encode, happyRequest, type WireRequest } from '../helpers/happy-request.ts'
import { PLAYS, type Play, type Seen, type Step } from './plays.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

type Fetch = (target: string, init: RequestInit) => Promise<Response>
const WAYS: readonly (readonly [string, Fetch])[] = [
  ['in the process', (target, init) => sandbox.fetch(target, init)],
  ['over a socket', (target, init) => fetch(sandbox.url + target, init)],
]

function requestOf(step: Step): WireRequest {
  const { ref, query = {}, body } = typeof step === 'string' ? { ref: step } : step
  const happy = happyRequest(sandbox, sandbox.specs.operation(ref))
  return encode(sandbox, { ...happy, query: { ...happy.query, ...query }, ...(body ? { body: body(sandbox) } : {}) })
}

/** Makes one call. A client that is kept waiting gives up as soon as the sandbox has recorded its answer: no test waits. */
async function see(ask: Fetch, { method, target, headers, body }: WireRequest): Promise<Seen> {
  const patience = new AbortController()
  const forget = sandbox.journal.listen(({ fault }) => {
    if (/ (delay|drip|hang)\b/.test(fault?.label ?? '')) patience.abort()
  })
  try {
    const answer = await ask(target, { method, headers, signal: patience.signal, ...(body === '' ? {} : { body }) })
    await answer.text()
    // Without a socket nothing is late.
    return patience.signal.aborted ? 'slow' : answer.status
  } catch {
    return patience.signal.aborted && !/ hang\b/.test(sandbox.journal.entries({ limit: 1 })[0]?.fault?.label ?? '') ? 'slow' : 'lost'
  } finally {
    forget()
  }
}

const KINDS = [
  'orders',
  'resources',
  'coupons',
  'tokens',
  'keys',
  'usage',
  'licences',
  'certificates',
  'workspace',
] as const satisfies Kind[]

/** How many entities there are, by kind and status. */
function holdings(): Map<string, number> {
  const counts = new Map<string, number>()
  for (const kind of KINDS) {
    for (const entity of sandbox.world[kind].all()) {
      const name = 'status' in entity ? `${kind}.${String(entity.status)}` : kind
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return counts
}

function changesFrom(before: Map<string, number>): string {
  const after = holdings()
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map((name) => [name, (after.get(name) ?? 0) - (before.get(name) ?? 0)] as const)
    .filter(([, by]) => by !== 0)
    .map(([name, by]) => `${name} ${by > 0 ? '+' : ''}${by}`)
    .join(', ')
}

async function play(name: string, { calls }: Play, ask: Fetch) {
  sandbox.reset()
  const requests = calls.map(requestOf)
  const before = holdings()
  sandbox.scenarios.start(name)
  const sees: Seen[] = []
  for (const request of requests) sees.push(await see(ask, request))
  return { sees, changes: changesFrom(before), state: sandbox.scenarios.status()[0]?.state }
}

test('every scenario for calls that come in is played here, says what a good client does in two sentences, and there are at least thirty', () => {
  const all = sandbox.scenarios.list().filter(({ steps }) => !steps.some((rule) => rule.outgoing))
  expect(all.map(({ name }) => name)).toEqual(Object.keys(PLAYS).sort())
  expect(all.length).toBeGreaterThanOrEqual(30)
  for (const { name, client } of all) {
    expect([name, client?.en.match(/[.!?](?= |$)/g)?.length]).toEqual([name, 2])
    expect([name, client?.zh.match(/。/g)?.length]).toEqual([name, 2])
  }
})

describe.each(WAYS)('ten times %s', (_way, ask) => {
  test.each(Object.entries(PLAYS))('%s', async (name, expected) => {
    for (let round = 0; round < 10; round++) {
      expect(await play(name, expected, ask)).toEqual({ sees: expected.sees, changes: expected.changes, state: 'finished' })
    }
  })
})
