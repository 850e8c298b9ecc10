import { departmentId, departmentsOf } from '../../world/entities/departments.ts'
import type { Department } from '../../world/entities/entities.ts'
import type { CheckContext } from '../console-behaviour.ts'

/** The members of a department in a request. A modification keeps those that are left out. */
interface DepartmentMembers {
  readonly orgCode: string
  readonly orgName: string
  readonly parentCode?: string
}

/**
 * Adds, changes or removes a department of an organisation and returns what the seller is told about it. Adding an existing department
 * changes it. Refuses unknown departments and parents, cycles, a name that exists at the same level, and removing a department that is not
 * empty.
 */
export function changeDepartment(
  context: CheckContext,
  accountId: string,
  change: 'add' | 'modify' | 'remove',
  wish: DepartmentMembers,
): Department {
  const { world } = context
  const departments = departmentsOf(world, accountId)
  const before = departments.get(wish.orgCode)
  if (change !== 'add' && !before) return unknown(context, departments, wish.orgCode)
  if (change === 'remove') return removed(context, departments, before as Department)
  const { orgCode, orgName, parentCode = before?.parentCode ?? '' } = wish
  if (parentCode !== '' && !departments.has(parentCode)) return unknown(context, departments, parentCode)
  for (let at = parentCode; at !== ''; at = departments.get(at)?.parentCode ?? '')
    if (at === orgCode) context.fail('department-circle', `Department ${orgCode} cannot stand below ${parentCode}, which stands below it.`)
  for (const rival of departments.values())
    if (rival.orgCode !== orgCode && rival.parentCode === parentCode && rival.orgName === orgName)
      context.fail('department-taken', `${orgName} is the name of ${rival.orgCode} at the same level already.`)
  const department = world.departments.put({ id: departmentId(accountId, orgCode), accountId, orgCode, orgName, parentCode })
  for (const { id, organizationCode } of world.people.where('account', accountId).slice(0))
    if (organizationCode === orgCode) world.people.change(id, { organizationName: orgName })
  return department
}

function removed(context: CheckContext, departments: ReadonlyMap<string, Department>, department: Department): Department {
  const { world, fail } = context
  const { id, accountId, orgCode } = department
  const below = [...departments.values()].filter(({ parentCode }) => parentCode === orgCode).map((one) => one.orgCode)
  const members = [...world.people.where('account', accountId)].filter(({ organizationCode }) => organizationCode === orgCode)
  const within = [...below, ...members.map(({ userName }) => userName)]
  if (within.length > 0)
    fail('department-in-use', `Department ${orgCode} has ${within.join(', ')} in it: move them first.`, { documented: within })
  if (world.departments.has(id)) world.departments.delete(id)
  return department
}

function unknown({ fail }: CheckContext, departments: ReadonlyMap<string, Department>, orgCode: string): never {
  const known = [...departments.keys()]
  return fail('unknown-department', `The organisation has no department "${orgCode}": ${known.join(', ') || 'it has none'}.`, {
    documented: known,
  })
}
