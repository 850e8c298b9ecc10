import { describe, expect } from 'vitest'
import type { Sandbox } from '../../../src/index.ts'
import { auditedTest as test } from '../../helpers/audited.ts'
import { gallery } from './gallery.ts'

const OK = { error_code: '92020000', error_msg: 'success' }

describe('a licence code', () => {
  test('is activated, which passes its supervision and starts the service, and then lives, lapses and is renewed', async ({ sandbox }) => {
    const { taken, activate, heartbeat, people } = gallery(sandbox)
    const { order, code } = await taken()
    sandbox.clock.advance('2d')

    const { status, body } = await activate(code)

    expect([status, body]).toMatchObject([200, OK])
    expect(JSON.parse(body.data.license_code_info)).toEqual({
      status: 'ALIVE',
      expire_time: '20270103000000',
      product_id: 'OFFI461867333479178248',
      amount: 1,
      order_id: order.id,
    })
    expect(sandbox.world.supervisions.get(order.id)).toMatchObject({ status: 'proof', startedAt: Date.UTC(2026, 0, 3) })
    expect(sandbox.facts.of('licence.activated')).toMatchObject([{ licenceId: code, orderId: order.id }])

    await people('UploadProof', { orderId: order.id }, { proof: { name: '验收单.pdf' } })
    sandbox.clock.advance('3h')
    expect(sandbox.world.orders.get(order.id)!.status).toBe('completed')
    const alive = await heartbeat(code)
    expect(alive.body).toEqual({
      ...OK,
      data: { license_code: code, status: 'ALIVE', activate_time: '20260103000000', expire_time: '20270103000000' },
    })
    expect(sandbox.world.licences.get(code)!.heartbeatAt).toBe(sandbox.clock.now())

    const [resourceId] = sandbox.world.orders.get(order.id)!.resourceIds as [string]
    await people('RenewResource', { resourceId }, {})
    sandbox.clock.advance('1h')
    expect((await heartbeat(code)).body.data).toMatchObject({ status: 'ALIVE', expire_time: '20280103000000' })
  })

  test('begins when the seller says it really did', async ({ sandbox }) => {
    const { taken, activate, heartbeat } = gallery(sandbox)
    const { order, code } = await taken()
    sandbox.clock.advance('10d')
    const { body } = await activate(code, { real_effect_time: '20260105000000' })
    expect(JSON.parse(body.data.license_code_info).expire_time).toBe('20270105000000')
    expect(sandbox.world.supervisions.get(order.id)!.startedAt).toBe(Date.UTC(2026, 0, 5))
    expect((await heartbeat(code)).body.data.activate_time).toBe('20260111000000')
  })

  test('that was activated stays as it was when it is activated again', async ({ sandbox }) => {
    const { taken, activate } = gallery(sandbox)
    const { code } = await taken()
    const first = await activate(code)
    sandbox.clock.advance('1d')
    expect((await activate(code)).body).toEqual(first.body)
    expect(sandbox.facts.of('licence.activated')).toHaveLength(1)
  })

  test.for([
    ['EXPIRED', 'its year is over', (sandbox: Sandbox) => void sandbox.clock.advance('P1Y')],
    ['RELEASED', 'its resource is closed', (sandbox: Sandbox, id: string) => void sandbox.world.transition('resources', id, 'close', {})],
  ] as const)('is %s when %s', async ([status, , happen], { sandbox }) => {
    const { taken, activate, heartbeat, people } = gallery(sandbox)
    const { order, code } = await taken()
    await activate(code)
    await people('UploadProof', { orderId: order.id }, { proof: { name: '验收单.pdf' } })
    sandbox.clock.advance('3h')
    happen(sandbox, sandbox.world.orders.get(order.id)!.resourceIds[0]!)
    expect((await heartbeat(code)).body.data.status).toBe(status)
  })

  test('tells the pieces that it stands for since the last change', async ({ sandbox }) => {
    const { buy, codeOf, activate, people } = gallery(sandbox)
    const { id: orderId } = await buy('gateway-year', { quantity: 2 })
    await people('TakeLicence', { orderId })
    const amount = async () => JSON.parse((await activate(codeOf(orderId))).body.data.license_code_info).amount
    expect(await amount()).toBe(2)
    await people('UploadProof', { orderId }, { proof: { name: '验收单.pdf' } })
    sandbox.clock.advance('3h')
    await people('ChangeResource', { resourceId: sandbox.world.orders.get(orderId)!.resourceIds[0]! }, { quantity: 5 })
    sandbox.clock.advance('1h')
    expect(await amount()).toBe(5)
  })

  test('for tests needs no buyer who takes it', async ({ sandbox }) => {
    const { activate, heartbeat, people } = gallery(sandbox)
    const { licence } = await people('ApplyForTestLicence', { seller: 'xinghai_soft' }, { productId: 'OFFI461867333479178248' })
    const { body } = await activate(licence.id)
    expect([body.error_code, JSON.parse(body.data.license_code_info).status]).toEqual(['92020000', 'ALIVE'])
    expect((await heartbeat(licence.id)).body.data).toMatchObject({ license_code: licence.id, status: 'ALIVE' })
  })

  test('is activated and looked up with others, and refused codes leave all as they were', async ({ sandbox }) => {
    const { taken, buy, codeOf, call } = gallery(sandbox)
    const [one, two] = [await taken(), await taken('gateway-forever')]
    const untaken = codeOf((await buy('gateway-year')).id)
    const refused = await call('BatchActivateLicense', { body: { license_list: [one.code, untaken] } })
    expect([refused.status, refused.body.error_code]).toEqual([200, '92020004'])
    expect(sandbox.world.licences.get(one.code)!.status).toBe('taken')

    sandbox.clock.advance('1h')
    const license_list = [one.code, two.code]
    const activated = await call('BatchActivateLicense', { body: { license_list, real_effect_time: '20260101003000' } })
    expect(activated.body).toEqual(OK)
    for (const { code } of [one, two])
      expect(sandbox.world.licences.get(code)).toMatchObject({ status: 'active', effectiveAt: Date.UTC(2026, 0, 1, 0, 30) })
    const { body } = await call('BatchCheckLicenseHeartbeat', { body: { license_list } })
    expect(body).toMatchObject({ ...OK, data: license_list.map((license_code) => ({ license_code, status: 'ALIVE' })) })
  })

  test('remembers who used the software day by day of China’s clock', async ({ sandbox }) => {
    const { taken, activate, call } = gallery(sandbox)
    const { code } = await taken()
    await activate(code)
    const report = (...software_usage_Info: object[]) =>
      call('ReportSoftwareUsage', { body: { usage_info: [{ license: code, software_usage_Info }] } })
    expect((await report({ id: 'a' }, { id: 'b' })).body).toEqual(OK)
    await report({ id: 'b' }, { id: 'c' })
    sandbox.clock.advance('16h')
    await report({ active_num: 100 })
    await report({ active_num: 120 })
    const refused = await call('ReportSoftwareUsage', {
      body: { usage_info: [code, 'PL0000000000000000'].map((license) => ({ license, software_usage_Info: [{ id: 'd' }] })) },
    })
    expect(refused.body).toMatchObject({ error_code: '92020020', data: { check_fail_list: ['PL0000000000000000'] } })
    expect([...sandbox.world.licenceUses.where('licence', code)]).toMatchObject([
      { day: '20260101', clients: ['a', 'b', 'c'] },
      { day: '20260102', clients: [], activeNum: 120 },
    ])
    expect(sandbox.facts.of('licence.used')).toHaveLength(4)
  })
})

