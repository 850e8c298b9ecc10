import type { Profile } from '../case.ts'
import { KIT } from './kit.ts'
import { LICENCES } from './licences.ts'
import { NOTIFICATION } from './notification.ts'
import { SAAS } from './saas.ts'
import { V1 } from './v1.ts'

/** Every kind of seller that can be verified; the first one is the default. */
export const PROFILES: readonly Profile[] = [...SAAS, ...KIT, ...LICENCES, ...NOTIFICATION, ...V1]
