import { reply } from '../../spec/call.ts'
import type { operations } from '../../spec/generated/iam.ts'
import { hashText } from '../../world/engine/chance.ts'
import { CAPITALS, MIXED } from '../../world/entities/credentials.ts'
import type { Behaviour } from '../behaviour.ts'
import { formatMicros } from './times.ts'

/** Keys valid for 900 to 86400 seconds of world time. The form of a policy is checked, but it does not restrict the keys. */
export const createTemporaryKey: Behaviour<operations['CreateTemporaryAccessKeyByToken']> = ({ input, caller, world }) => {
  const seconds = input.body.auth.identity.token?.duration_seconds ?? 900
  const source = world.ids.hex('temporary-key')
  const key = world.keys.put({
    id: hashText(20, CAPITALS, source, 'access'),
    secret: hashText(40, MIXED, source, 'secret'),
    securityToken: `gQpjbi1ub3J0aC00${hashText(400, MIXED, source, 'token')}`,
    accountId: caller.account.id,
    expiresAt: world.clock.now() + seconds * 1000,
  })
  world.emit({ type: 'key.issued', keyId: key.id, accountId: key.accountId })
  const { id: access, secret, securityToken: securitytoken = '', expiresAt = 0 } = key
  return reply(201, { credential: { access, secret, securitytoken, expires_at: formatMicros(expiresAt) } })
}
