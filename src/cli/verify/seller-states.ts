import type { ArgsDef } from 'citty'
import { factsOf, profileArguments } from './seller-profile.ts'

const { licence, 'public-key': publicKey, 'secret-hash': secretHash } = profileArguments

/** Values that provider states need and that only a person can give. */
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

/** The given values, by the names of the members that they fill, or exit code 2. `run` as for the verification. */
export function stateValues(given: Parameters<typeof factsOf>[0], run: string): Record<string, string> {
  const { licence: license, clientSecret } = factsOf(given, run)
  return { ...(license === undefined ? {} : { license }), ...(clientSecret === undefined ? {} : { clientSecret }) }
}
