import { diagnosisText, explainUsagePush, type UsagePush, verifyUsagePush } from '../signing/index.ts'
import { hasManyMembers, MOST_MEMBERS } from '../spec/request/request-limits.ts'
import type { Caller } from '../world/caller.ts'
import { parseDuration } from '../world/engine/calendar.ts'
import type { World } from '../world/world-api.ts'
import { accountOf, EXPLAINED, errorNamed, type Proof } from './proof.ts'

const USUAL = 'The key is the one bound to the basic interfaces; the body is sorted before signing.'

/**
 * The usage push names no account: the seller is found by trying the basic keys (koogallery.md 10.1; a world has few sellers).
 * @throws VendorError 401 94060002
 */
export function byUsagePush(proof: Proof): Caller {
  const { operation, call, world, addFinding } = proof
  const { signature = '', ts = '', nonce = '' } = call.headers
  // Signing sorts all members first, so the size is limited here.
  if (hasManyMembers(call.body)) {
    addFinding(
      'usage-size',
      '/body',
      `at most ${MOST_MEMBERS} members and items`,
      'more',
      'Send the records in several calls: one takes 1000.',
    )
    return operation.fail(errorNamed(operation, '94060002'))
  }
  const sorted = world.setting('koogallery.usage_body_sorting') === 'top' ? 'top' : 'all'
  const push = { ts, nonce, body: new TextDecoder().decode(call.body), sorted } as const
  for (const key of world.sellerKeys.all()) {
    if (key.use === 'basic' && verifyUsagePush(push, signature, key.secret).ok) {
      checkAge(proof, ts)
      return { account: accountOf(world, key.accountId), via: 'usage', credentialId: key.id }
    }
  }
  const expected = 'base64 of HMAC-SHA256 over ts={ts}&nonce={nonce}&body={sorted body}'
  addFinding(
    'usage-signature',
    '/header/signature',
    expected,
    'another value',
    (call.body.length > EXPLAINED ? undefined : mistakeIn(world, push, signature)) ?? USUAL,
  )
  return operation.fail(errorNamed(operation, '94060002'))
}

/** `ts` is UNIX milliseconds of the machine's clock, as `X-Sdk-Date` is; how far it may be off is a setting. */
function checkAge({ operation, world, now, addFinding }: Proof, ts: string): void {
  const window = parseDuration(world.setting('koogallery.usage_ts_window')).ms
  const off = Number(ts) - now
  if (Math.abs(off) <= window) return
  const got = /^\d{10}$/.test(ts) ? `${ts}: seconds` : Number.isNaN(off) ? ts.slice(0, 20) : `${Math.round(off / 1000)} s off`
  addFinding(
    'usage-window',
    '/header/ts',
    `UNIX milliseconds, within ${window / 1000} s of this machine's time`,
    got,
    "Set the sender's clock; the world's clock does not matter here.",
  )
  operation.fail(errorNamed(operation, '94060002'))
}

/** What one seller did wrong; where several might have, nothing is said. */
function mistakeIn(world: World, push: UsagePush & { readonly body: string }, signature: string): string | undefined {
  const keys = [...world.sellerKeys.all()]
  const found = keys
    .filter(({ use }) => use === 'basic')
    .flatMap((key) => {
      const others = keys
        .filter((other) => other.accountId === key.accountId && other.id !== key.id)
        .map((other) => ({
          name: `the key bound to ${other.use}; usage is signed with that of the basic interfaces`,
          secret: other.secret,
        }))
      const diagnosis = explainUsagePush(push, signature, key.secret, others)
      return diagnosis ? [diagnosisText(diagnosis)] : []
    })
  return found.length === 1 ? found[0] : undefined
}
