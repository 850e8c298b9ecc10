import type { WorkspaceItem } from '../../world/entities/entities.ts'
import { NOT_POSSIBLE } from './products.ts'
import type { Here } from './targets.ts'

/** How a request names an image: by id, or by the older code of its specification. */
export interface ImageChoice {
  readonly image_id?: string | undefined
  readonly image_spec_code?: string | undefined
  readonly image_type?: string | undefined
}

/**
 * The image that a request names. `image_id` takes precedence over `image_spec_code`; a request with neither is refused (S-04). A private
 * image must be the caller's, a public one (`gold`) can be used by everybody; an inactive image cannot be used.
 */
export function imageNamed(here: Here, at: string, { image_id, image_spec_code, image_type }: ImageChoice): WorkspaceItem {
  const { world, caller, fail, refuse } = here
  if (!image_id && !image_spec_code) return fail('WKS.0001')
  const member = image_id ? 'image_id' : 'image_spec_code'
  const wanted = image_id || image_spec_code || ''
  const usable = [...world.workspace.all()].filter(
    (item) => item.kind === 'image' && (item.attributes['imageType'] === 'gold' || item.customerId === caller.account.id),
  )
  const image = usable.find(({ id, attributes }) => (image_id ? id : attributes['specCode']) === wanted)
  const names = usable.map(({ id, name, attributes }) => `${image_id ? id : attributes['specCode']} (${name})`)
  if (!image)
    return refuse('malformed', `${at}/${member}`, `an image of the caller: ${names.join(', ') || 'there is none'}`, wanted, NOT_POSSIBLE)
  if (image.state !== 'active')
    return refuse('malformed', `${at}/${member}`, 'an image that is active', `${wanted}, which is ${image.state}`, NOT_POSSIBLE)
  const type = image.attributes['imageType']
  if (image_type !== undefined && image_type !== type)
    return refuse('malformed', `${at}/image_type`, `${type}, the type of ${wanted}`, image_type, NOT_POSSIBLE)
  return image
}
