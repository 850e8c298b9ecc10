import { createHash } from 'node:crypto'
import { diagnosisText, explainAkSk, parseSdkDate, verifyAkSk } from '../signing/index.ts'
import type { Caller } from '../world/caller.ts'
import type { AccessKey } from '../world/entities/entities.ts'
import type { Credential } from './credential.ts'
import { failuresOf, forgive, LOCK_AFTER, LOCK_FOR, recordFailure } from './lock.ts'
import { accountOf, EXPLAINED, type Proof } from './proof.ts'

/** How far `X-Sdk-Date` may be from the machine's time (bss-and-auth.md 6.1). */
const WINDOW = 15 * 60_000

/** AK/SK: lock, key, freshness, signature, temporary key, in this order. @throws VendorError 401 APIGW.0301 */
export function bySignature(proof: Proof, { id, parsed }: Extract<Credential, { kind: 'aksk' }>): Caller {
  const { operation, call, world, now, addFinding } = proof
  const { lockedUntil } = failuresOf(world, id)
  if (lockedUntil !== undefined && lockedUntil > world.clock.now()) {
    addFinding(
      'locked',
      '/header/Authorization',
      `fewer than ${LOCK_AFTER} failures in a row`,
      `locked until ${new Date(lockedUntil).toISOString()} (world time)`,
      `Correct the signature, then run \`koosandbox clock advance ${LOCK_FOR / 60_000}m\`, or start with \`--auth lenient\`.`,
    )
    return operation.fail('APIGW.0301:locked')
  }
  const key = world.keys.get(id)
  if (!key) {
    const hint = '`koosandbox env` prints the keys; those of your real account are not known here.'
    addFinding('unknown-key', '/header/Authorization', 'an access key of this sandbox', id, hint)
    return operation.fail('APIGW.0301:secret')
  }
  const date = call.headers['x-sdk-date']
  const at = date === undefined ? undefined : parseSdkDate(date)
  if (at === undefined || !parsed.signedHeaders.includes('x-sdk-date')) {
    const hint = 'Every signing SDK sets it; a proxy may have dropped it.'
    addFinding('date', '/header/X-Sdk-Date', 'yyyyMMddTHHmmssZ, and named in SignedHeaders', date ?? 'nothing', hint)
    return wrong(proof, id)
  }
  if (Math.abs(at - now) > WINDOW) {
    const hint = "Set the client's clock; the world's clock does not matter here."
    addFinding('window', '/header/X-Sdk-Date', "within 15 minutes of this machine's time", `${Math.round((at - now) / 1000)} s off`, hint)
    return operation.fail('APIGW.0301:window')
  }
  const verdict = verifyAkSk(call, parsed, key.secret)
  if (!verdict.ok) {
    const canonical = verdict.canonical.replaceAll('\n', '|')
    const others = [...world.keys.all()]
      .filter((other) => other.accountId === key.accountId && other.id !== id)
      .map((other) => ({ name: `the secret of the access key ${other.id}`, secret: other.secret }))
    const diagnosis = call.body.length > EXPLAINED ? undefined : explainAkSk(call, parsed, key.secret, others)
    const hint = diagnosis ? diagnosisText(diagnosis) : 'Compare it with the canonical request of your client, part by part.'
    addFinding(
      'signature',
      '/header/Authorization',
      'the signature of the canonical request',
      `another one; canonical request here: ${canonical.slice(0, 600)}`,
      hint,
    )
    return wrong(proof, id, canonical)
  }
  checkContentHash(proof, id)
  checkTemporary(proof, key)
  forgive(world, id)
  return { account: accountOf(world, key.accountId), via: 'aksk', credentialId: id }
}

function wrong({ operation, world }: Proof, id: string, canonicalRequest?: string): never {
  recordFailure(world, id)
  return canonicalRequest === undefined
    ? operation.fail('APIGW.0301:signature')
    : operation.fail('APIGW.0301:canonical', { canonicalRequest })
}

/**
 * A client may sign a hash of its own for the body (`X-Sdk-Content-Sha256`). Where that is a hash and not a word like
 * `UNSIGNED-PAYLOAD`, the body has to be the one (inferred: else a changed byte would go through).
 */
function checkContentHash(proof: Proof, id: string): void {
  const claimed = proof.call.headers['x-sdk-content-sha256']
  if (claimed === undefined || !/^[0-9a-f]{64}$/i.test(claimed)) return
  const real = createHash('sha256').update(proof.call.body).digest('hex')
  if (claimed.toLowerCase() === real) return
  const hint = 'The body was changed after it was hashed, or the hash is of other bytes.'
  proof.addFinding('content-hash', '/header/X-Sdk-Content-Sha256', `the SHA-256 of the body: ${real}`, claimed, hint)
  // The old usage push has a code of its own for a body that is not the signed one.
  if (proof.operation.errors.has('MKT.0102')) proof.operation.fail('MKT.0102')
  wrong(proof, id)
}

/** A temporary key comes with a security token and ends. */
function checkTemporary({ operation, call, world, addFinding }: Proof, key: AccessKey): void {
  if (key.securityToken === undefined) return
  const sent = call.headers['x-security-token']
  if (sent !== key.securityToken) {
    const hint = 'A temporary key is three things: access, secret and securitytoken.'
    addFinding(
      'security-token',
      '/header/X-Security-Token',
      'the security token of this temporary key',
      sent === undefined ? 'nothing' : 'another',
      hint,
    )
    operation.fail('APIGW.0301:token')
  }
  if (key.expiresAt !== undefined && key.expiresAt <= world.clock.now()) {
    const expired = new Date(key.expiresAt).toISOString()
    const hint = 'Ask for new ones: POST /v3.0/OS-CREDENTIAL/securitytokens.'
    addFinding('expired', '/header/X-Security-Token', 'a temporary key in its life', `expired ${expired} (world time)`, hint)
    operation.fail('APIGW.0301:expired', { expires_at: expired })
  }
}
