import { afterAll, describe, expect, test } from 'vitest'
import { machineSecret, seededNumbers, startSandbox, systemClock } from '../../src/index.ts'
import { createExaminations } from '../../src/verify/examinations.ts'
import { BROKEN } from '../sellers/broken.ts'
import { KEY, serveSeller } from '../verify/serve-seller.ts'
import { type Called, connectTo } from './connect.ts'

const stop = new AbortController()
const examinations = createExaminations({ systemClock, stop: stop.signal, secret: machineSecret, chance: seededNumbers })
const sandbox = await startSandbox({ examinations: () => Promise.resolve(examinations) })
const seller = await serveSeller((good) => good, sandbox.credentials.seller?.keys?.['basic'])
const { client, use, ...http } = await connectTo(sandbox.url)
const { tools } = await client.listTools()

afterAll(async () => {
  await http[Symbol.asyncDispose]()
  await seller[Symbol.asyncDispose]()
  stop.abort()
  await sandbox.close()
})

type Args = Readonly<Record<string, unknown>>
type Made = Readonly<Record<string, string>>
/** One use of a tool: what it is called with, what its text says, and what of its value later rows need. */
type Row = readonly [tool: string, args: Args | ((made: Made) => Args), says: RegExp, keep?: (value: Called['value']) => Made]

const world = 'mine'

