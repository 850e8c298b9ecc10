import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { signBody, verifyAuthToken } from '../../src/signing/index.ts'
import { click } from '../console/click.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { straysFromSpec } from './as-specified.ts'
import { owned, pass, renew } from './causes.ts'
import { openSeller, type Received } from './seller.ts'
import { goodAnswer, order, PRODUCT, settle } from './shop.ts'

const CODE = 'BFEBFBFF000906EA01234567'

/** A seller of licences 1.0 and SaaS of the first edition; its answers are signed. */
async function firstSeller(key: string, answer: (call: Received) => Record<string, unknown> = (call) => goodAnswer(call, true).body) {
  return openSeller((call) => {
    const licence = { resultCode: '000000', resultMsg: 'success', license: 'LIC-1', instanceId: 'lic-1' }
    const body = JSON.stringify(call.json['activity'] === 'getLicense' ? licence : answer(call))
    return { body, headers: { 'Body-Sign': signBody(body, key).header } }
  })
}

const keyOf = ({ world }: Sandbox, use = 'basic') =>
  world.sellerKeys.where('use', `${world.products.get(PRODUCT.month)!.sellerId}|${use}`).first()!.secret

const named = ({ calls }: { readonly calls: readonly Received[] }, activity: string) =>
  calls.filter(({ json }) => json['activity'] === activity)

async function licensed(sandbox: Sandbox) {
  const { id } = order(sandbox, { lines: [{ productId: PRODUCT.licence1, quantity: 1, periodType: 'year', periodNum: 1 }] })
  await pass(sandbox)
  await click(sandbox, 'SubmitIdentification', { path: { orderId: id }, body: { identification: CODE } })
  await pass(sandbox)
  await click(sandbox, 'AcceptDelivery', { path: { orderId: id } })
  await pass(sandbox)
  return { orderId: id, resourceId: sandbox.world.orders.get(id)!.resourceIds[0]! }
}

/** Base64 of a JSON array. */
const extended = (call: Received | undefined) =>
  JSON.parse(Buffer.from(String(call?.json['saasExtendParams']), 'base64').toString('utf8')) as unknown

describe('licences 1.0', () => {
  test('the identification code reaches the seller in getLicense, signed, among sixteen parameters (S-38)', async ({ sandbox }) => {
    await using seller = await firstSeller(keyOf(sandbox))
    settle(sandbox, seller.url, { version: 1 })
    const { orderId } = await licensed(sandbox)
    const [call] = named(seller, 'getLicense')
    expect(extended(call)).toEqual([{ name: 'identificationCode', value: CODE }])
    const { authToken, ...parameters } = call!.json as Record<string, string>
    expect(verifyAuthToken(parameters, authToken!, keyOf(sandbox))).toBe(true)
    expect(Object.keys(parameters).sort()).toEqual(
      [
        ...['activity', 'businessId', 'chargingMode', 'customerId', 'customerName', 'expireTime', 'orderId', 'periodNumber'],
        ...['periodType', 'productId', 'provisionType', 'saasExtendParams', 'timeStamp', 'userId', 'userName'],
      ].sort(),
    )
    expect(straysFromSpec(sandbox, 'production-v1.getLicense', call!)).toEqual([])
    // The same fact stands on the line of the order.
    expect(sandbox.world.orders.get(orderId)?.lines[0]?.extendParams).toEqual([{ name: 'identificationCode', value: CODE }])
  })

  test('a seller with a licence address of the first edition is called there, with the key of that kind', async ({ sandbox }) => {
    await using basic = await firstSeller(keyOf(sandbox))
    await using licence = await firstSeller(keyOf(sandbox, 'licence'))
    settle(sandbox, basic.url, { version: 1 })
    settle(sandbox, licence.url, { version: 1, use: 'licence' })
    await licensed(sandbox)
    expect(named(licence, 'getLicense')).toHaveLength(1)
    expect(named(basic, 'getLicense')).toEqual([])
    expect(sandbox.deliveries.list().map(({ status }) => status)).toEqual(['succeeded'])
  })

  test('renewal, expiry and release are told once each', async ({ sandbox }) => {
    const refused = ['refreshLicense', 'expireLicense', 'releaseLicense']
    await using seller = await firstSeller(keyOf(sandbox), () => ({ resultCode: '000005', resultMsg: 'no' }))
    settle(sandbox, seller.url, { version: 1 })
    const { resourceId, orderId } = await licensed(sandbox)
    await sandbox.clock.pass('1d')
    await click(sandbox, 'RenewResource', { path: { resourceId }, body: {} })
    await sandbox.clock.pass('5h')
    await sandbox.clock.pass('P900D')
    for (const activity of refused) {
      expect(named(seller, activity).length, activity).toBe(1)
      expect(straysFromSpec(sandbox, `production-v1.${activity}`, named(seller, activity)[0]!)).toEqual([])
      expect(sandbox.deliveries.list().find(({ operation }) => operation.endsWith(activity))?.status, activity).toBe('held')
    }
    const [renewal, expiry, release] = refused.map((activity) => named(seller, activity)[0]!.json)
    expect(renewal).toMatchObject({ instanceId: 'lic-1', orderId: expect.not.stringContaining(orderId), periodType: 'year' })
    expect([expiry, release]).toMatchObject([
      { instanceId: 'lic-1', orderId },
      { instanceId: 'lic-1', orderId },
    ])
  })
})

