import type { ServiceType } from '../../world/entities/entities.ts'
import type { BehaviourContext } from '../behaviour.ts'

/** The language names are told in. */
export type Language = BehaviourContext['language']

/** Code and name of a service type; a type the world does not know has no name. */
export function serviceTypeMembers(code: string, type: ServiceType | undefined, language: Language) {
  const name = type && (language === 'en' ? type.nameEn : type.name)
  return { service_type_code: code, ...(name === undefined ? {} : { service_type_name: name }) }
}

/** Inside money is whole fen, at the door it is yuan. */
export function yuan(fen: number): number {
  return fen / 100
}