/** A story in which nearly every tool is used; the others are used below. */
const STORY: readonly Row[] = [
  ['list_worlds', {}, /^default +2026-01-01T00:00:00.000Z \(frozen\) +46 orders\nStarts: busy, default,/],
  ['create_world', { name: world }, /^World "mine" has 46 orders/],
  ['list_entities', { world }, /^accounts +7\n[\s\S]*^orders +46 +pending-payment 10,/m],
  [
    'list_entities',
    { world, kind: 'orders', status: 'pending-payment', limit: 1 },
    /^1 of 10 entities of orders\n\{"id":"CS\w+"[\s\S]*9 more: call again with offset 1\.$/,
  ],
  [
    'list_products',
    { world, text: 'crm-b' },
    /^crm-basic-month +saas +period +199\.00 yuan +xinghai_soft +星海CRM 基础版[\s\S]*crm-buyout/,
  ],
  ['set_seller_address', { world, url: seller.url }, /^address-1: calls of basic go to http:\/\/127/],
  [
    'buy_product',
    { world, product: 'crm-basic-month', pay: false },
    /^Order CS\w+ \(new\): pending-payment \(\S+\), 199\.00 yuan, 1 × 星海CRM[\s\S]*call pay_orders[\s\S]*Facts: order\.placed/,
    ({ order }) => ({ order: order.id }),
  ],
  [
    'pay_orders',
    ({ order }) => ({ world, orders: [order] }),
    /^199\.00 yuan: paid\nOrder CS\w+ \(new\): processing[\s\S]*Resource [\w-]+: creating/,
  ],
  ['show_clock', { world, limit: 1 }, /^2026-01-01T00:00:00.000Z \(frozen\)\n\d+ things planned, the first 1:\n\S+ +order\.deadline/],
  [
    'advance_clock',
    { world, by: '1m' },
    /^2026-01-01T00:00:00.000Z → 2026-01-01T00:01:00.000Z \(frozen\), \d+ things? done\n[\s\S]*order\.completed/,
  ],
  ['show_entity', ({ order }) => ({ world, kind: 'orders', id: order }), /"status": "completed"/],
  [
    'verify_seller',
    { world, cases: ['newInstance'] },
    /^Examination E\w+ of http\S+ as saas-period: nothing failed\.\n\d+ passed[\s\S]*passed +newInstance/,
  ],
  [
    'renew_resource',
    ({ order }) => ({ world, resource: order, period: { num: 2 } }),
    /^Order CS\w+ \(renewal\): \S+ \(\S+\), 398\.00 yuan/,
  ],
  ['advance_clock', { world, to: '2026-01-02' }, /→ 2026-01-02T00:00:00.000Z/],
  [
    'list_deliveries',
    ({ order }) => ({ world, order }),
    /^D\w+ +production\.newInstance +succeeded +CS\w+ +1 attempt +200/,
    ({ deliveries }) => ({ delivery: deliveries[0].id }),
  ],
  [
    'show_delivery',
    ({ delivery }) => ({ world, delivery }),
    /^D\w+ production\.newInstance → http[\s\S]*Attempt 1, [\s\S]*: 200, passed\n {2}POST http[\s\S]*signed text: [\s\S]*answer: \{[\s\S]*"resultCode":"000000"/,
  ],
  ['resend_deliveries', ({ delivery }) => ({ world, deliveries: [delivery], fresh: true, times: 2 }), /200, passed[\s\S]*200, passed/],
  [
    'put_state',
    ({ order }) => ({ world, kind: 'orders', id: order, status: 'completed' }),
    /: completed → completed\. It was there already\.$/,
  ],
  [
    'unsubscribe_resource',
    ({ order }) => ({ world, resource: order, renewals_only: true, reason: 'too many' }),
    /^Order CS\w+ \(unsubscribe\)/,
  ],
  ['list_faults', { world }, /^No rule changes calls of world "mine"\.$/],
  [
    'add_fault',
    { on: 'bss.ListCustomerOrders', answer: 'CBC.0999', times: 1 },
    /^Rule F1: \{"on":"bss\.ListCustomerOrders",[\s\S]*remove_fault/,
    ({ id }) => ({ fault: id }),
  ],
  ['list_faults', {}, /^F1 +changed 0 of 0, 1 left/],
  ['list_scenarios', { text: 'throttled-then' }, /^throttled-then-fine +\S/],
  ['start_scenario', { scenario: 'throttled-then-fine' }, /^throttled-then-fine +running +step 1 of \d/],
  ['list_scenarios', { text: 'throttled-then' }, /Started:\nthrottled-then-fine +running/],
  ['stop_scenario', { scenario: 'throttled-then-fine' }, /^throttled-then-fine +stopped/],
  [
    'explain_signature',
    { request: 'curl "http://localhost/isv?signature=1&timestamp=2&nonce=3" -d {}' },
    /^V2, marketplace → seller, signed with the key \S+ of the basic interfaces\n1\. Body as sent[\s\S]*Expected: [0-9a-f]{64}\nGiven: 1 \(wrong\)\nNext: /,
  ],
  ['explain_refusal', {}, /^No call was refused in world "default"\.$/],
]

test('every tool, in a story of a seller', async () => {
  let made: Made = {}
  for (const [tool, args, says, keep] of STORY) {
    const called = await use(tool, typeof args === 'function' ? args(made) : args)
    expect(called.text, tool).toMatch(says)
    expect(called.failed, tool).toBe(false)
    expect(called.value, tool).toBeTypeOf('object')
    if (keep) made = { ...made, ...keep(called.value) }
  }

  // Calls of an app: changed on purpose, refused for a missing token, refused by the rules of the marketplace.
  await sandbox.call('bss.ListCustomerOrders')
  const text = async (name: string, args: Args = {}) => (await use(name, args)).text
  expect(await text('explain_refusal')).toMatch(
    /was answered with \d+, error CBC\.0999\.\nIt was changed on purpose by rule F1: .*remove_fault[\s\S]*^CBC\.0999 \(bss/m,
  )
  expect(await text('remove_fault', { fault: made['fault'] })).toBe('Rule F1 is removed.')
  await sandbox.fetch('/v2/orders/customer-orders')
  const journal = await use('list_journal', { refused: true })
  expect(journal.text).toMatch(/GET \/v2\/orders\/customer-orders +401 +APIGW\.0301:absent +request\.auth\.absent$/m)
  const { n } = journal.value.entries.at(-1)
  expect(await text('explain_refusal', { exchange: n })).toMatch(
    /^Call \d+: GET [\s\S]*- error request\.auth\.absent at \/header: expected token or aksk, got none\n {2}Send X-Auth-Token[\s\S]*^APIGW\.0301:absent/m,
  )
  expect(await text('show_exchange', { exchange: n })).toMatch(
    /^Call \d+, bss\.ListCustomerOrders[\s\S]*\n401\n[\s\S]*error_code[\s\S]*Findings:/,
  )
  expect(await text('explain_refusal', { code: 'CBC.99003106' })).toMatch(
    /^CBC\.99003106 \(bss, 400\): [\s\S]*Cause: [\s\S]*To reproduce with bss\.PayOrders: /,
  )

  const [, broken] = BROKEN
  await using mistaken = await serveSeller(broken?.breaks)
  const examined = await use('verify_seller', { url: mistaken.url, key: KEY, cases: ['newInstance'] })
  expect(examined.text).toMatch(/: the seller has mistakes\.\n[\s\S]*^failed: newInstance, [\s\S]*- error \S+ at \S+: expected /m)
  expect(examined.text).toContain(broken?.rule)
  expect([examined.failed, examined.value.state]).toEqual([false, 'finished'])

  const used = new Set([...STORY.map(([tool]) => tool), ...USED_BELOW])
  expect([...tools.map(({ name }) => name)].filter((name) => !used.has(name))).toEqual([])
})

const USED_BELOW = ['list_journal', 'show_exchange', 'remove_fault', 'restart_delivery']

/** Refusals: what failed, and which tool helps. */
const REFUSED: readonly (readonly [tool: string, args: Args, says: RegExp])[] = [
  ['list_entities', { world: 'nowhere' }, /world "nowhere"[\s\S]*Next: Call list_worlds/],
  ['list_entities', { kind: 'order' }, /Did you mean "orders"\?[\s\S]*Next: Call list_entities without kind/],
  ['show_entity', { kind: 'orders', id: 'CS1' }, /"CS1"[\s\S]*Next: Call list_entities/],
  ['put_state', { kind: 'orders', id: 'CS1', status: 'completed' }, /"CS1"[\s\S]*Next: Call list_entities/],
  ['create_world', { name: 'default' }, /"default"[\s\S]*Next: /],
  ['buy_product', { product: 'crm' }, /There is no product "crm"[\s\S]*There are: crm-basic-month,[\s\S]*Next: Call list_products/],
  ['pay_orders', { orders: ['CS1'] }, /CS1[\s\S]*Next: Call list_entities with kind orders/],
  ['renew_resource', { resource: 'r1' }, /r1[\s\S]*Next: Call list_entities with kind resources/],
  ['unsubscribe_resource', { resource: 'CS1' }, /CS1[\s\S]*Next: Call list_entities with kind orders/],
  ['advance_clock', {}, /Pass either by .* or to/],
  ['advance_clock', { by: 'soon' }, /soon[\s\S]*Next: Write a duration such as 90s/],
  ['add_fault', { on: 'bss.PayOrder', status: 500 }, /Did you mean "bss\.PayOrders"\?[\s\S]*Next: /],
  ['remove_fault', { fault: 'F99' }, /F99[\s\S]*Next: Call list_faults/],
  ['start_scenario', { scenario: 'throttled' }, /throttled[\s\S]*Next: Call list_scenarios/],
  ['show_delivery', { delivery: 'D1' }, /D1[\s\S]*Next: Call list_deliveries/],
  ['restart_delivery', { delivery: 'D1' }, /D1[\s\S]*Next: Call list_deliveries/],
  ['resend_deliveries', { deliveries: ['D1'] }, /D1[\s\S]*Next: Call list_deliveries/],
  ['set_seller_address', { url: 'http://localhost:1/isv', seller: 'nobody' }, /nobody[\s\S]*Next: Call list_entities with kind accounts/],
  ['show_exchange', { exchange: 9999 }, /There is no call 9999[\s\S]*Call list_journal/],
  ['explain_refusal', { code: 'CBC.9' }, /CBC\.9[\s\S]*Next: Use a code as it stands in an answer/],
  ['verify_seller', { profile: 'saas-periods' }, /There is no profile "saas-periods"\. Did you mean "saas-period"\?[\s\S]*Next: /],
  ['verify_seller', { url: 'http://seller.example.com/isv', key: 'k' }, /seller\.example\.com/],
  ['verify_seller', { examination: 'E9999' }, /E9999[\s\S]*Next: Call verify_seller without examination/],
  ['explain_signature', { request: 'hello' }, /must begin with "curl"[\s\S]*Next: /],
  ['buy_products', {}, /^There is no tool "buy_products"\. Did you mean "buy_product"\? The tools are: list_worlds,/],
]

test.each(REFUSED)('%s %j is refused', async (tool, args, says) => {
  const { text, failed } = await use(tool, args)
  expect(text).toMatch(says)
  expect(failed).toBe(true)
})

describe.each(tools)('wrong arguments of $name', ({ name, inputSchema: { properties = {}, required = [] } }) => {
  test('an unknown one, missing ones and one of another type are told', async () => {
    const unknown = await use(name, { wrold: 1 })
    expect(unknown.failed).toBe(true)
    expect(unknown.text).toMatch(new RegExp(`^${name} has no argument "wrold"\\.`))
    for (const one of required) expect(unknown.text).toContain(`The argument "${one}" is missing.`)
    const [first] = Object.keys(properties)
    if (first === undefined) return
    const wrong = await use(name, { [first]: { no: 'such' } })
    expect(wrong.failed).toBe(true)
    expect(wrong.text).toMatch(new RegExp(`The argument "${first}\\S*" must be|has no argument`))
    expect(wrong.text).toContain(`Next: correct the arguments and call ${name} again.`)
  })
})

test('each tool says what it does and describes each argument', () => {
  const silent = tools.flatMap(({ name, title, description = '', inputSchema, annotations }) => [
    ...(title && description.length > 30 && annotations?.readOnlyHint !== undefined ? [] : [name]),
    ...Object.entries(inputSchema.properties ?? {}).flatMap(([argument, schema]) =>
      'description' in schema ? [] : [`${name}.${argument}`],
    ),
  ])
  expect(tools.length).toBeGreaterThan(20)
  expect(silent).toEqual([])
})
