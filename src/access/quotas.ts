import type { Worlds } from '../world/worlds-api.ts'
import type { Access, Namespace } from './access-api.ts'
import { namespaceIn } from './namespaces.ts'

/** What the limits of namespaces say about a world, by its name. */
export interface Quotas {
  /** Why there may be no other world of that name. */
  refuseWorld(name: string): string | undefined
  /** Why a world may have no other order. */
  refuseOrder(name: string): string | undefined
  /** Hosts where sellers of the world may be called. */
  hostsOf(name: string): readonly string[]
}

/** Without tokens there are no namespaces, whatever worlds are called. */
export function createQuotas(access: Access | undefined, worlds: () => Worlds): Quotas {
  const limitsOf = (name: string): (Namespace & { readonly namespace: string }) | undefined => {
    const namespace = access?.active ? namespaceIn(name) : undefined
    return access && namespace !== undefined ? { namespace, ...access.namespaceOf(namespace) } : undefined
  }
  const own = (namespace: string) =>
    worlds()
      .list()
      .filter(({ name }) => namespaceIn(name) === namespace)

  return {
    refuseWorld(name) {
      const limits = limitsOf(name)
      if (limits?.worlds === undefined || own(limits.namespace).length < limits.worlds) return undefined
      return `The namespace ${limits.namespace} has ${limits.worlds} worlds, which is its limit (worlds). Drop some, or ask for a higher limit.`
    },
    refuseOrder(name) {
      const limits = limitsOf(name)
      if (limits?.orders === undefined) return undefined
      const orders = own(limits.namespace).reduce((sum, one) => sum + (worlds().get(one.name)?.orders.size ?? 0), 0)
      if (orders < limits.orders) return undefined
      return `The worlds of the namespace ${limits.namespace} hold ${orders} orders, and its limit is ${limits.orders} (orders). Drop or reset some, or ask for a higher limit.`
    },
    hostsOf: (name) => limitsOf(name)?.allowHosts ?? [],
  }
}
