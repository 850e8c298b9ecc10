import type { operations } from '../../spec/generated/bss.ts'
import type { World } from '../../world/world-api.ts'
import type { Behaviour } from '../behaviour.ts'
import { type Language, serviceTypeMembers } from './localised-names.ts'

/** A page of the vendor's own service types, without KooGallery's. */
export const listServiceTypes: Behaviour<operations['ListServiceTypes']> = ({ world, input, language }) => {
  const { offset = 0, limit = 10, service_type_name } = input.query
  const part = service_type_name?.toLowerCase()
  const found = listed(world, language).filter(({ service_type_name: name }) => part === undefined || name?.toLowerCase().includes(part))
  return { total_count: found.length, service_types: found.slice(offset, offset + limit) }
}

/** All service types, or the one with a code, without a count: the legacy path has no paging. */
export const listServiceTypesLegacy: Behaviour<operations['ListServiceTypesLegacy']> = ({ world, input, language }) => {
  const code = input.query.service_type_code
  return { service_types: listed(world, language).filter(({ service_type_code: own }) => code === undefined || own === code) }
}

function listed(world: World, language: Language) {
  return [...world.serviceTypes.all()]
    .filter((type) => !type.marketplace)
    .map((type) => ({ ...serviceTypeMembers(type.id, type, language), abbreviation: type.abbreviation }))
}