test('S-26: what a licence code is for is in use and listed by the billing API from its activation, while the order waits for the proof', async ({
  sandbox,
}) => {
  const { taken, activate, people } = gallery(sandbox)
  const { order, code } = await taken()
  const listed = async () => {
    const { body } = await sandbox.call('bss.ListPayPerUseCustomerResources', { body: { order_id: order.id } })
    return body.data.map((one: { status: number; effective_time: string; expire_time: string }) => [
      one.status,
      one.effective_time,
      one.expire_time,
    ])
  }
  expect(await listed()).toEqual([])
  sandbox.clock.advance('1h')
  await activate(code)
  const inUse = [[2, '2026-01-01T01:00:00Z', '2027-01-01T01:00:00Z']]
  expect(await listed()).toEqual(inUse)
  expect(sandbox.world.orders.get(order.id)!.status).toBe('processing')
  sandbox.clock.advance('1h')
  await people('UploadProof', { orderId: order.id }, { proof: { name: '验收单.pdf' } })
  sandbox.clock.advance('3h')
  expect(sandbox.world.orders.get(order.id)).toMatchObject({ status: 'completed', lines: [{ effectiveAt: Date.UTC(2026, 0, 1, 1) }] })
  expect(await listed()).toEqual(inUse)
  expect(sandbox.facts.of('resource.opened')).toHaveLength(1)
})

