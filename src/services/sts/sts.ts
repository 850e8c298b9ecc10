import type { operations } from '../../spec/generated/sts.ts'
import { decodeRefusal } from '../../world/entities/refusal.ts'
import type { Behaviours } from '../behaviour.ts'

/** Decoding the reason of a refusal, and identifying the caller (bss-and-auth.md 5.4). */
export const sts: Behaviours<operations> = {
  /** Decodes a refusal of this world (S-05). Reasons of another account's refusals are not shown. */
  DecodeAuthorizationMessage({ input, caller, world, refuse, fail }) {
    const refusal = decodeRefusal(world, input.body.encoded_message)
    if (!refusal) {
      const expected = 'the encoded_authorization_message of a refusal in this world'
      return refuse('malformed', '/body/encoded_message', expected, input.body.encoded_message.slice(0, 40))
    }
    const { accountId, userId, action, resource } = refusal
    if (accountId !== caller.account.id) return fail('STS5.XXXX:403')
    // How the vendor's text continues after user_profile is not published; `failure` is a text that it is known to use.
    const context = { user_profile: { domain_id: accountId, user_id: userId }, action, resource }
    return { decoded_message: JSON.stringify({ context, failure: 'implicit deny by identity-based policy' }) }
  },

  GetCallerIdentity({ caller }) {
    const { id, userId, userName } = caller.account
    return { account_id: id, principal_id: userId, principal_urn: `iam::${id}:user:${userName}` }
  },
}
