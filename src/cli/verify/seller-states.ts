import type { ArgsDef } from 'citty'
import { factsOf, profileArguments } from './seller-profile.ts'

const { licence, 'public-key': publicKey, 'secret-hash': secretHash } = profileArguments

/** What provider states need that no call can find out. */
export const stateArguments = {
  'seller-states': {
    type: 'string',
    valueHint: 'address',
    description: "Address of the seller's own handler of provider states, for states that only the seller can set up",
  },
  licence,
  'public-key': publicKey,
  'secret-hash': secretHash,
} as const satisfies ArgsDef

/** What the person says, by the names of the members that it fills, or exit code 2. `run` as for the verification. */
export function stateValues(given: Parameters<typeof factsOf>[0], run: string): Record<string, string> {
  const { licence: license, clientSecret } = factsOf(given, run)
  return { ...(license === undefined ? {} : { license }), ...(clientSecret === undefined ? {} : { clientSecret }) }
}
