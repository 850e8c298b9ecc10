import type { operations } from '../../spec/generated/console.ts'
import { hashText } from '../../world/engine/chance.ts'
import type { Account, Product } from '../../world/entities/entities.ts'
import type { ConsoleContext } from '../console-behaviour.ts'
import { fen } from '../money.ts'

export type Publishing = ConsoleContext<operations['PublishProduct']>

/** Resource type and category by kind of product; inferred, like those of the default world. */
const SORTS: Readonly<Record<Exclude<Product['kind'], 'cloud-service'>, readonly [type: string, name: string, category: string]>> = {
  saas: ['saas', 'SaaS应用', '301001'],
  licence: ['license', 'License授权', '302001'],
  'licence-v1': ['license', 'License授权', '302002'],
  image: ['image', '镜像', '303001'],
  hardware: ['hardware', '硬件', '304001'],
  'manual-service': ['service', '人工服务', '305001'],
  api: ['api', 'API', '306001'],
  'agents-gateway': ['agents', 'Agents网关', '306002'],
  orchestration: ['orchestration', '应用编排', '307001'],
  'data-file': ['data', '数据文件', '308001'],
}

/** The products that a publishing request would create: one, or for images one for each region (S-34). */
export function draftsOf(context: Publishing, seller: Account): readonly Omit<Product, 'status'>[] {
  const { world, input, fail } = context
  const { kind, name, spec, charging, period, price, delivery, regions, collected, packageSize, joint = false } = input.body
  const periodic = charging === 'period' || charging === 'on-demand-package'
  if (periodic && period === undefined) fail('bad-request', `What is charged by ${charging} has a period: name it in "period".`)
  if (!periodic && period !== undefined) fail('bad-request', `What is charged ${charging} has no period.`)
  if (kind !== 'image' && regions !== undefined) fail('bad-request', 'Regions are there for images.')
  if (collected !== undefined && charging !== 'on-demand')
    fail('bad-request', `"collected" is for what is charged on demand, not ${charging}.`)
  if (kind === 'agents-gateway' && joint)
    fail('bad-request', 'Products of an Agents gateway are general ones: there are no joint operations for them.')
  const packageOf = usageProductOf(context, seller)
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
      ...(charging === 'one-time' ? { periodType: 'one-off' as const } : period === undefined ? {} : { periodType: period }),
      price: fen(price),
      serviceType: 'hws.service.type.marketplace',
      resourceType: `hws.resource.type.marketplace.${type}`,
      resourceTypeName,
      resourceSpec: `${kind}.${id}`,
      categoryCode,
      sellerId: seller.id,
      ...(regionCode === undefined ? {} : { regionCode }),
      ...(collected === undefined ? {} : { collected }),
      ...(packageOf === undefined ? {} : { packageOf }),
      ...(packageSize === undefined ? {} : { packageSize }),
      ...(joint ? { joint } : {}),
      ...(delivery === undefined ? (kind === 'saas' ? { delivery: 'automatic' as const } : {}) : { delivery }),
    }
  })
}

/** The id of the seller's pay-per-use product that a package is deducted for, if it names one. */
function usageProductOf({ world, input, fail }: Publishing, seller: Account): string | undefined {
  const { charging, packageOf, packageSize } = input.body
  if (packageOf === undefined && packageSize === undefined) return undefined
  if (charging !== 'on-demand-package')
    fail('bad-request', `"packageOf" and "packageSize" are for packages, not for what is charged ${charging}.`)
  if (packageOf === undefined) return undefined
  const product = world.products.get(packageOf)
  if (product?.sellerId !== seller.id || product.chargingMode !== 'on-demand')
    fail('bad-request', `"packageOf" must be a product on demand of ${seller.name}, not ${packageOf}.`)
  if (packageSize === undefined) fail('bad-request', 'A package of a product says how many units it holds: name them in "packageSize".')
  return packageOf
}
