import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { type Keys, sendSigned } from '../helpers/signed-call.ts'

let sandbox: Sandbox
let buyer: Keys & { domain_id: string; project_id: string }
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.reset()
  buyer = sandbox.credentials.buyer!
})

const signed = async (target: string, body?: object, keys: Keys = buyer) => {
  const call = body
    ? { method: 'POST', target, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
    : { method: 'GET', target }
  const answer = await sendSigned(sandbox.url, call, keys)
  return { status: answer.status, body: answer.json() }
}
const decode = (encoded_message: string, keys?: Keys) => signed('/v5/decode-authorization-message', { encoded_message }, keys)

/** Takes a permission from the buyer and runs into its lack. */
async function refusedCall(permission: string) {
  sandbox.world.accounts.change(buyer.domain_id, { denied: [permission] })
  return sandbox.call('workspace.CreateDesktopBatchOrder', { body: { type: 'RESIZE' } })
}

test('the reason that a refusal carries is decoded for the account it was given to (S-05)', async () => {
  const refused = await refusedCall('workspace:orders:change')
  expect(refused).toMatchObject({ status: 400, body: { error_code: 'WKS.XXXX', encoded_authorization_message: expect.any(String) } })

  const { status, body } = await decode(refused.body.encoded_authorization_message)

  expect(status).toBe(200)
  const account = sandbox.world.accounts.get(buyer.domain_id)!
  expect(JSON.parse(body.decoded_message)).toEqual({
    context: {
      user_profile: { domain_id: account.id, user_id: account.userId },
      action: 'workspace:orders:change',
      resource: `/v2/${buyer.project_id}/periodic/change/batch-order`,
    },
    failure: 'implicit deny by identity-based policy',
  })
})

test('another account, another world and made-up texts get nothing decoded', async () => {
  const { encoded_authorization_message: message } = (await refusedCall('workspace:orders:change')).body
  expect(await decode(message, sandbox.credentials.seller!)).toMatchObject({ status: 403, body: { error_code: 'STS5.XXXX' } })
  const unreadable = { status: 400, body: { error_code: 'STS5.1001', error_msg: expect.any(String) } }
  for (const text of ['HY0L8G1lOe3rcfgxfKVP+AK', 'e30', `${message}x`, message.slice(4)]) expect(await decode(text)).toEqual(unreadable)
})

test('a permission of another kind is not missed', async () => {
  expect((await refusedCall('workspace:orders:create')).body.encoded_authorization_message).toBeUndefined()
})

test('the caller is told who it is', async () => {
  const { id, userId, userName } = sandbox.world.accounts.get(buyer.domain_id)!
  const who = { account_id: id, principal_id: userId, principal_urn: `iam::${id}:user:${userName}` }
  expect(await signed('/v5/caller-identity')).toEqual({ status: 200, body: who })
})

test('temporary keys sign calls until they end', async () => {
  const made = await sandbox.call('iam.CreateTemporaryAccessKeyByToken', { body: { auth: { identity: { methods: ['token'] } } } })
  const { access, secret, securitytoken } = made.body.credential
  const call = { target: '/v5/caller-identity', headers: { 'X-Security-Token': securitytoken } }
  const status = async () => (await sendSigned(sandbox.url, call, { ak: access, sk: secret })).status

  expect(await status()).toBe(200)
  sandbox.clock.advance('15m')
  expect(await status()).toBe(401)
})
