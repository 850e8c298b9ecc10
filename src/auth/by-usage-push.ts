import { verifyUsagePush } from '../signing/index.ts'
import type { Caller } from '../world/caller.ts'
import { accountOf, errorNamed, type Proof } from './proof.ts'

/**
 * The usage push names nobody: whose basic key signed it is found by trying (koogallery.md 10.1; a world has few sellers).
 * @throws VendorError 401 94060002
 */
export function byUsagePush({ operation, call, world, tell }: Proof): Caller {
  const { signature = '', ts = '', nonce = '' } = call.headers
  const push = { ts, nonce, body: new TextDecoder().decode(call.body) }
  for (const key of world.sellerKeys.all()) {
    if (key.use === 'basic' && verifyUsagePush(push, signature, key.secret).ok) {
      return { account: accountOf(world, key.accountId), by: 'usage', credentialId: key.id }
    }
  }
  const expected = 'base64 of HMAC-SHA256 over ts={ts}&nonce={nonce}&body={sorted body}'
  tell(
    'usage-signature',
    '/header/signature',
    expected,
    'another value',
    'The key is the one bound to the basic interfaces; the body is sorted before signing.',
  )
  return operation.fail(errorNamed(operation, '94060002'))
}
