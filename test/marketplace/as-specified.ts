import type { Sandbox } from '../../src/index.ts'
import { verifyAuthToken, verifyKit, verifyKitAuthToken, verifyProduction } from '../../src/signing/index.ts'
import type { Finding } from '../../src/spec/finding.ts'
import type { Received } from './seller.ts'

/** Every member of a request is read as the spec says; what it finds wrong is a fault of ours. */
export function straysFromSpec(sandbox: Sandbox, ref: string, { method, path, query, headers, body }: Received): readonly Finding[] {
  const operation = sandbox.specs.webhooks.find((one) => one.ref === ref)!
  const findings: Finding[] = []
  const bytes = new TextEncoder().encode(body)
  try {
    operation.read(
      { method, path, query: query.toString(), host: '', headers: headers as Record<string, string>, body: bytes },
      {},
      findings,
    )
  } catch {
    // What refused it is among the findings.
  }
  return findings.filter(({ level, code }) => level === 'error' || code.endsWith('.unknown'))
}

/** Whether it was signed with this key, in the way that it was sent. */
export function isSigned({ query, headers, body, method }: Received, kit: boolean, key: string): boolean {
  const members = Object.fromEntries(query)
  if (headers['authtoken'] !== undefined) return verifyKitAuthToken(body, String(headers['authtoken']), key)
  if (method === 'GET') return verifyAuthToken(members, members['authToken'] ?? '', key)
  if (kit)
    return verifyKit(body, { timestamp: String(headers['x-timestamp']), nonce: String(headers['x-nonce']) }, String(headers['x-sign']), key)
  return verifyProduction(body, { timestamp: members['timestamp'] ?? '', nonce: members['nonce'] ?? '' }, members['signature'] ?? '', key)
}
