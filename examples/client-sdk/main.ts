/**
 * Lets the client meet three scenarios of a running sandbox, and shows what it saw and what it ended with. Only this file knows that
 * there is a sandbox: it starts the scenarios and takes the keys from it. The client would run against Huawei Cloud as it is.
 */
import { GlobalCredentials } from '@huaweicloud/huaweicloud-sdk-core'
import type { ICredential } from '@huaweicloud/huaweicloud-sdk-core/auth/ICredential.js'
import { type Client, createClient, isPaid, type Order, PAUSES } from './client.ts'
import { buyNaively } from './naive.ts'
import { type Account, signInWith, TokenCredential } from './token.ts'

const url = process.env.KOOSANDBOX_URL ?? 'http://127.0.0.1:4100'
/** `PAUSE=0` leaves the pauses out. */
const pauses = PAUSES.map((ms) => ms * Number(process.env.PAUSE ?? 1))

async function control<T>(path: string, method = 'GET'): Promise<T> {
  const answer = await fetch(`${url}/_sandbox${path}`, { method }).catch(() => {
    console.error(`No sandbox answers at ${url}. Run \`npm start\` first, or set KOOSANDBOX_URL.`)
    process.exit(3)
  })
  if (!answer.ok) throw new Error(`${method} /_sandbox${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as T
}

const { buyer } = await control<{ buyer: Account }>('/credentials')
const keys = new GlobalCredentials({ ak: buyer.ak, sk: buyer.sk, domainId: buyer.domain_id })
const signIn = signInWith(url, buyer)
const token = new TokenCredential(async () => {
  console.log('    signs in')
  return signIn()
})

const clientWith = (credential: ICredential, endpoints = [url]): Client =>
  createClient({
    endpoints,
    credential,
    pauses,
    onAnswer: ({ method, url: path }, status, code) =>
      console.log(`    ${method} ${path} → ${status ?? 'no answer'} ${code ?? ''}`.trimEnd()),
  })
/** Reads what there is, without printing its calls. */
const observer = createClient({ endpoints: [url], credential: keys })

async function meet(scenario: string, title: string, work: () => Promise<unknown>): Promise<void> {
  console.log(`\n${scenario}: ${title}`)
  const before = new Set((await observer.orders()).map(({ order_id }) => order_id))
  await control(`/scenarios/${scenario}/start`, 'POST')
  await work()
  await control(`/scenarios/${scenario}/stop`, 'POST')
  const made = (await observer.orders()).filter(({ order_id }) => !before.has(order_id))
  console.log(`  ends with ${summary(made)}`)
}

function summary(made: readonly Order[]): string {
  const paid = made.filter(({ status }) => isPaid(status))
  const sum = paid.reduce((total, { amount_after_discount }) => total + amount_after_discount, 0)
  return `${made.length} new order${made.length === 1 ? '' : 's'}, ${paid.length} paid, ${sum} CNY in all`
}

async function buy(client: Client): Promise<void> {
  await client.pay(await client.order())
}

await meet('throttled-then-fine', 'lists the orders', () => clientWith(keys).orders())
await meet('token-dies-midway', 'lists the orders page by page, with a token', () => clientWith(token).orders({ pageSize: 10 }))
await meet('paid-but-answer-lost', 'buys a certificate', () => buy(clientWith(keys)))
await meet('paid-but-answer-lost', 'buys one with two endpoints: the SDK repeats the payment by itself', () =>
  buy(clientWith(keys, [url, url])),
)
await meet('paid-but-answer-lost', 'buys one with a retry around everything, and ends wrong', () => buyNaively(clientWith(keys)))
