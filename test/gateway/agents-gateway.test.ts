import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { buy, click } from '../console/console-requests.ts'

const AGENT = 'OFFI461867333479178267'

let says = ''
let heard: IncomingHttpHeaders = {}
const model = createServer((request, response) => {
  heard = request.headers
  response.writeHead(200, { 'Content-Type': says.startsWith('data:') ? 'text/event-stream' : 'application/json' }).end(says)
})

let sandbox: Sandbox
let url: string
beforeAll(async () => {
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve))
  url = `http://localhost:${(model.address() as AddressInfo).port}/v1/chat`
  sandbox = await startSandbox()
})
afterAll(async () => {
  await sandbox.close()
  model.close()
})
beforeEach(() => sandbox.reset())

async function call() {
  const { world } = sandbox
  const { id } = (await buy(sandbox, AGENT, {}, true)).resources[0]!
  await click(sandbox, 'SetApiBackend', { path: { productId: AGENT }, body: { url } })
  const code = world.sellerKeys.by('resource', id).first()!.id
  const answer = await fetch(`${sandbox.url}/_sandbox/gateway/${AGENT}`, {
    method: 'POST',
    headers: { 'X-Apig-AppCode': code },
    body: '{"input":"你好"}',
  })
  const text = await answer.text()
  const records = [...world.usage.by('resource-status', `${id}|accepted`)].map(({ value }) => value / 10_000)
  return { text, records, findings: sandbox.journal.entries().at(-1)!.findings }
}

test.each([
  ['the older names', JSON.stringify({ usage: { prompt_tokens: 1200, completion_tokens: 800, total_tokens: 2000 } })],
  ['the newer names', JSON.stringify({ output: '好', usage: { input_tokens: 1999, output_tokens: 1 } })],
  ['a stream', 'data: {"delta":"好"}\n\ndata: {"usage":{"prompt_tokens":1500,"completion_tokens":500}}\n\ndata: [DONE]\n\n'],
])('tokens are charged as the answer tells them: %s', async (_what, body) => {
  says = body
  expect(await call()).toEqual({ text: body, records: [2], findings: [] })
  expect(heard).toMatchObject({
    'x-customer-name': 'chengming_tech',
    'x-customer-id': expect.any(String),
    'x-request-id': expect.any(String),
  })
})

test.each([
  ['no usage', '{"output":"好"}'],
  ['a usage that is no number', '{"usage":{"prompt_tokens":"12","completion_tokens":8}}'],
  ['half a usage', '{"usage":{"prompt_tokens":12}}'],
  ['no JSON', '好'],
])('nothing is charged and a finding tells why for %s', async (_what, body) => {
  says = body
  expect(await call()).toMatchObject({ text: body, records: [], findings: [{ code: 'gateway.usage.missing', level: 'error' }] })
})
