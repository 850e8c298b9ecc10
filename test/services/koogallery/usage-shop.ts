import type { Sandbox } from '../../../src/index.ts'
import { signUsagePush } from '../../../src/signing/index.ts'
import { buy, click } from '../../console/requests/console-requests.ts'

export interface Sent {
  instance_id: string
  record_time: string
  begin_time: string
  end_time: string
  usage_value: string | number
  metering_sn?: string
  relate_pkg_instance?: string
}

/** `20260101T080000Z` */
export const stamp = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
const HOUR = 3_600_000

/** A buyer who uses text messages by the piece, and the seller's software that reports it. */
export async function shop(sandbox: Sandbox, product = 'sms', withPackages = false) {
  const { world } = sandbox
  // The buyer of the default world holds packages already, which would pay first.
  for (const one of withPackages ? [] : [...world.resources.all()])
    if (world.products.get(one.productId)?.packageOf !== undefined && world.can('resources', one.id, 'close'))
      world.transition('resources', one.id, 'close')
  const order = await buy(sandbox, product, {}, true)
  const resource = sandbox.world.resources.get(order.resources[0]!.id)!
  const opened = Math.ceil(sandbox.clock.now() / HOUR) * HOUR
  await sandbox.clock.advance({ to: opened })
  const balance = () => sandbox.world.accounts.get(resource.customerId)!.balance
  let sn = 0
  const record = (change: Partial<Sent> = {}): Sent => {
    const now = sandbox.clock.now()
    return {
      instance_id: resource.instance!.id,
      record_time: stamp(now),
      begin_time: stamp(now - 1000),
      end_time: stamp(now),
      usage_value: '100',
      metering_sn: `sn-${++sn}`,
      ...change,
    }
  }
  const push = (usage_records: readonly Partial<Sent>[]) => pushed(sandbox, JSON.stringify({ usage_records }))
  const listed = async () =>
    (await click(sandbox, 'ListUsageRecords', { path: { seller: 'xinghai_soft' } })) as unknown as {
      records: { fault?: string; status: string; charged?: string; deducted?: string }[]
    }
  return { sandbox, resource, record, push, balance, listed }
}

export async function pushed(sandbox: Sandbox, body: string, ts = String(Date.now()), nonce = `n-${Math.round(performance.now() * 1e6)}`) {
  const { value: signature } = signUsagePush({ ts, nonce, body }, sandbox.credentials.seller!.keys!.basic!)
  return sandbox.call('koogallery.PushUsageData', { as: 'nobody', headers: { signature, ts, nonce }, body })
}

export type Shop = Awaited<ReturnType<typeof shop>>

/** Buys a package for text messages that ends their use when it is used up. */
export async function stopping(s: Shop) {
  const order = await buy(s.sandbox, 'sms-package', {}, true)
  const owned = s.sandbox.world.resources.get(order.resources[0]!.id)!
  s.sandbox.world.products.change(owned.productId, { stopsWhenUsedUp: true })
  return owned
}
