import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { Product } from '../../src/world/entities/entities.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { click } from './click.ts'
import { coded, filed, ready, serverOf, typed } from './requests/filing-requests.ts'

const check = (sandbox: Sandbox, filingId: string, body: object) => sandbox.call('console.CheckFilingProduct', { path: { filingId }, body })

describe('which servers count (S-19, S-73)', () => {
  const withProduct = (sandbox: Sandbox, more: Partial<Product>) => {
    const { world } = sandbox
    const server = serverOf(sandbox)
    world.products.change(server.productId, more)
    return server
  }
  const FITS = { status: 200 }
  const UNFIT = { status: 409, body: { code: 'server-unfit' } }
  const CASES = [
    ['a cloud server for three months', 'ecs', {}, { months: 3 }, FITS],
    ['a cloud server a second short of it', 'ecs', {}, { months: 3, short: 1000 }, UNFIT],
    ['a cloud server charged by use', 'ecs', { chargingMode: 'on-demand' }, { months: 6 }, UNFIT],
    ['a cloud server abroad', 'ecs', {}, { months: 6, regionCode: 'ap-southeast-1' }, UNFIT],
    ['a cloud server that has expired', 'ecs', {}, { months: 6, status: 'expired' }, UNFIT],
    ['Flexus L for three months', 'flexus-l', { serviceType: 'hws.service.type.hcss' }, { months: 3 }, FITS],
    ['an enterprise portal for three months', 'portal', { serviceType: 'hws.service.type.cloudsite' }, { months: 3 }, FITS],
    ['a NAT gateway for three months', 'nat', { serviceType: 'hws.service.type.natgateway' }, { months: 3 }, FITS],
    ['a private NAT gateway', 'nat', { serviceType: 'hws.service.type.natgateway', name: '私网NAT网关' }, { months: 6 }, UNFIT],
    ['a dedicated cloud for a year', 'dedicated-cloud', { serviceType: 'hws.service.type.deh' }, { months: 12 }, FITS],
    ['a dedicated cloud for eleven months', 'dedicated-cloud', { serviceType: 'hws.service.type.deh' }, { months: 11 }, UNFIT],
    ['a disk', 'ecs', { serviceType: 'hws.service.type.ebs' }, { months: 6 }, UNFIT],
    ['a portal where a cloud server was meant', 'ecs', { serviceType: 'hws.service.type.cloudsite' }, { months: 6 }, UNFIT],
  ] as const
  test.for(CASES)('%s, typed in as %s', async ([_what, resourceType, product, bought, answered], { sandbox }) => {
    const { months, short = 0, ...more } = bought as { months: number; short?: number; regionCode?: string; status?: 'expired' }
    const server = withProduct(sandbox, product)
    const begun = new Date(server.effectiveAt)
    begun.setUTCMonth(begun.getUTCMonth() + months)
    const expireAt = begun.getTime() - short
    sandbox.world.resources.change(server.id, { expireAt: more.status ? sandbox.clock.now() - 1 : expireAt, ...more })
    const path = { filingId: await typed(sandbox, { resourceType }) }
    expect(await sandbox.call('console.CheckFilingProduct', { path, body: { resourceId: server.id } })).toMatchObject(answered)
  })

  test('the server of another account counts by its code alone', async ({ sandbox }) => {
    const filingId = await typed(sandbox, { customer: 'jinli_catering' })
    expect((await check(sandbox, filingId, { resourceId: serverOf(sandbox).id })).body.code).toBe('server-unfit')
  })
})

describe('how many sites one carries (S-19, S-20)', () => {
  test.for([
    ['ecs', undefined, 5],
    ['flexus-l', 'hws.service.type.hcss', 5],
    ['portal', 'hws.service.type.cloudsite', 3],
  ] as const)('%s', async ([resourceType, serviceType, places], { sandbox }) => {
    const server = serverOf(sandbox)
    if (serviceType) sandbox.world.products.change(server.productId, { serviceType })
    for (let i = 0; i < places; i++) await filed(sandbox, { resourceType, siteName: `s${i}.chengming.com` })
    const filingId = await typed(sandbox, { resourceType, siteName: 'last.chengming.com' })
    const answer = await check(sandbox, filingId, { resourceId: server.id })
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'quota-used', detail: expect.stringContaining('用于备案的资源已达最大使用次数') },
    })
  })

  test('what was abandoned gives its place back, a code takes one as long as it is good', async ({ sandbox }) => {
    sandbox.world.set('console.filingCodeLife', 'P30D')
    const first = await ready(sandbox)
    for (let i = 0; i < 4; i++) await coded(sandbox)
    const resourceId = serverOf(sandbox).id
    const another = () => sandbox.call('console.CreateFilingCode', { body: { resourceId } })
    expect((await another()).body.code).toBe('quota-used')
    await click(sandbox, 'AbandonFiling', { path: { filingId: first } })
    expect((await another()).status).toBe(200)
    expect((await another()).body.code).toBe('quota-used')
    await sandbox.clock.advance(sandbox.world.setting('console.filingCodeLife'))
    expect((await another()).status).toBe(200)
  })
})

test('a code serves one site of another account, once, and not for ever (S-19)', async ({ sandbox }) => {
  sandbox.world.set('console.filingCodeLife', 'P30D')
  const code = await coded(sandbox)
  const late = await coded(sandbox)
  const first = await typed(sandbox, { customer: 'jinli_catering', resourceType: 'code' })
  const { body } = await check(sandbox, first, { code })
  expect(body.filing).toMatchObject({ status: 'product-checked', code, resourceId: serverOf(sandbox).id })
  expect(body.facts).toMatchObject([{ type: 'filing-code.used', codeId: code, filingId: first }, { type: 'filing.product-checked' }])
  await click(sandbox, 'AbandonFiling', { path: { filingId: first } })
  const second = await typed(sandbox, { customer: 'jinli_catering', resourceType: 'code' })
  expect((await check(sandbox, second, { code })).body).toMatchObject({ code: 'code-invalid', detail: expect.stringContaining('used') })
  await sandbox.clock.advance(sandbox.world.setting('console.filingCodeLife'))
  expect((await check(sandbox, second, { code: late })).body).toMatchObject({
    code: 'code-invalid',
    detail: expect.stringContaining('expired'),
  })
  const { codes } = (await click(sandbox, 'ListFilingCodes')) as unknown as { codes: { status: string }[] }
  expect(codes.map(({ status }) => status).sort()).toEqual(['expired', 'used'])
})

test.for([
  ['a server that nobody names', {}, {}],
  ['a server where a code was meant', { resourceType: 'code' }, { resourceId: 'a-server' }],
  ['a code where a server was meant', {}, { code: 'A-CODE' }],
])('%s is refused, and the filing stays where it is', async ([_what, more, body], { sandbox }) => {
  const filingId = await typed(sandbox, more as object)
  expect(await check(sandbox, filingId, body as object)).toMatchObject({ status: 400, body: { code: 'bad-request' } })
  expect(sandbox.world.filings.get(filingId)?.status).toBe('type-checked')
})
