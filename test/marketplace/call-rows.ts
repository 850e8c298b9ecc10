import { expect } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { InterfaceUse } from '../../src/world/entities/entities.ts'
import { click } from '../console/click.ts'
import { applied, atApplication, frozen, LICENCE, owned, pass, renew, takeLicence } from './causes.ts'
import { order, PRODUCT } from './shop.ts'

/** What causes a call, and what it says then. */
export interface CallRow {
  readonly call: string
  readonly use?: InterfaceUse
  readonly cause: (sandbox: Sandbox) => Promise<unknown>
  readonly says?: Record<string, unknown>
}

const credential = async (sandbox: Sandbox) => {
  await applied(sandbox)
  await pass(sandbox)
}

/** Towards a seller on V2.0. */
export const V2: readonly (readonly [string, CallRow])[] = [
  ['a purchase', { call: 'newInstance', cause: owned }],
  ['a new instance', { call: 'queryInstance', cause: owned }],
  ['a renewal', { call: 'refreshInstance', cause: renew, says: { scene: 'RENEWAL' } }],
  [
    'a renewal by the year',
    { call: 'refreshInstance', cause: (s) => renew(s, { product: PRODUCT.year }), says: { scene: 'RENEWAL', productId: PRODUCT.year } },
  ],
  [
    'a renewal that changes the edition',
    {
      call: 'refreshInstance',
      cause: (s) => renew(s, { product: PRODUCT.pro }),
      says: { scene: 'RENEWAL_CHANGE', productId: PRODUCT.pro },
    },
  ],
  ['the question before such a renewal', { call: 'changeInstanceCheck', cause: (s) => renew(s, { product: PRODUCT.pro }) }],
  [
    'a trial that becomes a purchase',
    {
      call: 'refreshInstance',
      async cause(sandbox) {
        const trial = order(sandbox, {
          type: 'trial',
          lines: [{ productId: PRODUCT.trial, quantity: 1, periodType: 'day', periodNum: 15 }],
        })
        await pass(sandbox)
        const [resourceId] = sandbox.world.orders.get(trial.id)!.resourceIds
        await click(sandbox, 'FormaliseTrial', { path: { resourceId: resourceId! }, body: { product: PRODUCT.month } })
        await pass(sandbox)
      },
      says: { scene: 'TRIAL_TO_FORMAL', productId: PRODUCT.month },
    },
  ],
  [
    'a renewal taken back',
    {
      call: 'refreshInstance',
      async cause(sandbox) {
        const { id } = await owned(sandbox)
        await click(sandbox, 'RenewResource', { path: { resourceId: id } })
        await pass(sandbox)
        await click(sandbox, 'UnsubscribeResource', { path: { resourceId: id }, body: { renewalsOnly: true, reason: '不再需要' } })
        await pass(sandbox)
      },
      says: { scene: 'UNSUBSCRIBE_RENEWAL_PERIOD' },
    },
  ],
  [
    'an upgrade',
    {
      call: 'upgradeInstance',
      async cause(sandbox) {
        const { id } = await owned(sandbox)
        await click(sandbox, 'ChangeResource', { path: { resourceId: id }, body: { product: PRODUCT.pro } })
        await pass(sandbox)
      },
    },
  ],
  ['the end of the grace period', { call: 'updateInstanceStatus', cause: frozen, says: { status: 'FREEZE' } }],
  [
    'a renewal out of the freeze',
    {
      call: 'updateInstanceStatus',
      async cause(sandbox) {
        await click(sandbox, 'RenewResource', { path: { resourceId: await frozen(sandbox) } })
        await pass(sandbox)
      },
      says: { status: 'UNFREEZE' },
    },
  ],
  [
    'the end of the retention period',
    {
      call: 'releaseInstance',
      async cause(sandbox) {
        await frozen(sandbox)
        await pass(sandbox, 'P20D')
      },
    },
  ],
  [
    'an unsubscription',
    {
      call: 'releaseInstance',
      async cause(sandbox) {
        const { id } = await owned(sandbox)
        await click(sandbox, 'UnsubscribeResource', { path: { resourceId: id }, body: { reason: '不再需要' } })
        await pass(sandbox)
      },
      says: { orderId: expect.stringMatching(/^CS/), orderLineId: expect.stringMatching(/-000001$/) },
    },
  ],
  [
    'the renewal of a licence',
    {
      call: 'refreshLicenseCode',
      use: 'licence',
      async cause(sandbox) {
        await click(sandbox, 'RenewResource', { path: { resourceId: await takeLicence(sandbox) } })
        await pass(sandbox)
      },
      says: { scene: 'RENEWAL', license: LICENCE },
    },
  ],
  [
    'a licence that lapsed',
    {
      call: 'updateLicenseCodeStatus',
      use: 'licence',
      async cause(sandbox) {
        await takeLicence(sandbox)
        await pass(sandbox, 'P382D')
      },
      says: { status: 'FREEZE', license: LICENCE },
    },
  ],
  [
    'a licence whose retention is over',
    {
      call: 'releaseLicenseCode',
      use: 'licence',
      async cause(sandbox) {
        await takeLicence(sandbox)
        await pass(sandbox, 'P400D')
      },
      says: { license: LICENCE },
    },
  ],
  [
    'a credential',
    {
      call: 'tenantSync',
      use: 'kit',
      cause: credential,
      says: { instanceId: '', orderId: '', flag: 1, testFlag: 0 },
    },
  ],
  ['a credential, too,', { call: 'applicationSync', use: 'kit', cause: credential }],
  ['a credential, as well,', { call: 'allOrgSync', use: 'kit', cause: credential }],
  [
    'a binding',
    {
      call: 'tenantSync',
      use: 'kit',
      cause: (s) => atApplication(s, 'BindApplication', {}),
      says: { instanceId: expect.stringMatching(/^inst-CS/), flag: 1 },
    },
  ],
  [
    'the end of a binding',
    { call: 'applicationSync', use: 'kit', cause: (s) => atApplication(s, 'BindApplication', {}, { remove: true }), says: { flag: 0 } },
  ],
  [
    'an authorisation',
    {
      call: 'authSync',
      use: 'kit',
      cause: (s) => atApplication(s, 'AuthoriseAccounts', { users: ['liqing'], change: 'withdraw' }),
      says: { flag: 3 },
    },
  ],
  [
    'a new department',
    {
      call: 'singleOrgSync',
      use: 'kit',
      cause: (s) => atApplication(s, 'ChangeDepartment', { orgCode: '10100', orgName: '测试部' }),
      says: { orgCode: '10100', orgName: '测试部', parentCode: '' },
    },
  ],
]

