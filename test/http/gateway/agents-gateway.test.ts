import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { buy, click } from '../../console/requests/console-requests.ts'
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

const setBackend = (more: object = {}) =>
  sandbox.call('console.SetApiBackend', { path: { productId: AGENT }, body: { url: model.url, ...more } })
const send = (code: string, init: RequestInit = {}) =>
  fetch(`${sandbox.url}/_sandbox/gateway/${AGENT}`, {
    method: 'POST',
    body: '{"input":"你好"}',
    ...init,
    headers: { 'X-Apig-AppCode': code, ...(init.headers as Record<string, string>) },
  })
async function bought() {
  const { id } = (await buy(sandbox, AGENT, {}, true)).resources[0]!
  return { id, code: sandbox.world.sellerKeys.where('resource', id).first()!.id }
}
const records = (id: string) => [...sandbox.world.usage.where('resource-status', `${id}|accepted`)].map(({ value }) => value / 10_000)
const findings = () => sandbox.journal.entries().at(-1)!.findings

async function call() {
  const { id, code } = await bought()
  await setBackend()
  const text = await (await send(code)).text()
  return { text, records: records(id), findings: findings() }
}

const event = (data: object | string) => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
const usage = (input: number, output: number) => ({ usage: { prompt_tokens: input, completion_tokens: output } })

describe('tokens are charged as the answer tells them', () => {
  test.each([
    ['the older names', JSON.stringify({ usage: { prompt_tokens: 1200, completion_tokens: 800, total_tokens: 2000 } })],
    ['the newer names', JSON.stringify({ output: '好', usage: { input_tokens: 1999, output_tokens: 1 } })],
    ['several lines', JSON.stringify({ output: '好', ...usage(1000, 1000) }, null, 2)],
    ['a stream', event({ delta: '好' }) + event(usage(1500, 500)) + event('[DONE]')],
    ['a stream that counts as it goes', event(usage(1500, 100)) + event(usage(1500, 500)) + event({ usage: null })],
    ['a stream with the other line ends', `data: {"delta":"好"}\r\n\r\ndata:${JSON.stringify(usage(1500, 500))}\r\n\r\n`],
  ])('%s', async (_what, body) => {
    model.says(body)
    expect(await call()).toEqual({ text: body, records: [2], findings: [] })
    expect(model.heard[0]!.headers).toMatchObject({
      'x-customer-name': 'chengming_tech',
      'x-customer-id': expect.any(String),
      'x-request-id': expect.any(String),
    })
  })

  test.each([
    ['no usage', '{"output":"好"}'],
    ['a usage that is no number', '{"usage":{"prompt_tokens":"12","completion_tokens":8}}'],
    ['half a usage', '{"usage":{"prompt_tokens":12}}'],
    ['a usage further down', '{"data":{"usage":{"prompt_tokens":12,"completion_tokens":8}}}'],
    ['a negative usage', '{"usage":{"prompt_tokens":-12,"completion_tokens":8}}'],
    ['no JSON', '好'],
    ['a stream without it', event({ delta: '好' }) + event('[DONE]')],
  ])('nothing is charged and a finding tells why for %s', async (_what, body) => {
    model.says(body)
    expect(await call()).toMatchObject({ text: body, records: [], findings: [{ code: 'gateway.usage.missing', level: 'error' }] })
  })

  test('an error of the backend costs nothing and need not tell usage', async () => {
    model.says('{"error":"busy"}', 503)
    expect(await call()).toEqual({ text: '{"error":"busy"}', records: [], findings: [] })
  })

  test('a seller who tries its own agent pays nothing', async () => {
    model.says(JSON.stringify(usage(100, 100)))
    await setBackend()
    expect((await send(sandbox.credentials.seller!.appcode!)).status).toBe(200)
    expect(sandbox.world.usage.size).toBe(0)
  })
})

