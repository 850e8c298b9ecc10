import type { ServiceType } from '../../world/entities/entities.ts'
import type { BehaviourContext } from '../behaviour.ts'

/** The language of names. */
export type Language = BehaviourContext['language']

/** Code and name of a service type. An unknown type has no name. */
export function serviceTypeMembers(code: string, type: ServiceType | undefined, language: Language) {
  const name = type && (language === 'en' ? type.nameEn : type.name)
  return { service_type_code: code, ...(name === undefined ? {} : { service_type_name: name }) }
}

/** Money is whole fen inside and yuan in answers. */
export function yuan(fen: number): number {
  return fen / 100
}
