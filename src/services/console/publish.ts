import type { operations } from '../../spec/generated/console.ts'
import { hashText } from '../../world/chance.ts'
import type { Account, Product } from '../../world/entities.ts'
import { fen } from './money.ts'
import type { ConsoleScene } from './scene.ts'

type Scene = ConsoleScene<operations['PublishProduct']>

/** Kind of resource and category by kind of product; inferred, like those of the default world. */
const SORTS: Readonly<Record<Exclude<Product['kind'], 'cloud-service'>, readonly [type: string, name: string, category: string]>> = {
  saas: ['saas', 'SaaS应用', '301001'],
  licence: ['license', 'License授权', '302001'],
  'licence-v1': ['license', 'License授权', '302002'],
  image: ['image', '镜像', '303001'],
  hardware: ['hardware', '硬件', '304001'],
  'manual-service': ['service', '人工服务', '305001'],
  api: ['api', 'API', '306001'],
  orchestration: ['orchestration', '应用编排', '307001'],
  'data-file': ['data', '数据文件', '308001'],
}

/** The products that a request to publish would bring: one, and for images one for each region (S-34). */
export function draftsOf({ world, input, fail }: Scene, seller: Account): readonly Omit<Product, 'status'>[] {
  const { kind, name, spec, charging, period, price, delivery, regions } = input.body
  const periodic = charging === 'period' || charging === 'on-demand-package'
  if (periodic && period === undefined) fail('bad-request', `What is charged by ${charging} has a period: name it in "period".`)
  if (!periodic && period !== undefined) fail('bad-request', `What is charged ${charging} has no period.`)
  if (kind !== 'image' && regions !== undefined) fail('bad-request', 'Regions are there for images.')
  const [type, resourceTypeName, categoryCode] = SORTS[kind]
  const skuCode = world.ids.uuid('sku')
  return (regions ?? [undefined]).map((regionCode) => {
    const id = `OFFI${hashText(18, '0123456789', world.seed, world.name, 'products', `${world.ids.next('product')}`)}`
    return {
      id,
      skuCode,
      name,
      specDesc: spec,
      kind,
      chargingMode: charging,
      ...(period === undefined ? {} : { periodType: period }),
      price: fen(price),
      serviceType: 'hws.service.type.marketplace',
      resourceType: `hws.resource.type.marketplace.${type}`,
      resourceTypeName,
      resourceSpec: `${kind}.${id}`,
      categoryCode,
      sellerId: seller.id,
      ...(regionCode === undefined ? {} : { regionCode }),
      ...(delivery === undefined ? (kind === 'saas' ? { delivery: 'automatic' as const } : {}) : { delivery }),
    }
  })
}
