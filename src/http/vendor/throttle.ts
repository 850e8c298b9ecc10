import type { Operation } from '../../spec/operation.ts'
import type { Caller } from '../../world/caller.ts'
import type { SystemClock } from '../../world/engine/system-clock.ts'
import type { World } from '../../world/world-api.ts'

/** Limits of calls, by service or by operation: the setting with the number, and the error beyond it. */
const LIMITS: Readonly<Record<string, readonly [setting: 'bss.rate' | 'koogallery.order_query_rate', error: string]>> = {
  bss: ['bss.rate', 'APIGW.0308'],
  'koogallery.QueryOrder': ['koogallery.order_query_rate', 'MKT.0250'],
}

/**
 * Flow control: calls per second, API and account. Of BSS (bss-and-auth.md 1.5) two numbers are published, of KooGallery none, so
 * they are settings; 0 switches it off. Counted in machine time, as the gateway does.
 */
export function createThrottle(systemClock: SystemClock): (operation: Operation, caller: Caller, world: World) => void {
  // Keyed by the world object, not by name: the counts go away when a world is reset or dropped.
  const counted = new WeakMap<World, Map<string, { second: number; count: number }>>()
  return (operation, caller, world) => {
    const [setting, error] = LIMITS[operation.ref] ?? LIMITS[operation.service] ?? []
    if (setting === undefined || error === undefined) return
    const limit = world.setting(setting)
    if (limit === 0) return
    const second = Math.floor(systemClock.now() / 1000)
    const windows = counted.get(world) ?? new Map<string, { second: number; count: number }>()
    counted.set(world, windows)
    const key = `${caller.account.id} ${operation.id}`
    const window = windows.get(key)
    if (window?.second !== second) windows.set(key, { second, count: 1 })
    else if (++window.count > limit) operation.fail(error, { policy: operation.id, limit })
  }
}
