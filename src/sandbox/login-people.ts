import type { LoginPerson } from '../ui/login.ts'
import type { World } from '../world/world-api.ts'

/** The users of a world for the login page, grouped by account. */
export function peopleOf(world: World | undefined): readonly LoginPerson[] {
  return [...(world?.people.all() ?? [])].map(({ userName, name, role, organizationName, accountId }) => ({
    userName,
    name,
    role,
    organization: organizationName,
    tenant: world?.accounts.get(accountId)?.displayName ?? accountId,
  }))
}
