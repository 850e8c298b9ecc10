import { reply } from '../../spec/call.ts'
import type { components, operations } from '../../spec/generated/scm.ts'
import type { Certificate } from '../../world/entities/entities.ts'
import type { Behaviour } from '../behaviour.ts'
import { ownCertificate } from './own.ts'
import { listed, nameOf, taggedDetail } from './show.ts'

type Tag = components['schemas']['ResourceTag']
type Wanted = components['schemas']['TagValues']

/** Adds one tag; an existing key gets the new value (inferred). */
export const createTag: Behaviour<operations['CreateCertificateTag']> = (context) => {
  const { input, world } = context
  const certificate = ownCertificate(context, input.path.resource_id)
  world.certificates.change(certificate.id, { tags: withTags(certificate, [input.body.tag]) })
  return reply(204)
}

/** Adds or removes several tags. */
export const batchTags: Behaviour<operations['BatchCreateOrDeleteTags']> = (context) => {
  const { input, world } = context
  const certificate = ownCertificate(context, input.path.resource_id)
  const { action, tags = [] } = input.body
  const gone = (tag: Tag) => tags.some(({ key, value }) => key === tag.key && (value === undefined || value === tag.value))
  const left = action === 'create' ? withTags(certificate, tags) : tagsOf(certificate).filter((tag) => !gone(tag))
  world.certificates.change(certificate.id, { tags: left })
  return reply(204)
}

export const listTags: Behaviour<operations['ListTagsByCertificate']> = (context) => ({
  tags: [...tagsOf(ownCertificate(context, context.input.path.resource_id))],
})

/** Each key once, with all its values. */
export const listAllTags: Behaviour<operations['ListAllTags']> = ({ caller, world }) => {
  const values = new Map<string, Set<string>>()
  for (const { key, value = '' } of listed(world, caller.account.id).flatMap(tagsOf))
    values.set(key, (values.get(key) ?? new Set()).add(value))
  return { tags: [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, all]) => ({ key, values: [...all].sort() })) }
}

/** Certificates with matching tags. Any of a key's values matches, and an empty list means any value. */
export const listByTag: Behaviour<operations['ListCertificatesByTag']> = ({ input, caller, world }) => {
  const {
    without_any_tag,
    tags = [],
    tags_any = [],
    not_tags = [],
    not_tags_any = [],
    limit = 10,
    offset = 0,
    action,
    matches = [],
  } = input.body
  const has = (certificate: Certificate) => (wanted: Wanted) =>
    tagsOf(certificate).some(({ key, value = '' }) => key === wanted.key && (!wanted.values?.length || wanted.values.includes(value)))
  const fits = (certificate: Certificate) => {
    if (without_any_tag) return tagsOf(certificate).length === 0
    const found = has(certificate)
    if (tags.length > 0 && !tags.every(found)) return false
    if (tags_any.length > 0 && !tags_any.some(found)) return false
    if (not_tags.length > 0 && not_tags.every(found)) return false
    return not_tags_any.length === 0 || !not_tags_any.some(found)
  }
  const found = listed(world, caller.account.id)
    .filter(fits)
    .filter((one) => matches.every(({ value }) => nameOf(one).includes(value ?? '')))
  if (action === 'count') return { total_count: found.length }
  const resources = found.slice(offset, offset + limit).map((one) => ({
    resource_id: one.id,
    resource_name: nameOf(one),
    tags: [...tagsOf(one)],
    resource_detail: taggedDetail(world, one),
  }))
  return { total_count: found.length, resources }
}

const tagsOf = ({ tags = [] }: Certificate): readonly Tag[] => tags

function withTags(certificate: Certificate, added: readonly Tag[]): Tag[] {
  const keys = new Set(added.map(({ key }) => key))
  return [...tagsOf(certificate).filter(({ key }) => !keys.has(key)), ...added]
}
