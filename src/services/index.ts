import { beginClaims } from '../commerce/filing/claims.ts'
import { beginFilings } from '../commerce/filing/review.ts'
import { filingWork } from '../commerce/filing/work.ts'
import { planArrears } from '../commerce/life/arrears.ts'
import { beginLife, lifeListeners, lifeWork, planLife } from '../commerce/life/life.ts'
import { beginOrder, beginOrders, beginSupervision, beginSupervisions } from '../commerce/ordering/begin.ts'
import { certificateListeners, certificateWork } from '../commerce/ordering/certificates.ts'
import { deliveryListeners, deliveryWork } from '../commerce/ordering/seller-deliveries.ts'
import { orderingWork } from '../commerce/ordering/work.ts'
import { refundWork } from '../commerce/refunds/negotiated-refund.ts'
import { supervisionWork } from '../commerce/supervision/supervision-work.ts'
import { usageWork } from '../commerce/usage/work.ts'
import type { Kind } from '../world/entities/entities.ts'
import type { FactListeners, SomeWork, World } from '../world/world-api.ts'
import type { Behaviour } from './behaviour.ts'
import { bss } from './bss/index.ts'
import { iam } from './iam/iam.ts'
import { identity } from './identity/identity.ts'
import { koogallery } from './koogallery/index.ts'
import { scm } from './scm/scm.ts'
import { sts } from './sts/sts.ts'
import { workspaceListeners, workspaceWork } from './workspace/carry-out.ts'
import { workspace } from './workspace/workspace.ts'

type Table = Readonly<Record<string, Behaviour | undefined>>

/**
 * All behaviours of all vendor services. An operation without one answers from its spec. Each table is checked against the types of its own
 * operations; the server only needs to know that they are behaviours.
 */
export const behaviours: Readonly<Record<string, Table>> = {
  bss: bss as Table,
  iam: iam as Table,
  identity: identity as Table,
  koogallery: koogallery as Table,
  scm: scm as Table,
  sts: sts as Table,
  workspace: workspace as Table,
}

/** All planned work of services, by name. */
export const work = {
  ...orderingWork,
  ...lifeWork,
  ...supervisionWork,
  ...refundWork,
  ...deliveryWork,
  ...filingWork,
  ...usageWork,
  ...certificateWork,
  ...workspaceWork,
} satisfies SomeWork

/** Plans what a new world implies after it was filled from a start. Forks and saved worlds already contain their plans. */
export function begin(world: World): void {
  beginOrders(world)
  beginSupervisions(world)
  beginLife(world)
  beginFilings(world)
  beginClaims(world)
}

/** Who listens to facts, in this order. Which facts those are: `src/world/entities/facts/README.md`. */
const listeners: readonly FactListeners[] = [deliveryListeners, lifeListeners, certificateListeners, workspaceListeners]

/** Lets services react to the facts of a world by planning work. */
export function attend(world: World): void {
  for (const table of listeners) world.on(table)
}

/** The same for entities added to an existing world, by collection and id. */
export function beginAdded(world: World, added: Readonly<Partial<Record<Kind, readonly string[]>>>): void {
  for (const id of added.orders ?? []) beginOrder(world, world.orders.get(id))
  for (const id of added.supervisions ?? []) beginSupervision(world, world.supervisions.get(id))
  for (const id of added.resources ?? []) planLife(world, id)
  for (const id of added.accounts ?? []) if ((world.accounts.get(id)?.balance ?? 0) < 0) planArrears(world, id)
}
