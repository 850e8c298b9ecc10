import { execFile } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readFileSync } from 'node:fs'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { GlobalCredentials } from '@huaweicloud/huaweicloud-sdk-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Client, createClient, isPaid, type Options } from '../../examples/client-sdk/client.ts'
import { buyNaively } from '../../examples/client-sdk/naive.ts'
import { signInWith, TokenCredential } from '../../examples/client-sdk/token.ts'
import { type Sandbox, startSandbox } from '../../src/index.ts'

const project = join(import.meta.dirname, '..', '..')
const folder = join(project, 'examples', 'client-sdk')

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

/** Every call that this process made, as its own HTTP stack saw it: below the SDK, whose own repetitions are here, too. */
const wire: { readonly request: ClientRequest; status?: number }[] = []
const started = (message: unknown) => void wire.push({ request: (message as { request: ClientRequest }).request })
const finished = (message: unknown) => {
  const { request, response } = message as { request: ClientRequest; response: IncomingMessage }
  for (const call of wire) if (call.request === request && response.statusCode !== undefined) call.status = response.statusCode
}
beforeEach(() => {
  sandbox.reset()
  wire.length = 0
  subscribe('http.client.request.start', started)
  subscribe('http.client.response.finish', finished)
})
afterEach(() => {
  unsubscribe('http.client.request.start', started)
  unsubscribe('http.client.response.finish', finished)
})

/** Each call by its method, a part of its path and its status, such as `POST orders/pay 204`. One without an answer is `lost`. */
const seen = () =>
  wire.map(({ request, status }) => `${request.method} ${WORDS.find((word) => request.path.includes(word))} ${status ?? 'lost'}`)
const WORDS = ['auth/tokens', 'certificates/buy', 'orders/pay', 'details', 'customer-orders']

const buyer = () => sandbox.credentials.buyer!
const keys = () => new GlobalCredentials({ ak: buyer().ak, sk: buyer().sk, domainId: buyer().domain_id })
const token = () => new TokenCredential(signInWith(sandbox.url, buyer()))
const clientWith = (options: Partial<Options> = {}): Client =>
  createClient({ endpoints: [sandbox.url], credential: keys(), pauses: [0, 0, 0], ...options })

/** What a piece of work leaves behind: the buyer's new orders by state, their payments, and what the account paid for them. */
async function leaves(scenario: string, work: () => Promise<unknown>) {
  const before = new Set([...sandbox.world.orders.all()].map(({ id }) => id))
  const balance = () => sandbox.world.accounts.get(buyer().domain_id)!.balance
  const had = balance()
  sandbox.scenarios.start(scenario)
  const result = await work().catch((error: { readonly errorCode?: string }) => error.errorCode)
  const made = [...sandbox.world.orders.all()].filter(({ id }) => !before.has(id))
  const payments = sandbox.facts.of('order.paid').filter(({ orderId }) => made.some(({ id }) => id === orderId))
  const state = sandbox.scenarios.status()[0]?.state
  return { result, state, orders: made.map(({ status }) => status), payments: payments.length, spent: (had - balance()) / 100 }
}

const buy = async (client: Client) => client.pay(await client.order())
const ORDER = 'POST certificates/buy 200'
const PRICE = 2700
const BOUGHT_ONCE = { result: undefined, state: 'finished', orders: ['processing'], payments: 1, spent: PRICE }

test('throttled-then-fine: the client asks again and gets all orders', async () => {
  const all = await clientWith().orders()
  wire.length = 0
  const answers: (number | undefined)[] = []
  const { result, ...left } = await leaves('throttled-then-fine', () =>
    clientWith({ onAnswer: (_call, status) => answers.push(status) }).orders(),
  )
  expect(result).toEqual(all)
  expect(all.length).toBeGreaterThan(20)
  expect(left).toEqual({ state: 'finished', orders: [], payments: 0, spent: 0 })
  expect(seen()).toEqual(['GET customer-orders 429', 'GET customer-orders 429', 'GET customer-orders 200'])
  expect(answers).toEqual([429, 429, 200])
})

test('throttled-then-fine: a client that is not patient enough gets the refusal, never an empty list', async () => {
  const { result } = await leaves('throttled-then-fine', () => clientWith({ pauses: [0] }).orders())
  expect(result).toBe('APIGW.0308')
})

test('token-dies-midway: the client asks IAM for one new token, goes on where it was, and gets all orders', async () => {
  const all = await clientWith().orders()
  wire.length = 0
  const { result, ...left } = await leaves('token-dies-midway', () => clientWith({ credential: token() }).orders({ pageSize: 10 }))
  expect(result).toEqual(all)
  expect(left).toEqual({ state: 'finished', orders: [], payments: 0, spent: 0 })
  expect(seen()).toEqual([
    'POST auth/tokens 201',
    'GET customer-orders 200',
    'GET customer-orders 401',
    'POST auth/tokens 201',
    'GET customer-orders 200',
    'GET customer-orders 200',
  ])
})

test('token-dies-midway: calls at the same moment share the new token', async () => {
  const client = clientWith({ credential: token() })
  await leaves('token-dies-midway', async () => {
    await client.orders()
    await Promise.all([client.orders(), client.orders(), client.orders(), client.orders()])
  })
  const all = seen()
  expect(all.filter((call) => call === 'POST auth/tokens 201')).toHaveLength(2)
  expect(all.filter((call) => call === 'GET customer-orders 200')).toHaveLength(5)
})

