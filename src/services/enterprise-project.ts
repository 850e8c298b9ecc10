import type { Account, Order } from '../world/entities.ts'

/**
 * The enterprise project an order is charged to, as orders carry it. `undefined` when the account has no such project. Nothing
 * given, `all` and, for accounts that keep no projects, `0` mean none in particular.
 */
export function enterpriseProjectsFor(account: Account, id: string | undefined): Order['enterpriseProjects'] | undefined {
  if (id === undefined || id === '' || id === 'all') return []
  const project = account.enterpriseProjects?.find((one) => one.id === id)
  if (project) return [{ id: project.id, name: project.name }]
  return id === '0' ? [] : undefined
}
