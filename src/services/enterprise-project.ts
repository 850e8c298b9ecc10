import type { Order } from '../world/entities/entities.ts'
import type { BehaviourContext } from './behaviour.ts'

/**
 * The enterprise project an order is charged to, in the form of orders. Refuses an id that the account does not have. An absent id, `all`
 * and, for accounts without projects, `0` mean no particular project.
 */
export function enterpriseProjectsFor(
  { caller: { account }, refuse }: Pick<BehaviourContext, 'caller' | 'refuse'>,
  id: string | undefined,
): Order['enterpriseProjects'] {
  if (id === undefined || id === '' || id === 'all') return []
  const project = account.enterpriseProjects?.find((one) => one.id === id)
  if (project) return [{ id: project.id, name: project.name }]
  return id === '0' ? [] : refuse('malformed', '/body/enterprise_project_id', "one of the account's enterprise projects", id)
}
