import { describe, expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { openSeller, type Received } from '../marketplace/seller.ts'
import { click } from './click.ts'
import { seller } from './desk.ts'
import { used } from './requests/seller-requests.ts'

const account = 'chengming_tech'
const good = () => ({ body: { resultCode: '000000', resultMsg: 'success' } })

interface Organisation {
  departments: { orgCode: string; orgName: string; parentCode: string }[]
  members: { userName: string; orgCode: string }[]
  applications: { boundAt?: string; users: string[] }[]
  failedCalls: { id: string; call: string }[]
}
const shown = async (sandbox: Sandbox) => (await click(sandbox, 'ShowOrganisation', { path: { account } })) as unknown as Organisation

/** A bound application of a seller who listens; `act` does what its buyer does with it. */
async function joint(sandbox: Sandbox, url: string) {
  const { path, body } = await used(sandbox, (resource) => ({ resource }))
  await click(sandbox, 'SetAddress', { path: { seller }, body: { use: 'kit', url } })
  const act = async (operation: string, more: object = {}) => {
    const answer = await sandbox.call(`console.${operation}`, { path: path!, body: { ...(body as object), ...more } })
    await sandbox.clock.pass('1s')
    return answer
  }
  return act
}

const paths = (calls: readonly Received[]) => calls.map((call) => call.path.split('/').at(-1))

describe('an organisation is remembered', () => {
  test('departments with their parents, and the full synchronisation shows them (S-40, S-60)', async ({ sandbox }) => {
    await using host = await openSeller(good)
    const act = await joint(sandbox, host.url)
    await act('ChangeDepartment', { orgCode: '30000', orgName: '研发部' })
    await act('ChangeDepartment', { orgCode: '30100', orgName: '前端组', parentCode: '30000' })
    await act('ChangeDepartment', { orgCode: '30100', orgName: '客户端组', change: 'modify' })
    await act('ChangeDepartment', { orgCode: '10100', orgName: '营销部', change: 'modify' })
    expect(host.calls.at(-1)?.json).toMatchObject({ orgCode: '10100', orgName: '营销部', parentCode: '', flag: 2 })
    await act('BindApplication')
    const all = host.calls.findLast(({ path }) => path.endsWith('/allOrgSync'))!
    const list = all.json['orgInfoList']
    const departments = [
      { orgCode: '30000', orgName: '研发部', parentCode: '' },
      { orgCode: '30100', orgName: '客户端组', parentCode: '30000' },
      { orgCode: '10100', orgName: '营销部', parentCode: '' },
      { orgCode: '10000', orgName: '信息部', parentCode: '' },
      { orgCode: '10200', orgName: '财务部', parentCode: '' },
    ]
    for (const { orgCode, orgName } of departments) {
      expect(JSON.stringify(list)).toContain(orgCode)
      expect(JSON.stringify(list)).toContain(orgName)
    }
    const organisation = await shown(sandbox)
    expect(organisation.departments.sort((a, b) => a.orgCode.localeCompare(b.orgCode))).toEqual(
      departments.sort((a, b) => a.orgCode.localeCompare(b.orgCode)),
    )
  })

  test('a department that nothing stands in is removed, and none stands below itself (S-60)', async ({ sandbox }) => {
    await using host = await openSeller(good)
    const act = await joint(sandbox, host.url)
    await act('ChangeDepartment', { orgCode: '30000', orgName: '研发部' })
    await act('ChangeDepartment', { orgCode: '30100', orgName: '前端组', parentCode: '30000' })
    const circle = await act('ChangeDepartment', { orgCode: '30000', orgName: '研发部', parentCode: '30100' })
    expect(circle).toMatchObject({ status: 409, body: { code: 'department-circle' } })
    await act('ChangeDepartment', { orgCode: '30100', orgName: '前端组', change: 'remove' })
    expect(host.calls.at(-1)?.json).toMatchObject({ orgCode: '30100', parentCode: '30000', flag: 0 })
    expect((await shown(sandbox)).departments.map(({ orgCode }) => orgCode)).not.toContain('30100')
  })

  test('members with their departments, and the synchronisation of accounts shows them (S-60)', async ({ sandbox }) => {
    await using host = await openSeller(good)
    const act = await joint(sandbox, host.url)
    await act('BindApplication')
    await click(sandbox, 'MoveMember', { path: { account }, body: { userName: 'zhangwei', orgCode: '10200' } })
    await act('AuthoriseAccounts', { users: ['zhangwei', 'liqing'] })
    const [zhangwei] = (host.calls.at(-1)!.json['userList'] as { userName: string; orgCode: string }[]).filter(
      ({ userName }) => userName === 'zhangwei',
    )
    expect(zhangwei).toMatchObject({ orgCode: '10200' })
    await act('AuthoriseAccounts', { users: ['liqing'], change: 'withdraw' })
    const { applications, members } = await shown(sandbox)
    expect(applications).toMatchObject([{ boundAt: expect.any(String), users: ['zhangwei'] }])
    expect(members).toContainEqual(expect.objectContaining({ userName: 'zhangwei', orgCode: '10200' }))
  })

  test('a binding made twice is told twice and is one; what is taken away is gone (S-41)', async ({ sandbox }) => {
    await using host = await openSeller(good)
    const act = await joint(sandbox, host.url)
    await act('BindApplication')
    await act('BindApplication')
    expect(paths(host.calls)).toEqual([...SYNCHRONISED, ...SYNCHRONISED])
    expect((await shown(sandbox)).applications).toHaveLength(1)
    expect((await act('BindApplication', { remove: true })).status).toBe(200)
    expect(await act('BindApplication', { remove: true })).toMatchObject({ status: 409, body: { code: 'not-bound' } })
    expect((await shown(sandbox)).applications).toEqual([{ application: expect.any(String), resource: expect.any(String), users: [] }])
  })
})

const SYNCHRONISED = ['tenantSync', 'applicationSync', 'allOrgSync']

describe('a call of the kit that fails (S-40)', () => {
  test('is told to the seller, and made again when the buyer says so', async ({ sandbox }) => {
    let fails = true
    await using host = await openSeller(({ path }) =>
      fails && path.endsWith('/tenantSync') ? { body: { resultCode: '000005', resultMsg: 'inner error' } } : good(),
    )
    const act = await joint(sandbox, host.url)
    await act('BindApplication')
    const { failedCalls } = await shown(sandbox)
    expect(failedCalls).toMatchObject([{ call: 'production.tenantSync' }])
    const deliveryId = failedCalls[0]!.id
    expect(sandbox.facts.of('seller.notified')).toMatchObject([{ about: 'kit-call-failed', by: ['sms', 'mail'], deliveryId }])
    await sandbox.clock.pass('5d')
    expect(sandbox.deliveries.get(deliveryId)).toMatchObject({ status: 'held' })

    fails = false
    await click(sandbox, 'DecideKitRetry', { path: { deliveryId }, body: { retry: true } })
    await sandbox.clock.pass('1s')
    expect(sandbox.deliveries.get(deliveryId)).toMatchObject({ status: 'succeeded', attempts: [{ passed: false }, { passed: true }] })
    expect((await shown(sandbox)).failedCalls).toEqual([])
  })

  test('is over when the buyer says so', async ({ sandbox }) => {
    await using host = await openSeller(() => ({ body: { resultCode: '000005', resultMsg: 'inner error' } }))
    const act = await joint(sandbox, host.url)
    await act('BindApplication')
    const [first] = (await shown(sandbox)).failedCalls
    await click(sandbox, 'DecideKitRetry', { path: { deliveryId: first!.id }, body: { retry: false } })
    await sandbox.clock.pass('1d')
    expect(sandbox.deliveries.get(first!.id)).toMatchObject({ status: 'given-up', attempts: [{ passed: false }] })
  })
})
