import type { Profile } from '../case.ts'
import { SAAS } from './saas.ts'

/** Every kind of seller that can be verified; the first one is meant when none is named. */
export const PROFILES: readonly Profile[] = [...SAAS]
