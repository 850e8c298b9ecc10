import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { replayRun, startSandbox } from '../../src/index.ts'
import { sendSigned } from '../helpers/signed-call.ts'
import { openSeller } from '../marketplace/seller.ts'
import { goodAnswer, PRODUCT } from '../marketplace/shop.ts'

const folder = mkdtempSync(join(tmpdir(), 'koosandbox-placeholders-'))
const file = join(folder, 'run.json')
const SELLER = '5a1c0e7b92d84f36a7c1e05d3b684f92'
const OWN_KEY = 'the-key-of-our-real-interface-1'
const MISTAKE = 'MIIa-token-of-the-real-cloud-pasted-by-mistake'

/** Everything that must not stand in the file, by what it is. */
const secrets: Record<string, string> = { 'own key': OWN_KEY, 'pasted token': MISTAKE }
const seller = await openSeller(goodAnswer)
afterAll(() => seller.close())
const address = { id: 'own', sellerId: SELLER, use: 'basic', url: seller.url, version: 2, debuggedAt: '-P1D' }
const config = { addresses: [address], sellerKeys: [{ id: 'a-own', accountId: SELLER, use: 'basic', secret: OWN_KEY }] }

beforeAll(async () => {
  await using sandbox = await startSandbox({ record: file, config })
  const { ak, sk, token, user_name, password, domain_name } = sandbox.credentials.buyer!
  Object.assign(secrets, { 'secret key': sk, token, password })
  const signed = { target: '/v2/orders/customer-orders?limit=2' }
  expect(await sendSigned(sandbox.url, signed, { ak, sk })).toMatchObject({ status: 200 })
  expect(await sendSigned(sandbox.url, signed, { ak, sk: 'a-wrong-secret-key-0000' })).toMatchObject({ status: 401 })
  const asked = { url: `${sandbox.url}/v2/orders/customer-orders`, headers: { 'X-Auth-Token': MISTAKE } }
  expect((await fetch(asked.url, asked)).status).toBe(401)
  const user = { name: user_name, password, domain: { name: domain_name } }
  const auth = { identity: { methods: ['password'], password: { user } }, scope: { domain: { name: domain_name } } }
  const answer = await sandbox.call('iam.KeystoneCreateUserTokenByPassword', { body: { auth } })
  expect(answer.status).toBe(201)
  secrets['new token'] = answer.headers['x-subject-token'] as string
  expect((await sandbox.call('bss.ListCustomerOrders', { headers: { 'x-auth-token': secrets['new token'] } })).status).toBe(200)
  await sandbox.call('sandbox.ShowCredentials', { path: { world: 'default' } })
  await sandbox.buy(PRODUCT.month)
  await sandbox.clock.pass('10s')
  expect(seller.calls.length).toBeGreaterThan(0)
})

test('no secret stands in the file, in whatever form', () => {
  const text = readFileSync(file, 'utf8')
  for (const [what, secret] of Object.entries(secrets)) {
    expect(text.includes(secret), what).toBe(false)
    expect(text.includes(encodeURIComponent(secret)), what).toBe(false)
  }
  expect(text).toContain('Signature={{signature}}')
  expect(text).toContain('{{signature by seller-key a-own}}')
})

test('it is repeated identically by somebody who has none of them: all is signed again', async () => {
  expect(await replayRun(readFileSync(file, 'utf8'), 'run.json')).toMatchObject({ requests: 7, differences: [] })
})

test('and by the owner, with the configuration', async () => {
  expect(await replayRun(readFileSync(file, 'utf8'), 'run.json', { sandbox: { config } })).toMatchObject({ differences: [] })
})

describe('a run of a sandbox that other machines can reach', () => {
  const file = join(folder, 'shared.json')
  let seed = ''
  let controlToken = ''

  beforeAll(async () => {
    await using sandbox = await startSandbox({ record: file, host: '0.0.0.0' })
    seed = sandbox.world.seed
    controlToken = sandbox.controlToken as string
    const url = `${sandbox.url.replace('0.0.0.0', '127.0.0.1')}/_sandbox/clock`
    for (const headers of [{ 'X-Sandbox-Token': controlToken }, { Authorization: `Bearer ${controlToken}` }])
      expect((await fetch(url, { headers })).status).toBe(200)
    expect(await sandbox.call('sandbox.ExportWorld', { path: { world: 'default' } })).toMatchObject({ status: 200, body: { seed } })
    await sandbox.buy(PRODUCT.month)
    await sandbox.call('bss.ListCustomerOrders')
  })

  test('does not contain the seed from which its secrets are made, nor the control token', () => {
    const text = readFileSync(file, 'utf8')
    expect(text).not.toContain(seed)
    expect(text).not.toContain(controlToken)
    expect(text).toContain('"seed":"{{seed 1}}"')
  })

  test('is refused without the seed, with the way to give it', async () => {
    await expect(replayRun(readFileSync(file, 'utf8'), 'shared.json')).rejects.toThrow(
      'shared.json was recorded by a sandbox that other machines could reach. Its seed is not in the file, because its keys and passwords are made from it. Give the seed that `serve` printed: koosandbox replay shared.json --seed TEXT',
    )
  })

  test('is repeated identically with the seed', async () => {
    expect(await replayRun(readFileSync(file, 'utf8'), 'shared.json', { sandbox: { seed } })).toMatchObject({
      requests: 5,
      differences: [],
    })
  })
})

test('a delivery that is signed wrongly is seen', async () => {
  const text = readFileSync(file, 'utf8').replace('{{signature by seller-key a-own}}', 'f00d')
  const { differences } = await replayRun(text, 'run.json')
  expect(differences).toMatchObject([{ operation: 'production.newInstance', place: 'query signature', expected: '"f00d"' }])
})
