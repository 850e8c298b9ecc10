import type { Caller } from '../world/caller.ts'
import type { Credential } from './credential.ts'
import { accountOf, errorNamed, type Proof } from './proof.ts'

/** A token, issued by the sandbox's own IAM; 24 hours of world time. @throws VendorError 401 APIGW.0301 */
export function byToken({ operation, world, addFinding }: Proof, { id, pointer }: Extract<Credential, { kind: 'token' }>): Caller {
  const token = world.tokens.get(id)
  if (!token) {
    const hint = 'POST /v3/auth/tokens issues one; `koosandbox env` prints one per role.'
    addFinding('token', pointer, 'a token issued by this sandbox', `${id.slice(0, 6)}…`, hint)
    return operation.fail('APIGW.0301:token')
  }
  if (token.expiresAt <= world.clock.now()) {
    const expired = new Date(token.expiresAt).toISOString()
    addFinding(
      'expired',
      pointer,
      'a token younger than 24 hours',
      `expired ${expired} (world time)`,
      'Ask for a new one: POST /v3/auth/tokens.',
    )
    return operation.fail('APIGW.0301:expired', { expires_at: expired })
  }
  const project = 'projectId' in token.scope ? { projectId: token.scope.projectId } : {}
  return { account: accountOf(world, token.accountId), via: 'token', credentialId: id, ...project }
}

/** AppCode of an API product (S-28). @throws VendorError 401 APIGW.0303 */
export function byAppCode({ operation, world, addFinding }: Proof, code: string): Caller {
  const known = world.sellerKeys.get(code) ?? world.sellerKeys.where('secret', code).first()
  const key = known?.use === 'appcode' ? known : undefined
  if (key) return { account: accountOf(world, key.accountId), via: 'appcode', credentialId: key.id }
  addFinding(
    'appcode',
    '/header/X-Apig-AppCode',
    'an AppCode of this world',
    `${code.slice(0, 4)}…`,
    "ShowOrder shows those of what a buyer has bought; `koosandbox env --json` prints the seller's own under seller.appcode.",
  )
  return operation.fail('APIGW.0303')
}

/** An access token of the identity centre (S-43), 7200 s of world time. @throws VendorError 401 unauthorized */
export function byBearer({ operation, world, addFinding }: Proof, id: string): Caller {
  const grant = world.grants.get(id)
  const person = grant && world.people.get(grant.userId)
  if (grant?.kind === 'access' && person && grant.expiresAt > world.clock.now()) {
    return { account: accountOf(world, person.accountId), via: 'bearer', credentialId: id }
  }
  const got = grant ? 'an expired or other grant' : 'an unknown token'
  addFinding(
    'bearer',
    '/header/Authorization',
    'an access token younger than 7200 s',
    got,
    'POST /api/v1/oauth2/token issues one for a code.',
  )
  return operation.fail(errorNamed(operation, 'unauthorized'))
}
