import type { World } from '../../src/world/world-api.ts'
import type { Move } from './random-play.ts'
import type { Seeded } from './seeded.ts'

const BUYERS = ['chengming_tech', 'jinli_catering', 'changan_logistics']
const PAPERS = ['91310000MA1FL0XX1K', '91310000MA1FL0YY2L']
const seller = 'xinghai_soft'
const yes = (random: Seeded) => random.int(4) > 0

/** Draws what people might do next about ICP filings: mostly the next step of one, sometimes another. */
export function filingMove(world: World, random: Seeded): Move {
  const certificateNumber = random.pick(PAPERS)
  const customer = random.pick(BUYERS)
  const begin: Move = {
    call: 'console.CheckFilingType',
    input: {
      body: {
        ...{
          customer,
          region: '上海',
          nature: '企业',
          organiserName: '上海澄明科技有限公司',
          certificateType: '营业执照',
          certificateNumber,
        },
        ...{ resourceType: random.pick(['ecs', 'code']), serviceType: 'website', siteName: `s${random.int(30)}.chengming.com` },
      },
    },
  }
  const filings = [...world.filings.all()].filter(({ status }) => random.int(9) === 0 || !['filed', 'abandoned'].includes(status)).slice(-4)
  if (filings.length === 0) return begin
  // The SMS check is open for a day only; other moves let whole weeks pass.
  const { id, status, resourceType, sms } = filings.find((one) => one.status === 'handed-on') ?? random.pick(filings)
  const on = (operation: string, body: object): Move => ({ call: `console.${operation}`, input: { path: { filingId: id }, body } })
  const server = [...world.resources.all()].find(({ name }) => name === 'web-01')?.id ?? 'nothing'
  const code = [...world.filingCodes.all()].at(-1)?.id ?? 'nothing'
  const next: Readonly<Record<string, Move>> = {
    'type-checked': on('CheckFilingProduct', resourceType === 'code' ? { code } : { resourceId: server }),
    'product-checked': on('SubmitFiling', { identityChecked: yes(random) }),
    'first-review': on('ReviewFiling', yes(random) ? { pass: true } : { pass: false, reason: 'identity-check', sendBack: yes(random) }),
    'authority-review': on('ReviewFiling', yes(random) ? { pass: true } : { pass: false, reason: 'former-data-mismatch' }),
    'handed-on': random.int(9) > 0 ? on('VerifyFilingSms', { code: yes(random) ? (sms?.code ?? '0') : '0' }) : on('ResendFilingSms', {}),
    mended: on('ReviewFiling', yes(random) ? { pass: true } : { pass: false, sendBack: true }),
    'for-mending': on('SubmitFiling', { mended: { certificateNumber } }),
    'authority-refused': on('SubmitFiling', { mended: { certificateNumber } }),
    refused: on('SubmitFiling', { mended: { certificateNumber } }),
  }
  return random.pick([
    ...Array.from({ length: 5 }, () => next[status] ?? begin),
    begin,
    on('AbandonFiling', {}),
    { call: 'console.CreateFilingCode', input: { body: { resourceId: server } } },
    { call: 'console.TransferOrganiser', input: { body: { customer, to: random.pick(BUYERS) } } },
    { call: 'console.ListFilings', input: { query: { customer } } },
  ])
}

/** Draws what a seller and the vendor might do next at the seller's desk. */
export function sellerMove(world: World, random: Seeded): Move {
  const of = (operation: string, body: object): Move => ({ call: `console.${operation}`, input: { path: { seller }, body } })
  const requests = [...world.sellerRequests.all()].slice(-4)
  const requestId = requests.length === 0 ? 'nothing' : random.pick(requests).id
  const productId = random.pick([...world.products.all()].filter((product) => product.sellerId !== undefined)).id
  return random.pick([
    of('ApplyForProgramme', { programme: random.pick(['商家加速计划', '联营计划']) }),
    of('TakeOffShelf', { productId, reason: '产品升级' }),
    of('PublishProduct', { kind: 'data-file', name: '城市天气数据集', spec: '2025年', charging: 'one-time', price: '32.00' }),
    of('ApplyForTestLicence', { productId }),
    { call: 'console.DecideSellerRequest', input: { path: { requestId }, body: { pass: yes(random) } } },
    { call: 'console.ReapplyForProgramme', input: { path: { requestId }, body: {} } },
    { call: 'console.SuspendProduct', input: { path: { productId }, body: { suspend: random.int(2) === 0 } } },
    { call: 'console.SuspendProduct', input: { path: { productId }, body: { suspend: false } } },
  ])
}
