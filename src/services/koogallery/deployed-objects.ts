import type { operations } from '../../spec/generated/koogallery.ts'
import type { Behaviour } from '../behaviour.ts'

/**
 * Images of the catalogue for deployment templates. Nothing is published about this call: a product that is an image has one object of the
 * requested kind; all other requests find none (inferred).
 */
export const listDeployedObjects: Behaviour<operations['ListDeployedObjects']> = ({ world, input }) => {
  const { asset_id, deployed_type, region, asset_version } = input.query
  const product = world.products.get(asset_id)
  if (product?.kind !== 'image' || !deployed_type.toLowerCase().includes('image')) return { data: [] }
  const version = asset_version ?? 'V1.0'
  return {
    data: [
      {
        asset_id,
        deployed_type,
        version,
        version_id: world.ids.hex('asset-versions', `${asset_id}|${version}`),
        region: region ?? product.regionCode ?? 'cn-north-4',
        image_deployed_object: { image_id: world.ids.uuid('images', `${asset_id}|${version}`), image_name: product.name },
      },
    ],
  }
}
