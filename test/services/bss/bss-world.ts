import type { BehaviourContext } from '../../../src/services/behaviour.ts'
import { behaviours, work } from '../../../src/services/index.ts'
import { isReply, type Reply } from '../../../src/spec/call.ts'
import { builtInBundle, specsOf } from '../../../src/spec/schema/cache.ts'
import { VendorError } from '../../../src/spec/vendor-error.ts'
import type { Machines } from '../../../src/world/engine/machines.ts'
import type { Account, Product } from '../../../src/world/entities/entities.ts'
import { createWorld } from '../../../src/world/world.ts'
import type { WorkTable, World } from '../../../src/world/world-api.ts'
import { populate } from '../../helpers/populate.ts'

const bundle = builtInBundle()
const specs = specsOf(bundle)

const account = (ref: string, role: string, more: object = {}) => ({
  ref,
  role,
  name: ref,
  userName: `${ref}_ops`,
  password: 'x',
  projects: [{ id: `project-of-${ref}`, name: 'cn-north-4' }],
  balance: '1000.00',
  ...more,
})
const product = (id: string, price: string, more: object = {}) => ({
  id,
  skuCode: id.split('-')[0],
  name: id,
  specDesc: `${id} spec`,
  kind: 'cloud-service',
  chargingMode: 'period',
  periodType: 'month',
  price,
  serviceType: 'hws.service.type.ec2',
  resourceType: 'hws.resource.type.vm',
  resourceTypeName: '云主机',
  resourceSpec: 'c7.large.2',
  ...more,
})

/** Few people and things with round prices, so that a test can say in its own lines what it is about. */
const START = {
  accounts: [
    account('partner', 'partner'),
    account('reseller', 'partner', { partnerId: '@partner' }),
    account('seller', 'seller'),
    account('buyer', 'buyer', { partnerId: '@partner' }),
    account('other', 'buyer', { partnerId: '@reseller' }),
  ],
  products: [
    product('vm-month', '100.00'),
    product('vm-year', '1000.00', { periodType: 'year' }),
    product('disk-month', '10.00', {
      serviceType: 'hws.service.type.ebs',
      resourceType: 'hws.resource.type.volume',
      resourceTypeName: '云硬盘',
    }),
    product('crm-month', '50.00', { kind: 'saas', sellerId: '@seller', serviceType: 'hws.service.type.marketplace' }),
  ],
  serviceTypes: [
    { id: 'hws.service.type.ec2', name: '弹性云服务器', nameEn: 'Elastic Cloud Server', abbreviation: 'ECS' },
    { id: 'hws.service.type.ebs', name: '云硬盘', nameEn: 'Elastic Volume Service', abbreviation: 'EVS' },
    { id: 'hws.service.type.marketplace', name: '云商店', nameEn: 'KooGallery', abbreviation: 'KooGallery', marketplace: true },
  ],
}

export interface Asked {
  readonly query?: Readonly<Record<string, string | number>>
  readonly path?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly as?: string
  readonly language?: 'zh' | 'en'
}

/**
 * A frozen world at 2026-01-01 and a way to call BSS in it: reading, behaviour and checking of the answer, without a door.
 * With a witness `lastTouched` says whether the last call changed anything at all.
 */
export function bssWorld({ witness = false } = {}) {
  const machines = bundle.machines as unknown as Machines
  const world = createWorld({
    name: 'default',
    seed: 'test',
    mode: 'frozen',
    machines,
    work: work as Partial<WorkTable> as WorkTable,
    settings: bundle.settings,
  })
  populate(world, START)
  const who = (name: string): Account => [...world.accounts.where('name', name)][0]!
  const picture = () => JSON.stringify(world.save())
  let before = ''
  let last = ''
  return {
    world,
    who,
    thing: (id: string): Product => world.products.get(id)!,
    lastTouched: () => picture() !== before,
    /** The operation that was called last. */
    lastAsked: () => last,
    ask(id: string, asked: Asked = {}) {
      if (witness) before = picture()
      last = `bss.${id}`
      return ask(world, who, id, asked)
    },
  }
}

function ask(
  world: World,
  who: (name: string) => Account,
  id: string,
  { query = {}, path = {}, body, as = 'buyer', language = 'zh' }: Asked,
) {
  const operation = specs.operation(`bss.${id}`)
  world.clock.runDue()
  const text = body === undefined ? '' : JSON.stringify(body)
  const call = {
    method: operation.method,
    path: operation.path,
    query: new URLSearchParams(query as Record<string, string>).toString(),
    host: 'bss.myhuaweicloud.com',
    headers: { ...(text === '' ? {} : { 'content-type': 'application/json' }), ...(language === 'en' ? { 'x-language': 'en_US' } : {}) },
    body: new TextEncoder().encode(text),
  }
  let answer: Reply
  try {
    const scene = {
      input: operation.read(call, path, []),
      caller: { account: who(as), via: 'token' },
      world,
      language,
      origin: `http://${call.host}`,
      fail: operation.fail,
      example: (name) => operation.example({ name })?.value,
      refuse: (kind) => operation.fail(operation.errorFor(kind)),
    } as BehaviourContext
    const result = world.transaction(() => behaviours['bss']![id]!(scene)) as unknown
    answer = isReply(result) ? result : { status: operation.success, body: result }
  } catch (error) {
    if (!(error instanceof VendorError)) throw error
    answer = { status: error.status, body: error.body('') }
  }
  const [strays] = operation.check(answer)
  if (strays) throw new Error(`${id} strays: ${strays.pointer} must be ${strays.expected}, was ${strays.got}`)
  // The outside comes in: what a test expects of a body is the test's business.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  return answer as { readonly status: number; readonly body: any }
}
