import type { SellerCalls } from '../marketplace/marketplace-api.ts'
import type { Scenarios } from '../scenario/scenario-api.ts'
import type { Clock } from '../world/engine/clock-api.ts'
import type { World } from '../world/world-api.ts'
import type { Worlds } from '../world/worlds-api.ts'

/** The part of the marketplace that the library can call. */
export type Deliverer = Pick<SellerCalls, 'restart' | 'hold' | 'release' | 'trigger' | 'resend'>

/** The objects that actions work on. */
export interface ActionMeans {
  readonly worlds: Worlds
  readonly marketplace: Deliverer
  readonly scenarios: Scenarios
}

const clockOf = ({ worlds }: ActionMeans, world: string): Clock => worlds.open(world).clock

/**
 * The changes that a program can make through the library without an HTTP call. Arguments are plain data, because run files contain them.
 * Add a row here for every new library method that changes something.
 */
const ACTIONS = {
  'clock.advance': (means, world: string, by: Parameters<Clock['advance']>[0]) => clockOf(means, world).advance(by),
  'clock.pass': (means, world: string, by: Parameters<Clock['pass']>[0]) => clockOf(means, world).pass(by),
  'clock.runDue': (means, world: string) => clockOf(means, world).runDue(),
  'clock.freeze': (means, world: string) => clockOf(means, world).freeze(),
  'clock.live': (means, world: string) => clockOf(means, world).live(),
  'worlds.open': ({ worlds }, ...args: Parameters<Worlds['open']>) => worlds.open(...args),
  'worlds.drop': ({ worlds }, name: string) => worlds.drop(name),
  'worlds.reset': ({ worlds }, name: string) => worlds.reset(name),
  'worlds.fork': ({ worlds }, ...args: Parameters<Worlds['fork']>) => worlds.fork(...args),
  'import.world': ({ worlds }, ...args: Parameters<Worlds['import']>) => worlds.import(...args),
  'snapshots.save': ({ worlds }, world: string, name: string) => worlds.snapshots.save(world, name),
  'snapshots.open': ({ worlds }, name: string, world?: string) => worlds.snapshots.open(name, world),
  'snapshots.restore': ({ worlds }, world: string, name: string) => worlds.snapshots.restore(world, name),
  'snapshots.drop': ({ worlds }, name: string) => worlds.snapshots.drop(name),
  'delivery.restart': ({ worlds, marketplace }, world: string, id: string) => marketplace.restart(worlds.open(world), id),
  'delivery.hold': ({ worlds, marketplace }, world: string, id: string) => marketplace.hold(worlds.open(world), id),
  'delivery.release': ({ worlds, marketplace }, world: string, id: string) => marketplace.release(worlds.open(world), id),
  'delivery.trigger': ({ worlds, marketplace }, world: string, operation: string, target: Parameters<Deliverer['trigger']>[2]) =>
    marketplace.trigger(worlds.open(world), operation, target),
  'delivery.resend': ({ worlds, marketplace }, world: string, wish: Parameters<Deliverer['resend']>[1]) =>
    marketplace.resend(worlds.open(world), wish),
  'fault.add': ({ worlds, scenarios }, world: string, rule: Parameters<Scenarios['add']>[1]) => scenarios.add(worlds.open(world), rule),
  'fault.remove': ({ worlds, scenarios }, world: string, id: string) => scenarios.remove(worlds.open(world), id),
  'fault.clear': ({ worlds, scenarios }, world: string) => scenarios.clear(worlds.open(world)),
  'scenario.start': ({ worlds, scenarios }, world: string, name: string) => scenarios.start(worlds.open(world), name),
  'scenario.stop': ({ worlds, scenarios }, world: string, name: string) => scenarios.stop(worlds.open(world), name),
} satisfies Readonly<Record<string, (means: ActionMeans, ...args: never[]) => unknown>>

/** The name of an action. */
export type Action = keyof typeof ACTIONS

/** Carries out an action of a run file. */
export function doAction(means: ActionMeans, action: string, args: readonly unknown[]): unknown {
  const work = (ACTIONS as Readonly<Record<string, ((means: ActionMeans, ...args: readonly unknown[]) => unknown) | undefined>>)[action]
  if (!work) throw new Error(`This version cannot repeat the action "${action}" of the run. Replay it with a newer version.`)
  return work(means, ...args)
}

