import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { worldTest as test } from '../helpers/audited.ts'
import { sendSigned } from '../helpers/signed-call.ts'

const balanceOf = (sandbox: Sandbox) => sandbox.world.accounts.where('name', 'chengming_tech').first()?.balance ?? 0

test('money put into an account is there, and told as a fact (S-14)', async ({ sandbox }) => {
  const before = balanceOf(sandbox)
  const { status, body } = await sandbox.call('console.RechargeAccount', {
    path: { account: 'chengming_tech' },
    body: { amount: '1000.5' },
  })

  expect(status).toBe(200)
  expect(balanceOf(sandbox)).toBe(before + 100_050)
  expect(body.facts).toMatchObject([{ type: 'account.recharged', amount: 100_050 }])
  expect(body.account).toMatchObject({ name: 'chengming_tech', balance: `${(before + 100_050) / 100}`.replace(/\.5$/, '.50') })
})

test.for([
  ['the account is unknown', 'chengming', { amount: '1.00' }, 404, 'unknown-account'],
  ['the amount is negative', 'chengming_tech', { amount: '-1.00' }, 400, 'bad-request'],
  ['the amount is a number', 'chengming_tech', { amount: 5 }, 400, 'bad-request'],
] as const)('is refused when %s, and nothing changes', async ([_when, account, body, status, code], { sandbox }) => {
  const facts = sandbox.facts.count
  const answer = await sandbox.call('console.RechargeAccount', { path: { account }, body })

  expect(answer).toMatchObject({ status, body: { code } })
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(sandbox.facts.count).toBe(facts)
})

const keysOf = (sandbox: Sandbox) => sandbox.call('console.ListAccessKeys', { path: { account: 'chengming_tech' } })
const create = (sandbox: Sandbox, account = 'chengming_tech') => sandbox.call('console.CreateAccessKey', { path: { account } })

test('a created access key signs calls until it is removed, and its secret is shown once (S-28)', async ({ sandbox }) => {
  const { key, secretKey: sk, facts } = (await create(sandbox)).body
  const { accessKey: ak } = key
  expect([ak.length, sk.length]).toEqual([20, 40])
  expect(facts).toMatchObject([{ type: 'key.issued', keyId: ak }])
  const ask = async () => (await sendSigned(sandbox.url, { target: '/v2/orders/customer-orders?limit=1' }, { ak, sk })).status
  expect(await ask()).toBe(200)

  const listed = await keysOf(sandbox)
  expect(listed.body.keys).toMatchObject([
    { accessKey: sandbox.credentials.buyer!.ak, printed: true },
    { accessKey: ak, printed: false },
  ])
  expect(JSON.stringify([listed.body, sandbox.facts.all()])).not.toContain(sk)

  const removed = await sandbox.call('console.RemoveAccessKey', { path: { accessKey: ak } })
  expect(removed.body.facts).toMatchObject([{ type: 'key.removed', keyId: ak }])
  expect(await ask()).toBe(401)
  expect((await create(sandbox)).body.key.accessKey).not.toBe(ak)
})

test('temporary keys take no place among the two of an account, and accounts have theirs apart', async ({ sandbox }) => {
  const auth = { identity: { methods: ['token'], token: { duration_seconds: 900 } } }
  expect((await sandbox.call('iam.CreateTemporaryAccessKeyByToken', { body: { auth } })).status).toBe(201)
  expect((await keysOf(sandbox)).body.keys).toHaveLength(1)
  expect((await create(sandbox)).status).toBe(200)
  expect((await create(sandbox)).body).toMatchObject({ status: 409, code: 'too-many-access-keys' })
  expect([await create(sandbox, 'sunyue_studio'), await create(sandbox, 'sunyue_studio')].map(({ status }) => status)).toEqual([200, 200])
})
