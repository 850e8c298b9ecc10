import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { signBody, verifyAuthToken, verifyKit, verifyKitAuthToken, verifyProduction } from '../../src/signing/index.ts'
import type { Finding } from '../../src/spec/finding.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { V1, V2 } from './call-rows.ts'
import { openSeller, type Received } from './seller.ts'
import { goodAnswer, PRODUCT, settle } from './shop.ts'

/** Every member of a request is read as the spec says; what it finds wrong is a fault of ours. */
function straysFromSpec(sandbox: Sandbox, ref: string, { method, path, query, headers, body }: Received): readonly Finding[] {
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

function isSigned({ query, headers, body, method }: Received, kit: boolean, key: string): boolean {
  const members = Object.fromEntries(query)
  if (headers['authtoken'] !== undefined) return verifyKitAuthToken(body, String(headers['authtoken']), key)
  if (method === 'GET') return verifyAuthToken(members, members['authToken'] ?? '', key)
  if (kit)
    return verifyKit(body, { timestamp: String(headers['x-timestamp']), nonce: String(headers['x-nonce']) }, String(headers['x-sign']), key)
  return verifyProduction(body, { timestamp: members['timestamp'] ?? '', nonce: members['nonce'] ?? '' }, members['signature'] ?? '', key)
}

const nameOf = ({ json, path }: Received) => String(json['activity'] ?? path.slice(path.lastIndexOf('/') + 1))

describe.each([
  ['V2.0', 2, V2],
  ['V1.0', 1, V1],
] as const)('towards a seller on %s', (_edition, version, rows) => {
  test.for(rows)('%s leads to its call, signed and within its spec', async ([, { call, use = 'basic', cause, says }], { sandbox }) => {
    const key = sandbox.world.sellerKeys.by('use', `${sandbox.world.products.get(PRODUCT.month)!.sellerId}|${use}`).first()!.secret
    const basic = sandbox.world.sellerKeys.by('use', `${sandbox.world.products.get(PRODUCT.month)!.sellerId}|basic`).first()!.secret
    await using seller = await openSeller((received) => {
      const body = JSON.stringify(goodAnswer(received, version === 1).body)
      const by = received.path.includes('produceAPI') ? key : basic
      return version === 1 ? { body, headers: { 'Body-Sign': signBody(body, by).header } } : { body }
    })
    settle(sandbox, `${seller.url}/isv`, { version })
    if (use === 'licence') settle(sandbox, `${seller.url}/isv`, { use })

    await cause(sandbox)

    const service = version === 1 ? 'production-v1' : 'production'
    const got = seller.calls.filter((one) => nameOf(one) === call)
    const wanted = got.find(({ json }) => says === undefined || Object.entries(says).every(([name, value]) => isEqual(json[name], value)))
    expect(wanted?.json ?? seller.calls.map(nameOf)).toMatchObject(says ?? {})
    expect(straysFromSpec(sandbox, `${service}.${call}`, wanted!)).toEqual([])
    expect(isSigned(wanted!, use === 'kit', key)).toBe(true)
    expect(
      sandbox.deliveries.list().filter(({ status, operation }) => status !== 'succeeded' && operation === `${service}.${call}`),
    ).toEqual([])
  })
})

function isEqual(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other)
    return true
  } catch {
    return false
  }
}
