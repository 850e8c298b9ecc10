import { describe, expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { worldTest as test } from '../../helpers/audited.ts'
import { buy } from '../click.ts'
import { filed, SITE } from '../requests/filing-requests.ts'
import { step, walk } from '../supervision-walk.ts'

describe('numbers of orders are taken in any case (S-11)', () => {
  test('when several are paid together, and once where one is named twice', async ({ sandbox }) => {
    const { id } = await buy(sandbox, 'sms-package', { pay: false })
    const balance = () => sandbox.world.accounts.where('name', 'chengming_tech').first()!.balance
    const before = balance()
    const { status, body } = await sandbox.call('console.PayOrders', { body: { orders: [id.toLowerCase(), id] } })
    expect([status, body.orders.length, before - balance()]).toEqual([200, 1, sandbox.world.orders.get(id)!.amounts.official])
  })

  test('and along the steps of a delivery', async ({ sandbox }) => {
    const orderId = (await walk(sandbox, 'env-setup', 'requirement')).toLowerCase()
    expect((await step(sandbox, 'SubmitRequirement', orderId, { requirement: '一套' })).supervision.status).toBe('confirmation')
    expect((await step(sandbox, 'ConfirmRequirement', orderId, { confirm: true })).supervision.status).toBe('implementation')
  })
})

describe('text of blanks is none', () => {
  test.for<[operation: string, request: object, pointer: string]>([
    [
      'TakeOffShelf',
      { path: { seller: 'xinghai_soft' }, body: { productId: 'OFFI461867333479178240', reason: ' \u3000' } },
      '/body/reason',
    ],
    [
      'BuyProduct',
      { body: { product: 'edge-box', recipient: { name: ' ', phone: '13800138003', address: '上海' } } },
      '/body/recipient/name',
    ],
    ['ApplyForProgramme', { path: { seller: 'xinghai_soft' }, body: { programme: '\t' } }, '/body/programme'],
  ])('%s', async ([operation, request, pointer], { sandbox }) => {
    const before = sandbox.facts.count
    const { status, body } = await sandbox.call(`console.${operation}`, request)
    expect([status, body.code, body.detail]).toEqual([400, 'bad-request', expect.stringContaining(pointer)])
    expect(sandbox.facts.count).toBe(before)
  })

  test('such as the number of a parcel', async ({ sandbox }) => {
    const orderId = await walk(sandbox, 'edge-box', 'implementation')
    const body = { logistics: { company: '顺丰速运', number: ' ' } }
    expect(await sandbox.call('console.DeliverService', { path: { orderId }, body })).toMatchObject({ status: 400 })
  })
})

test('an Agents gateway product has no joint operations', async ({ sandbox }) => {
  const draft = { kind: 'agents-gateway', name: '星海翻译', spec: '标准版', charging: 'on-demand', price: '2.00', joint: true }
  expect(await sandbox.call('console.PublishProduct', { path: { seller: 'xinghai_soft' }, body: draft })).toMatchObject({
    status: 400,
    body: { code: 'bad-request' },
  })
})

test('numbers of certificates are the same in any case (S-24)', async ({ sandbox }) => {
  await filed(sandbox)
  const certificateNumber = SITE.certificateNumber.toLowerCase()
  const { status, body } = await sandbox.call('console.CheckFilingType', {
    body: { ...SITE, certificateNumber, siteName: 'chengming.net' },
  })
  expect([status, body.filing.certificateNumber, body.filing.filingType]).toEqual([200, SITE.certificateNumber, 'new-site'])
})

describe('an image runs on one cloud server (S-44)', () => {
  const IMAGE = 'OFFI461867333479178251'
  const named = ({ world }: Sandbox, name: string) => [...world.resources.all()].find((one) => one.name === name)!.id

  test.for([
    ['web-01-volume-0001', 'server-needed'],
    ['web-01-bandwidth', 'server-needed'],
    ['rds-mall', 'server-needed'],
    ['till-01', 'server-needed'],
  ] as const)('and not on %s', async ([name, code], { sandbox }) => {
    const before = sandbox.facts.count
    const { status, body } = await sandbox.call('console.BuyProduct', { body: { product: IMAGE, server: named(sandbox, name) } })
    expect([status, body.code, sandbox.facts.count]).toEqual([409, code, before])
  })

  test('once, and nothing else is bought for a server', async ({ sandbox }) => {
    const server = named(sandbox, 'web-01')
    for (const body of [
      { product: IMAGE, server, quantity: 2 },
      { product: 'crm-basic-month', server },
    ])
      expect(await sandbox.call('console.BuyProduct', { body })).toMatchObject({ status: 400, body: { code: 'bad-request' } })
    expect(await sandbox.call('console.BuyProduct', { body: { product: IMAGE, server } })).toMatchObject({ status: 200 })
  })
})
