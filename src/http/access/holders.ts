import type { Holder } from '../../access/access-api.ts'
import type { Call } from '../../spec/call.ts'

/** Who made a call. A call that the sandbox makes itself has nobody, and may do everything. */
const holders = new WeakMap<Call, Holder>()

export const noteHolder = (call: Call, holder: Holder): void => void holders.set(call, holder)

export const holderOf = (call: Call): Holder | undefined => holders.get(call)