type Enter = <T>(action: Action, args: readonly unknown[], work: () => T) => T

/** The worlds, their clocks and the marketplace for use by a program: every change passes `enter`, if it is given. */
export function enteringParts({ worlds, marketplace, scenarios }: ActionMeans, enter: Enter | undefined): ActionMeans {
  if (!enter) return { worlds, marketplace, scenarios }
  const { snapshots } = worlds
  const shown = new WeakMap<World, World>()
  /** The world for use by a program: moving its clock is recorded as well. */
  const show = (world: World): World => {
    const known = shown.get(world)
    if (known) return known
    const clock = clockFor(world)
    // Copy descriptors, so that getters stay getters.
    const made = Object.defineProperties({} as World, {
      ...Object.getOwnPropertyDescriptors(world),
      clock: { value: clock, enumerable: true },
    })
    shown.set(world, made)
    return made
  }
  const clockFor = ({ name, clock }: World): Clock => {
    const own: Pick<Clock, 'advance' | 'pass' | 'runDue' | 'freeze' | 'live'> = {
      advance: (by) => enter('clock.advance', [name, by], () => clock.advance(by)),
      pass: (by) => enter('clock.pass', [name, by], () => clock.pass(by)),
      runDue: () => enter('clock.runDue', [name], () => clock.runDue()),
      freeze: () => enter('clock.freeze', [name], () => clock.freeze()),
      live: () => enter('clock.live', [name], () => clock.live()),
    }
    return Object.defineProperties({} as Clock, { ...Object.getOwnPropertyDescriptors(clock), ...Object.getOwnPropertyDescriptors(own) })
  }
  const entered: Worlds = {
    ...worlds,
    get: (name) => {
      const world = worlds.get(name)
      return world && show(world)
    },
    open(name, start) {
      const open = name === undefined ? undefined : worlds.get(name)
      if (open && start === undefined) return show(worlds.open(name))
      return show(enter('worlds.open', given(name, start), () => worlds.open(name, start)))
    },
    drop: (name) => enter('worlds.drop', [name], () => worlds.drop(name)),
    reset: (name) => show(enter('worlds.reset', [name], () => worlds.reset(name))),
    fork: (from, name) => show(enter('worlds.fork', given(from, name), () => worlds.fork(from, name))),
    import: (name, file) => show(enter('import.world', [name, file], () => worlds.import(name, file))),
    snapshots: {
      ...snapshots,
      save: (world, name) => enter('snapshots.save', [world, name], () => snapshots.save(world, name)),
      open: (name, world) => show(enter('snapshots.open', given(name, world), () => snapshots.open(name, world))),
      restore: (world, name) => show(enter('snapshots.restore', [world, name], () => snapshots.restore(world, name))),
      drop: (name) => enter('snapshots.drop', [name], () => snapshots.drop(name)),
    },
  }
  const own = ({ name }: World) => worlds.open(name)
  return {
    worlds: entered,
    marketplace: {
      restart: (world, id) => enter('delivery.restart', [world.name, id], () => marketplace.restart(own(world), id)),
      hold: (world, id) => enter('delivery.hold', [world.name, id], () => marketplace.hold(own(world), id)),
      release: (world, id) => enter('delivery.release', [world.name, id], () => marketplace.release(own(world), id)),
      trigger: (world, operation, target) =>
        enter('delivery.trigger', [world.name, operation, target], () => marketplace.trigger(own(world), operation, target)),
      resend: (world, wish) => enter('delivery.resend', [world.name, wish], () => marketplace.resend(own(world), wish)),
    },
    scenarios: {
      ...scenarios,
      rules: (world) => scenarios.rules(own(world)),
      runs: (world) => scenarios.runs(own(world)),
      add: (world, rule) => enter('fault.add', [world.name, rule], () => scenarios.add(own(world), rule)),
      remove: (world, id) => enter('fault.remove', [world.name, id], () => scenarios.remove(own(world), id)),
      clear: (world) => enter('fault.clear', [world.name], () => scenarios.clear(own(world))),
      start: (world, name) => enter('scenario.start', [world.name, name], () => scenarios.start(own(world), name)),
      stop: (world, name) => enter('scenario.stop', [world.name, name], () => scenarios.stop(own(world), name)),
    },
  }
}

const given = (...args: readonly unknown[]) => args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1)
