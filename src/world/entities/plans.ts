/**
 * All planned work: its name and what it is about. The handler of a name is the member of that name in a `WorkTable`: see the references of
 * the name here. Payloads are plain JSON, because plans survive forks, snapshots and restarts.
 */
export type Plans = {
  /** Orders: payment is overdue, the resource is gone, provisioning is done. */
  readonly 'order.deadline': AboutOrder
  readonly 'order.resource-gone': AboutOrder
  readonly 'order.complete': AboutOrder
  /** Certificates that end with their order or their resource. */
  readonly 'certificates.lapse': AboutOrder
  readonly 'certificates.close': { readonly id: string; readonly orderId: string }
  /** What a finished call to a seller leads to. */
  readonly 'address.debugged': AboutAnswer
  readonly 'order.answered': AboutAnswer
  readonly 'order.unanswered': AboutAnswer
  readonly 'call.held': AboutDelivery
  /** Service supervision. */
  readonly 'supervision.complete': AboutOrder
  readonly 'supervision.appeal': AboutOrder
  /** Usage records: the background check, the hourly collection. */
  readonly 'usage.check': { readonly usageId: string }
  readonly 'usage.collect': { readonly resourceId: string }
  /** A negotiated refund that the seller did not answer in time. */
  readonly 'refund.overdue': AboutOrder
  /** ICP filing: the ends of its stages. */
  readonly 'filing.first-review': AboutFiling
  readonly 'filing.sms': AboutFiling
  readonly 'filing.authority-review': AboutFiling
  readonly 'filing.claim': { readonly siteName: string }
  /** The next steps in the life of a resource, accounts in arrears, lapsed images. */
  readonly 'resource.life': { readonly resourceId: string; readonly steps: readonly string[] }
  readonly 'account.freeze': AboutAccount
  readonly 'account.release': AboutAccount
  readonly 'account.unfreeze': AboutAccount
  readonly 'image.use': { readonly imageId: string }
  /** Workspace: completed orders, desktops that are rebuilt. */
  readonly 'workspace.carry-out': AboutOrder
  readonly 'workspace.rebuild': { readonly itemId: string; readonly imageId: string; readonly orderId: string }
  /** Calls to sellers. `fact` is the number of the fact that causes them. */
  readonly 'delivery.open': { readonly fact: number }
  readonly 'delivery.attempt': AboutDelivery
  readonly 'delivery.restart': AboutDelivery
  /** `attempts`: how many there were when the end was planned. */
  readonly 'delivery.end': { readonly deliveryId: string; readonly attempts: number }
  /** Calls that a foreign document announces. */
  readonly 'callback.send': { readonly callbackId: string }
  /** Probes of sellers' addresses. */
  readonly 'probe.round': Nothing
  readonly 'probe.judge': Nothing
}

type AboutOrder = { readonly orderId: string }
type AboutFiling = { readonly filingId: string }
type AboutAccount = { readonly accountId: string }
type AboutDelivery = { readonly deliveryId: string }
type AboutAnswer = { readonly deliveryId: string; readonly afterwards: string; readonly resultCode?: string }
type Nothing = Readonly<Record<string, never>>

/** The names of planned work. */
export type WorkName = keyof Plans
