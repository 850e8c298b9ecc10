import type { World } from '../world-api.ts'
import type { Department } from './entities.ts'

/** The departments of an organisation by their codes: first the stored ones, then those that only its people name. */
export function departmentsOf(world: World, accountId: string): ReadonlyMap<string, Department> {
  const departments = new Map([...world.departments.where('account', accountId)].map((one) => [one.orgCode, one]))
  for (const { organizationCode: orgCode, organizationName: orgName } of world.people.where('account', accountId))
    if (!departments.has(orgCode))
      departments.set(orgCode, { id: departmentId(accountId, orgCode), accountId, orgCode, orgName, parentCode: '' })
  return departments
}

export const departmentId = (accountId: string, orgCode: string): string => `${accountId}|${orgCode}`
