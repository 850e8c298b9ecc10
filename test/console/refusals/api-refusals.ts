import { buy } from '../click.ts'
import { product, seller } from '../desk.ts'
import type { RefusalRow } from './refusals.ts'

const path = { productId: product('62') }
const body = { url: 'http://localhost:3000/' }

/** What refuses AppCodes and backends of API products, licence codes for tests, and what is sold no more for a time. */
export const API_REFUSALS: readonly RefusalRow[] = [
  ['SetApiBackend', 'unknown-product', async () => ({ path: { productId: 'OFFI1' }, body })],
  ['SetApiBackend', 'not-an-api', async () => ({ path: { productId: product('40') }, body })],
  ['SetApiBackend', 'address-malformed', async () => ({ path, body: { url: 'ftp://localhost/' } })],
  [
    'SetApiBackend',
    'address-not-allowed',
    async ({ world }) => {
      world.set('console.strictAddresses', true)
      return { path, body }
    },
  ],
  ['CheckApiBackend', 'unknown-product', async () => ({ path: { productId: 'OFFI1' } })],
  ['CheckApiBackend', 'not-an-api', async () => ({ path: { productId: product('40') } })],
  ['CheckApiBackend', 'no-backend', async () => ({ path })],
  ['AddAppCode', 'unknown-resource', async () => ({ path: { resourceId: 'nobody' } })],
  [
    'AddAppCode',
    'not-an-api',
    async (sandbox) => ({ path: { resourceId: (await buy(sandbox, 'crm-basic-month', {}, true)).resources[0]!.id } }),
  ],
  [
    'AddAppCode',
    'wrong-state',
    async (sandbox) => {
      const { id } = (await buy(sandbox, 'id-check-call', {}, true)).resources[0]!
      sandbox.world.transition('resources', id, 'freeze', { frozenFor: 'arrears' })
      return { path: { resourceId: id } }
    },
  ],
  ['ApplyForTestLicence', 'unknown-product', async () => ({ path: { seller }, body: { productId: 'OFFI1' } })],
  ['ApplyForTestLicence', 'not-the-sellers', async () => ({ path: { seller }, body: { productId: 'workspace.k.large2' } })],
  ['ApplyForTestLicence', 'not-a-licence', async () => ({ path: { seller }, body: { productId: product('40') } })],
  ['SuspendProduct', 'unknown-product', async () => ({ path: { productId: 'OFFI1' }, body: { suspend: true } })],
  ['SuspendProduct', 'not-the-sellers', async () => ({ path: { productId: 'workspace.k.large2' }, body: { suspend: true } })],
  ['SuspendProduct', 'wrong-state', async () => ({ path: { productId: product('40') }, body: { suspend: false } })],
  ['TakeOffShelf', 'unknown-product', async () => ({ path: { seller }, body: { name: '星海', reason: '产品升级' } })],
  ['TakeOffShelf', 'not-the-sellers', async () => ({ path: { seller }, body: { productId: 'workspace.k.large2', reason: '产品升级' } })],
  [
    'TakeOffShelf',
    'file-refused',
    async () => ({
      path: { seller },
      body: { productId: product('40'), reason: '产品升级', proof: { name: '说明.pdf', size: 20 * 1024 * 1024 + 1 } },
    }),
  ],
]
