import type { AccessRole } from './access-api.ts'

/** From the one that may do the least. */
export const ROLES: readonly AccessRole[] = ['reader', 'tester', 'admin']

/** Whether a role may do what another one is needed for. */
export const reaches = (role: AccessRole, needed: AccessRole): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed)

/** The roles that may do what one is needed for. */
export const rolesFrom = (needed: AccessRole): AccessRole[] => ROLES.slice(ROLES.indexOf(needed))