describe('an upload', () => {
  const DONE = { status: 200, body: { error_code: 'CBC.0000' } }
  test('of text and of a file with its checksum is kept, and told', async ({ sandbox }) => {
    const { upload, file } = gallery(sandbox)
    expect(await upload({ type: 'CHARACTERS', characters: '111' })).toMatchObject(DONE)
    expect(await upload(file('LICENSE-0001'), 'LICENSE-0001')).toMatchObject(DONE)
    expect(await upload(file('x', { sha256: file('x').sha256.toUpperCase() }), 'x')).toMatchObject(DONE)
    expect([...sandbox.world.uploads.all()]).toMatchObject([
      { type: 'CHARACTERS', characters: '111' },
      { type: 'FILE', fileName: 'license.lic', size: 12 },
      { type: 'FILE', size: 1 },
    ])
    expect(sandbox.facts.of('upload.received')).toHaveLength(3)
  })

  test('S-34: of a file of 20 MB is taken over HTTP, of one byte more refused', async ({ sandbox }) => {
    const { file } = gallery(sandbox)
    const path = '/api/mkp-openapi-public/global/v1/market-event/87b94795-0603-4e24-8ae5-69420d60e3c8/file'
    const send = async (text: string) => {
      const body = new FormData()
      body.append('isvUpdateFileReq', new Blob([JSON.stringify(file(text))], { type: 'application/json' }))
      body.append('file', new Blob([text]), 'license.lic')
      const headers = { 'X-Auth-Token': sandbox.credentials.seller!.token }
      const response = await fetch(`${sandbox.url}${path}`, { method: 'POST', headers, body })
      return { status: response.status, body: await response.json() }
    }
    const largest = 'x'.repeat(20 * 1024 * 1024)
    expect(await send(largest)).toMatchObject(DONE)
    expect(await send(`${largest}x`)).toMatchObject({ status: 400, body: { error_code: 'CBC.0101' } })
  })

  test('is refused beyond the size that is set, and for kinds that are no documents where only those are taken', async ({ sandbox }) => {
    const { upload, file } = gallery(sandbox)
    const large = 'x'.repeat(1024 * 1024 + 1)
    expect(await upload(file(large), large)).toMatchObject(DONE)
    sandbox.world.set('koogallery.upload_largest_file', 1)
    sandbox.world.set('koogallery.upload_kinds', 'documents')
    expect(await upload(file(large, { file_name: 'guide.pdf' }), large)).toMatchObject({ status: 400, body: { error_code: 'CBC.0101' } })
    expect(await upload(file('x'), 'x')).toMatchObject({ status: 400, body: { error_code: 'CBC.0101' } })
    expect(await upload(file('x', { file_name: 'guide.PDF' }), 'x')).toMatchObject(DONE)
  })

  test('needs no name where the setting follows the guide’s example', async ({ sandbox }) => {
    const { upload, file } = gallery(sandbox)
    const { file_name: _, ...unnamed } = file('x')
    expect((await upload(unnamed, 'x')).status).toBe(400)
    sandbox.world.set('koogallery.upload_file_name', 'optional')
    expect(await upload(unnamed, 'x')).toMatchObject(DONE)
  })
})