describe('a streamed answer', () => {
  test('passes part by part: the first is there before the last is sent, byte for byte, and tokens are counted at its end', async () => {
    const { id, code } = await bought()
    await setBackend({ answers: 'streamed' })
    let rest = () => {}
    const text = event({ delta: '云商店' }) + event(usage(700, 300))
    const bytes = Buffer.from(text)
    model.does((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Of-The-Seller': 'yes' })
      // In the middle of a character.
      response.write(bytes.subarray(0, 20))
      rest = () => response.end(bytes.subarray(20))
    })
    const answer = await send(code)
    expect([answer.headers.get('content-type'), answer.headers.get('x-of-the-seller')]).toEqual(['text/event-stream', 'yes'])
    const reader = answer.body!.getReader()
    const parts = [(await reader.read()).value!]
    expect(Buffer.concat(parts)).toEqual(bytes.subarray(0, 20))
    expect(records(id)).toEqual([])
    rest()
    for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value)
    expect(Buffer.concat(parts).toString()).toBe(text)
    expect(records(id)).toEqual([1])
    expect(sandbox.journal.entries().at(-1)).toMatchObject({ findings: [], reply: { status: 200, body: text } })
  })

  test('that its backend breaks off is broken off for the caller too, and counts what it had told', async () => {
    const { id, code } = await bought()
    await setBackend()
    model.does((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write(event(usage(400, 100)), () => response.destroy())
    })
    const answer = await send(code)
    await expect(answer.text()).rejects.toThrow()
    expect([records(id), findings()]).toMatchObject([[0.5], [{ code: 'gateway.backend.broken-off', level: 'error' }]])
  })

  test('that stops coming is broken off after the timeout of the backend', async () => {
    const { id, code } = await bought()
    // Long enough for the head to come in time on a busy machine.
    await setBackend({ timeout: 500 })
    model.does((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(event({ delta: '好' }))
    })
    await expect((await send(code)).text()).rejects.toThrow()
    expect([records(id), findings()]).toMatchObject([[], [{ code: 'gateway.backend.broken-off', got: 'timeout timeout' }]])
  })

  test('whose caller goes away ends at the backend too', async () => {
    const { id, code } = await bought()
    await setBackend()
    const hungUp = model.hungUp()
    model.does((response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(event(usage(200, 100)))
    })
    const leave = new AbortController()
    const written = new Promise<void>((resolve) => {
      const stop = sandbox.journal.listen(() => {
        stop()
        resolve()
      })
    })
    const answer = await send(code, { signal: leave.signal })
    await answer.body!.getReader().read()
    leave.abort()
    await Promise.all([hungUp, written])
    expect([records(id), findings()]).toMatchObject([[0.3], [{ code: 'gateway.client.gone', level: 'warning' }]])
  })

  test('may be larger than any whole answer', async () => {
    const { id, code } = await bought()
    await setBackend()
    const delta = event({ delta: '好'.repeat(1000) })
    const text = delta.repeat(1000) + event(usage(500, 500))
    model.says(text)
    expect((await (await send(code)).text()).length).toBe(text.length)
    expect(records(id)).toEqual([1])
  })
})

describe('authentication of the backend', () => {
  test('by key: a token that the secret verifies, five minutes good; what the caller sent does not pass', async () => {
    const { code } = await bought()
    const secret = 'agent-secret-7f3a'
    expect((await setBackend({ appKey: 'd44cd9aa', appSecret: secret })).body).toMatchObject({ backend: { authentication: 'key' } })
    model.says(JSON.stringify(usage(1, 1)))
    const before = Date.now()
    await send(code, { headers: { Authorization: 'Bearer of-the-caller' } })
    const after = Date.now()
    const [head = '', body = '', signature] = model.heard[0]!.headers.authorization!.split('.')
    expect(signature).toBe(createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url'))
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
    expect(read(head)).toEqual({ alg: 'HS256', sign_type: 'SIGN' })
    const { api_key, timestamp, exp } = read(body)
    expect([api_key, exp - Math.ceil(timestamp / 1000)]).toEqual(['d44cd9aa', 300])
    expect(timestamp).toBeGreaterThanOrEqual(before)
    expect(timestamp).toBeLessThanOrEqual(after)
  })

  test('by constant headers: they go with every call, and no journal shows them', async () => {
    const { code } = await bought()
    const { body } = await setBackend({ headers: { Authorization: 'Bearer of-the-seller-1b9d', 'X-Model': 'pangu' } })
    expect(body).toMatchObject({ backend: { authentication: 'headers' } })
    model.says(JSON.stringify({ echo: 'Bearer of-the-seller-1b9d', ...usage(1, 1) }))
    await send(code, { headers: { Authorization: 'Bearer of-the-caller' } })
    expect(model.heard[0]!.headers).toMatchObject({ authorization: 'Bearer of-the-seller-1b9d', 'x-model': 'pangu' })
    expect(JSON.stringify([body, sandbox.journal.entries({ changes: true })])).not.toContain('of-the-seller-1b9d')
  })

  test.each([
    ['a key without its secret', { appKey: 'd44cd9aa' }],
    ['both ways', { appKey: 'a', appSecret: 'b', headers: { 'X-Model': 'pangu' } }],
    ['a header of the gateway', { headers: { 'X-Customer-Id': 'somebody' } }],
    ['a header twice', { headers: { 'X-Model': 'a', 'x-model': 'b' } }],
    ['a header that is none', { headers: { 'X Model': 'a' } }],
    ['a value with a line end', { headers: { 'X-Model': 'a\r\nX-Other: b' } }],
    ['no address', { url: undefined, appKey: 'a', appSecret: 'b' }],
  ])('%s is refused and changes nothing', async (_what, more) => {
    expect(await setBackend(more)).toMatchObject({ status: 400, body: { code: 'bad-request' } })
    expect(sandbox.world.products.get(AGENT)!.backend).toBeUndefined()
  })

  test('of an API product is not there', async () => {
    const body = { url: model.url, headers: { 'X-Model': 'pangu' } }
    expect(await sandbox.call('console.SetApiBackend', { path: { productId: 'id-check-call' }, body })).toMatchObject({ status: 400 })
  })
})

describe('the host of a backend', () => {
  test('is warned about until a production address is there; with strict addresses it is refused', async () => {
    const warnings = async () =>
      ((await setBackend()).body as { warnings: string[] }).warnings.filter((text) => text.includes('SetAddress'))
    expect(await warnings()).toHaveLength(1)
    await click(sandbox, 'SetAddress', { path: { seller: 'xinghai_soft' }, body: { use: 'basic', url: `${model.address}/isv` } })
    expect(await warnings()).toEqual([])
    sandbox.world.set('console.strictAddresses', true)
    expect(await setBackend({ url: 'https://agents.xinghai.example.com/chat' })).toMatchObject({
      status: 409,
      body: { code: 'address-not-allowed' },
    })
  })
})
