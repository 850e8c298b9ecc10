import type { World } from '../../../../src/index.ts'
import type { OpenConsole } from '../open-console.ts'

/** The id of the first thing of a collection that fits. */
export function find(
  world: World,
  kind: 'orders' | 'resources' | 'supervisions' | 'filings' | 'products' | 'licences',
  fits: (one: never) => boolean,
): string {
  const all = [...world[kind].all()] as unknown as readonly { readonly id: string }[]
  return all.find((one) => fits(one as never))?.id ?? 'none'
}

/** In this state. */
export const standing = (status: string) => (one: { readonly status: string }) => one.status === status
/** An order of this job that is not paid. */
export const unpaid = ({ world }: OpenConsole) => world.buy('crm-basic-month', { pay: false })
/** A resource of a SaaS product that runs and has an end. */
export const running = ({ world }: OpenConsole) =>
  find(world.world, 'resources', (one: { status: string; expireAt?: number; productId: string; mainResourceId?: string }) => {
    const saas = world.world.products.get(one.productId)?.kind === 'saas'
    return saas && one.status === 'in-use' && one.expireAt !== undefined && one.mainResourceId === undefined
  })
