import { openEntrances } from '../../src/record/entrances.ts'
import { openThrough } from '../../src/sandbox/sandbox.ts'
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox-api.ts'
import { type SystemClock, systemClock } from '../../src/world/engine/system-clock.ts'

/** A product of the default start. */
export const PRODUCT = 'OFFI461867333479178240'

/** Replicas in this process, all closed at the end. */
export function createOpener() {
  const open: Sandbox[] = []
  return {
    async replica(store: string, name: string, more: SandboxOptions = {}, clock: SystemClock = systemClock): Promise<Sandbox> {
      const { replica, ...rest } = more
      const sandbox = await openThrough(() => openEntrances(clock), {
        port: 0,
        clock: 'frozen',
        drain: 2000,
        store,
        replica: { name, lease: 3000, ...replica },
        onDrift: 'report',
        ...rest,
      })
      open.push(sandbox)
      return sandbox
    },
    closeAll: () => Promise.all(open.map((one) => one.close({ drain: 0 }).catch(() => {}))),
  }
}

/** A clock of a process that can be paused: its waiting does not end, and when it goes on, time has passed. */
export function pausableClock(): SystemClock & { pause(): void; resume(passed: number): void } {
  let shift = 0
  let go = Promise.resolve()
  let resume = () => {}
  return {
    now: () => systemClock.now(),
    monotonic: () => systemClock.monotonic() + shift,
    async wait(ms, signal) {
      await systemClock.wait(ms, signal)
      await go
    },
    pause() {
      go = new Promise((resolve) => {
        resume = resolve
      })
    },
    resume(passed) {
      shift += passed
      resume()
    },
  }
}

export async function json(response: Response): Promise<Record<string, unknown>> {
  return (await response.json()) as Record<string, unknown>
}

export function post({ url }: { readonly url: string }, path: string, body: unknown): Promise<Response> {
  return fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
}

export const get = ({ url }: { readonly url: string }, path: string): Promise<Response> => fetch(`${url}${path}`)

/** Buys one; the id of the order, or the status of the refusal. */
export async function buy(at: { readonly url: string }, world: string): Promise<string | number> {
  const bought = await post(at, `/_sandbox/console/orders?world=${world}`, { product: PRODUCT })
  return bought.status === 200 ? ((await bought.json()) as { order: { id: string } }).order.id : bought.status
}

/** The orders of a world, or the status of the refusal. */
export async function ordersOf(at: { readonly url: string }, world: string): Promise<readonly string[] | number> {
  const listed = await get(at, `/_sandbox/worlds/${world}/entities/orders?newest=true&limit=1000`)
  return listed.status === 200 ? ((await listed.json()) as { entities: { id: string }[] }).entities.map(({ id }) => id) : listed.status
}