test('token-dies-midway waits for a token: a client that signs with its keys does not meet it', async () => {
  const { state } = await leaves('token-dies-midway', () => clientWith().orders({ pageSize: 10 }))
  expect(state).toBe('running')
  expect(seen()).toEqual(Array.from({ length: 3 }, () => 'GET customer-orders 200'))
})

test('a sign-in that fails is not kept: the next call signs in again', async () => {
  const client = clientWith({ credential: token() })
  const { result } = await leaves('password-refused-once', () => client.orders())
  expect(result).toBe(401)
  expect((await client.orders()).length).toBeGreaterThan(20)
})

/** What the careful client sees while it buys a certificate. */
const PURCHASES: readonly (readonly [scenario: string, endpoints: 1 | 2, sees: readonly string[]])[] = [
  ['paid-but-answer-lost', 1, ['POST orders/pay 504', 'GET details 200']],
  // The SDK pays a second time by itself, and the client sees only what came of that.
  ['paid-but-answer-lost', 2, ['POST orders/pay 504', 'POST orders/pay 400', 'GET details 200']],
  ['double-payment', 1, ['POST orders/pay lost', 'GET details 200']],
  ['double-payment', 2, ['POST orders/pay lost', 'POST orders/pay 400', 'GET details 200']],
  ['payment-never-arrived', 1, ['POST orders/pay lost', 'GET details 200', 'POST orders/pay 204']],
  ['payment-never-arrived', 2, ['POST orders/pay lost', 'POST orders/pay 204']],
] // biome-ignore format: a table

test.each(PURCHASES)('%s, with %i endpoints: the client pays one order once', async (scenario, endpoints, sees) => {
  const client = clientWith({ endpoints: Array.from({ length: endpoints }, () => sandbox.url) })
  expect(await leaves(scenario, () => buy(client))).toEqual(BOUGHT_ONCE)
  expect(seen()).toEqual([ORDER, ...sees])
})

test('paid-but-answer-lost, with 2 endpoints: other calls at the same moment do not spoil the signature of the repeated payment', async () => {
  const client = clientWith({ endpoints: [sandbox.url, sandbox.url] })
  const id = await client.order()
  sandbox.scenarios.start('paid-but-answer-lost')
  await Promise.all([client.pay(id), client.orders(), client.orders()])
  expect(seen().filter((call) => call.startsWith('POST orders/pay'))).toEqual(['POST orders/pay 504', 'POST orders/pay 400'])
  expect(sandbox.facts.of('order.paid').map(({ orderId }) => orderId)).toEqual([id])
})

test('paid-but-answer-lost: a client with a retry around everything ends with two orders and pays for both', async () => {
  const { result, ...left } = await leaves('paid-but-answer-lost', () => buyNaively(clientWith()))
  expect(left).toEqual({ state: 'finished', orders: ['processing', 'processing'], payments: 2, spent: 2 * PRICE })
  expect(seen()).toEqual([ORDER, 'POST orders/pay 504', ORDER, 'POST orders/pay 204'])
  expect(result).toMatch(/^CS/)
})

test('an order whose answer is lost is not placed twice, by the client or by the SDK', async () => {
  sandbox.faults.add({ on: 'scm.SubscribeCertificate', status: 504, acts: true })
  const client = clientWith({ endpoints: [sandbox.url, sandbox.url] })
  const before = (await client.orders()).length
  await expect(client.order()).rejects.toMatchObject({ httpStatusCode: 504 })
  expect(await client.orders()).toHaveLength(before + 1)
})

test('a refusal that is none of the network’s ends the payment at once', async () => {
  expect(await leaves('balance-too-low', () => buy(clientWith()))).toMatchObject({ result: 'CBC.99005003', payments: 0 })
  expect(seen()).toEqual([ORDER, 'POST orders/pay 400'])
})

test('an order that was cancelled is not taken for a paid one', async () => {
  const client = clientWith()
  const id = await client.order()
  await sandbox.call('bss.CancelCustomerOrder', { body: { order_id: id } })
  await expect(client.pay(id)).rejects.toMatchObject({ errorCode: 'CBC.99003106' })
  expect((await client.orders()).find(({ order_id }) => order_id === id)?.status).toSatisfy((status: number) => !isPaid(status))
})

const FILES = ['README.md', 'README.zh-CN.md']
/** The blocks of a README in one language of code. */
const blocks = (file: string, language: string): string[] =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, text = '']) => text,
  )

test('the READMEs give the same two commands, and the second prints what they show', async () => {
  const commands = blocks('README.md', 'sh').flatMap((block) => block.trim().split('\n'))
  expect(commands).toEqual(['npm ci && npm start', 'node --import tsx examples/client-sdk/main.ts'])
  for (const language of ['sh', 'text']) expect(blocks('README.zh-CN.md', language)).toEqual(blocks('README.md', language))
  const { stdout } = await promisify(execFile)('sh', ['-c', commands[1]!], {
    cwd: project,
    env: { ...process.env, KOOSANDBOX_URL: sandbox.url, PAUSE: '0' },
  })
  const shown = blocks('README.md', 'text')
  expect(shown.length).toBeGreaterThan(0)
  for (const text of shown) expect(stdout).toContain(text)
  const manifest = readFileSync(join(project, 'node_modules/@huaweicloud/huaweicloud-sdk-core/package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  for (const file of FILES) expect(readFileSync(join(folder, file), 'utf8')).toContain(`\`@huaweicloud/huaweicloud-sdk-core\` ${version}`)
}, 120_000)
