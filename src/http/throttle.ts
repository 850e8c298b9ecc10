import type { Operation } from '../spec/operation.ts'
import type { Caller } from '../world/caller.ts'
import type { Wire } from '../world/wire.ts'
import type { World } from '../world/world.ts'

/**
 * Flow control of BSS (bss-and-auth.md 1.5): calls per second, API and account. Two numbers are published, so it is
 * the setting `bss.rate`; 0 switches it off. Counted in machine time, as the gateway does.
 */
export function createThrottle(wire: Wire): (operation: Operation, caller: Caller, world: World) => void {
  // By world, not by name: a world that was reset or dropped takes its counts along.
  const counted = new WeakMap<World, Map<string, { second: number; count: number }>>()
  return (operation, caller, world) => {
    if (operation.service !== 'bss') return
    const limit = Number(world.setting('bss.rate'))
    if (limit === 0) return
    const second = Math.floor(wire.now() / 1000)
    const windows = counted.get(world) ?? new Map<string, { second: number; count: number }>()
    counted.set(world, windows)
    const key = `${caller.account.id} ${operation.id}`
    const window = windows.get(key)
    if (window?.second !== second) windows.set(key, { second, count: 1 })
    else if (++window.count > limit) operation.fail('APIGW.0308', { policy: operation.id, limit })
  }
}
