import type { WorkTable } from '../world/plans.ts'
import type { World } from '../world/world.ts'
import { bss } from './bss/index.ts'
import { filingWork } from './filing/work.ts'
import { iam } from './iam/iam.ts'
import { identity } from './identity/identity.ts'
import { koogallery } from './koogallery/index.ts'
import { attendOrders, attendSupervisions } from './ordering/attend.ts'
import { attendDeliveries, deliveryWork } from './ordering/seller-deliveries.ts'
import { supervisionWork } from './ordering/supervision-work.ts'
import { orderingWork } from './ordering/work.ts'
import type { Behaviour } from './scene.ts'
import { attendCertificates, certificateWork } from './scm/certificates.ts'
import { scm } from './scm/scm.ts'
import { sts } from './sts/sts.ts'
import { attendOffice, workspaceWork } from './workspace/carry-out.ts'
import { workspace } from './workspace/workspace.ts'

type Table = Readonly<Record<string, Behaviour | undefined>>

/**
 * Every behaviour of every vendor service. An operation that is not here answers from its spec. Each table was checked against
 * the types of its own operations; the corridor, which serves them all, only knows that they are behaviours.
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

/** All work that services plan, by name. */
export const work: WorkTable = {
  ...orderingWork,
  ...supervisionWork,
  ...deliveryWork,
  ...filingWork,
  ...certificateWork,
  ...workspaceWork,
}

/** Lets services hear what became true in a world, whoever brought it about. They only plan work; returns the way to stop. */
export function attend(world: World): () => void {
  attendOrders(world)
  attendSupervisions(world)
  return world.listen((facts) => {
    attendDeliveries(world, facts)
    attendCertificates(world, facts)
    attendOffice(world, facts)
  })
}
