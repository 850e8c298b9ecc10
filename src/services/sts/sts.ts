import type { operations } from '../../spec/generated/sts.ts'
import { decodeRefusal } from '../../world/entities/refusal.ts'
import type { Behaviours } from '../behaviour.ts'

/** Decoding the reason of a refusal, and telling who is calling (bss-and-auth.md 5.4). */
export const sts: Behaviours<operations> = {
  /** Reads what a refusal of this world carried (S-05). Another account's reasons are not for the caller to see. */
  DecodeAuthorizationMessage({ input, caller, world, refuse, fail }) {
    const refusal = decodeRefusal(world, input.body.encoded_message)
    if (!refusal) {
      const expected = 'the encoded_authorization_message of a refusal in this world'
      return refuse('malformed', '/body/encoded_message', expected, input.body.encoded_message.slice(0, 40))
    }
    const { accountId, userId, action, resource } = refusal
    if (accountId !== caller.account.id) return fail('STS5.XXXX:403')
    // How the vendor's text goes on after user_profile is not published; the failure is a text it is known to give.
    const context = { user_profile: { domain_id: accountId, user_id: userId }, action, resource }
    return { decoded_message: JSON.stringify({ context, failure: 'implicit deny by identity-based policy' }) }
  },

  GetCallerIdentity({ caller }) {
    const { id, userId, userName } = caller.account
    return { account_id: id, principal_id: userId, principal_urn: `iam::${id}:user:${userName}` }
  },
}
