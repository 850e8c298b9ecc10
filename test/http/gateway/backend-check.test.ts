import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { click } from '../../console/requests/console-requests.ts'
import { openModelService } from './model-service.ts'

const AGENT = 'OFFI461867333479178267'

let model: Awaited<ReturnType<typeof openModelService>>
let sandbox: Sandbox
beforeAll(async () => {
  model = await openModelService()
  sandbox = await startSandbox()
})
afterAll(async () => {
  await sandbox.close()
  model.close()
})
beforeEach(() => {
  model.heard.length = 0
  return sandbox.reset()
})

interface Checked {
  readonly reachable: boolean
  readonly passed: boolean
  readonly problems: readonly { readonly code: string; readonly got: string; readonly hint: string }[]
}

async function check(backend: object, request: object = {}): Promise<Checked> {
  await click(sandbox, 'SetApiBackend', { path: { productId: AGENT }, body: { url: model.url, timeout: 2000, ...backend } })
  return (await click(sandbox, 'CheckApiBackend', { path: { productId: AGENT }, body: request })) as unknown as Checked
}
const codes = ({ problems }: Checked) => problems.map(({ code }) => code)

const USAGE = { completion_tokens: 217, prompt_tokens: 31, total_tokens: 248 }
const whole = JSON.stringify({ data: '南京', usage: USAGE })
const events = ['data: {"delta":"南"}\n\n', `data: ${JSON.stringify({ usage: USAGE })}\n\n`]

test('a backend that answers as it should passes, whole or streamed; nothing is counted and a fact tells of it', async () => {
  model.says(whole)
  const request = { method: 'GET', path: '/query?q=1', body: {} }
  expect(await check({ answers: 'whole', headers: { 'X-Own': 'kept' } }, request)).toMatchObject({
    ...{ reachable: true, passed: true, status: 200, tokens: 248, problems: [] },
    facts: [{ type: 'product.backend-checked', reason: 'passed' }],
  })
  expect(model.heard).toMatchObject([{ method: 'GET', url: '/v1/chat/query?q=1', headers: { 'x-own': 'kept' } }])
  model.does((response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.write(events[0], () => setImmediate(() => response.end(events[1])))
  })
  expect(await check({ answers: 'streamed' })).toMatchObject({ passed: true, tokens: 248 })
  expect(sandbox.world.usage.size).toBe(0)
})

test.each<[string, string, number, object, readonly string[]]>([
  ['usage is missing', '{"data":"南京"}', 200, {}, ['gateway.usage.missing']],
  ['usage is text', '{"usage":{"prompt_tokens":"31","completion_tokens":"217"}}', 200, {}, ['gateway.usage.missing']],
  ['usage is a fraction', '{"usage":{"prompt_tokens":31.5,"completion_tokens":217}}', 200, {}, ['gateway.usage.missing']],
  ['a whole answer where a stream is registered', whole, 200, { answers: 'streamed' }, ['gateway.backend.whole']],
  [
    'a stream where a whole answer is registered',
    events.join(''),
    200,
    { answers: 'whole' },
    ['gateway.backend.streamed', 'gateway.backend.at-once'],
  ],
  ['own authentication that was not set up', '{"error":"no key"}', 401, {}, ['gateway.backend.refused']],
  ['an error', '{"error":"down"}', 500, {}, ['gateway.backend.refused']],
])('tells of %s', async (_what, text, status, backend, expected) => {
  model.says(text, status)
  const checked = await check(backend)
  expect(checked).toMatchObject({ reachable: true, passed: false })
  expect(codes(checked)).toEqual(expected)
  expect(checked.problems[0]!.hint).toMatch(/\w/)
})

test('warns of what passes all the same: everything in one part, a total that is not the sum', async () => {
  model.says(events.join('').replace('248', '250'))
  const checked = await check({ answers: 'streamed' })
  expect([checked.passed, codes(checked)]).toEqual([true, ['gateway.backend.at-once', 'gateway.usage.total']])
})

test('tells of a backend that is not there, or is late', async () => {
  const away = await check({ url: 'http://localhost:9/chat' })
  expect([away.reachable, codes(away)]).toEqual([false, ['gateway.backend.unreachable']])
  model.does(() => {})
  const late = await check({ timeout: 60 })
  expect([late.reachable, codes(late)]).toEqual([false, ['gateway.backend.late']])
})

test('of an API product looks whether it answers', async () => {
  model.says('{"result":"ok"}')
  await click(sandbox, 'SetApiBackend', { path: { productId: 'id-check-call' }, body: { url: model.url } })
  expect(await click(sandbox, 'CheckApiBackend', { path: { productId: 'id-check-call' }, body: {} })).toMatchObject({
    passed: true,
    problems: [],
  })
})