describe('the first edition', () => {
  test.for([
    ['base64', (text: string) => Buffer.from(text, 'base64').toString('utf8')],
    ['json', (text: string) => text],
  ] as const)('writes saasExtendParams as %s, encodes it in the query and signs what it wrote', async ([form, read], { sandbox }) => {
    await using seller = await firstSeller(keyOf(sandbox))
    settle(sandbox, seller.url, { version: 1 })
    sandbox.world.set('production-v1.saasExtendParamsForm', form)
    const extendParams = [{ name: 'emailDomainName', value: '测试.example.com' }]
    order(sandbox, { lines: [{ productId: PRODUCT.month, quantity: 1, periodType: 'month', periodNum: 1, extendParams }] })
    await pass(sandbox)
    const { authToken, ...parameters } = named(seller, 'newInstance')[0]!.json as Record<string, string>
    expect(JSON.parse(read(parameters['saasExtendParams']!))).toEqual(extendParams)
    expect(verifyAuthToken(parameters, authToken!, keyOf(sandbox))).toBe(true)
    expect(parameters).not.toHaveProperty('testFlag')
  })

  test.for([
    [PRODUCT.onDemand, '0'],
    [PRODUCT.month, '1'],
    [PRODUCT.buyout, '3'],
  ] as const)('%s has chargingMode %s', async ([product, mode], { sandbox }) => {
    await using seller = await firstSeller(keyOf(sandbox))
    settle(sandbox, seller.url, { version: 1 })
    await owned(sandbox, product)
    expect(named(seller, 'newInstance')[0]?.json).toMatchObject({ chargingMode: mode })
  })

  test('expiry names the order of the purchase, whatever was renewed since', async ({ sandbox }) => {
    await using seller = await firstSeller(keyOf(sandbox))
    settle(sandbox, seller.url, { version: 1 })
    await renew(sandbox)
    await pass(sandbox, 'P120D')
    const [opened] = named(seller, 'newInstance')
    expect(named(seller, 'expireInstance')[0]?.json).toMatchObject({ orderId: opened!.json['orderId'] })
  })

  test.for([
    ['FREEZE', 'FREEZE'],
    ['UNFREEZE', 'NORMAL'],
  ] as const)('status %s is told as %s', async ([status, instanceStatus], { sandbox }) => {
    await using seller = await firstSeller(keyOf(sandbox))
    settle(sandbox, seller.url, { version: 1 })
    const { id } = await owned(sandbox, PRODUCT.onDemand)
    sandbox.deliveries.trigger('instanceStatus', { resource: id, status })
    await pass(sandbox)
    expect(named(seller, 'instanceStatus')[0]?.json).toMatchObject({ instanceStatus })
  })
})