/** Towards a seller on V1.0. */
export const V1: readonly (readonly [string, CallRow])[] = [
  ['a purchase', { call: 'newInstance', cause: owned, says: { chargingMode: '1' } }],
  ['a renewal', { call: 'refreshInstance', cause: renew }],
  ['the end of the grace period', { call: 'expireInstance', cause: frozen }],
  [
    'the end of the retention period',
    {
      call: 'releaseInstance',
      cause: async (s) => {
        await frozen(s)
        await pass(s, 'P20D')
      },
    },
  ],
  ['an upgrade', { ...V2.find(([, { call }]) => call === 'upgradeInstance')![1], says: { activity: 'upgrade', productId: PRODUCT.pro } }],
  [
    'a renewal taken back',
    {
      call: 'refreshInstance',
      cause: V2.find(([what]) => what === 'a renewal taken back')![1].cause,
      says: { orderAmount: expect.stringMatching(/^-\d+\.\d\d$/), orderId: expect.stringMatching(/^CS/) },
    },
  ],
  [
    'a credential',
    {
      call: 'tenantSync',
      use: 'kit',
      cause: credential,
    },
  ],
  ['a binding', { call: 'applicationSync', use: 'kit', cause: (s) => atApplication(s, 'BindApplication', {}) }],
  ['an authorisation', { call: 'authSync', use: 'kit', cause: (s) => atApplication(s, 'AuthoriseAccounts', {}) }],
  [
    'a new department',
    { call: 'singleOrgSync', use: 'kit', cause: (s) => atApplication(s, 'ChangeDepartment', { orgCode: '1', orgName: 'x' }) },
  ],
  [
    'a credential, too,',
    {
      call: 'allOrgSync',
      use: 'kit',
      cause: credential,
    },
  ],
]
