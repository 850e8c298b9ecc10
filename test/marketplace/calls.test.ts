import { describe, expect } from 'vitest'
import { signBody } from '../../src/signing/index.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { isSigned, straysFromSpec } from './as-specified.ts'
import { V1, V2 } from './call-rows.ts'
import { openSeller, type Received } from './seller.ts'
import { goodAnswer, PRODUCT, settle } from './shop.ts'

// V1.0 alone calls an upgrade `upgrade`.
const nameOf = ({ json, path }: Received) =>
  String(json['activity'] ?? path.slice(path.lastIndexOf('/') + 1)).replace(/^upgrade$/, 'upgradeInstance')

describe.each([
  ['V2.0', 2, V2],
  ['V1.0', 1, V1],
] as const)('towards a seller on %s', (_edition, version, rows) => {
  test.for(rows)('%s leads to its call, signed and within its spec', async ([, { call, use = 'basic', cause, says }], { sandbox }) => {
    const key = sandbox.world.sellerKeys.where('use', `${sandbox.world.products.get(PRODUCT.month)!.sellerId}|${use}`).first()!.secret
    const basic = sandbox.world.sellerKeys.where('use', `${sandbox.world.products.get(PRODUCT.month)!.sellerId}|basic`).first()!.secret
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
