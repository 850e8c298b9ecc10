import type { Change } from '../engine/change-log.ts'
import type { ClockState } from '../engine/clock-api.ts'
import type { SettingValue } from '../engine/settings-api.ts'
import { createStore, type Sheet, type Store } from '../engine/store.ts'
import type { SystemClock } from '../engine/system-clock.ts'
import { WorldError } from '../engine/world-error.ts'
import type { Layer } from '../world-api.ts'
import { redo } from './saved.ts'

/** A world as a log describes it. */
export interface KeptWorld {
  readonly birth: number
  readonly name: string
  readonly named: boolean
  readonly start?: string
  readonly ancestors: readonly string[]
  /** With which worlds it is stored, when its ancestors do not tell. */
  readonly family?: string
  /** It was imported from a file. */
  readonly imported?: boolean
  /** System milliseconds without use after which it is dropped. */
  readonly idle?: number
  /** What it was created over: what a reset goes back to. */
  readonly base: Layer
  /** Its present state. */
  readonly present: Layer
}

/** A snapshot with its content. */
export interface KeptSnapshot {
  readonly name: string
  readonly world: string
  readonly ancestors: readonly string[]
  readonly family?: string
  readonly at: number
  readonly layer: Layer
}

/** Everything that is stored of a sandbox. */
export interface Kept {
  readonly worlds: readonly KeptWorld[]
  readonly snapshots: readonly KeptSnapshot[]
}

/** The result of a log, with the numbers it uses. */
export interface Replayed extends Kept {
  readonly sheets: ReadonlyMap<number, Sheet>
  readonly layers: ReadonlyMap<number, Layer>
}

interface Living extends Omit<KeptWorld, 'present'> {
  readonly seed: string
  readonly store: Store
  readonly counters: Map<string, number>
  readonly settings: Map<string, SettingValue>
  clock: ClockState
  at: number
}

/** Sheets by the content that they were made from. */
export type MadeSheets = WeakMap<object, Sheet>

/**
 * Applies a log.
 * @param made sheets of other logs; content that several logs share becomes one sheet
 * @throws WorldError `state.broken` when it refers to something that it does not contain
 */
export function replay(changes: readonly Change[], systemClock: SystemClock, made?: MadeSheets): Replayed {
  const sheets = new Map<number, Sheet>()
  const layers = new Map<number, Layer>()
  const living = new Map<number, Living>()
  const snapshots = new Map<string, KeptSnapshot>()
  const need = <T>(from: ReadonlyMap<number, T>, id: number, what: string): T => {
    const found = from.get(id)
    if (found === undefined)
      throw new WorldError(
        'state.broken',
        `The state file refers to ${what} ${id}, which it does not contain. Restore the directory from a copy.`,
      )
    return found
  }
  for (const change of changes) {
    switch (change.what) {
      case 'sheet': {
        const there = made?.get(change.put)
        if (there) {
          sheets.set(change.id, there)
          break
        }
        const store = createStore(change.over === undefined ? undefined : need(sheets, change.over, 'sheet'))
        for (const [kind, list] of Object.entries(change.put)) for (const one of list) store.write(kind, one.id, Object.freeze(one))
        for (const [kind, ids] of Object.entries(change.gone)) for (const id of ids) store.write(kind, id, undefined)
        const sheet = store.freeze()
        sheets.set(change.id, sheet)
        if (change.over === undefined && Object.keys(change.gone).length === 0) made?.set(change.put, sheet)
        break
      }
      case 'layer': {
        const { id, sheet, what: _what, counters, settings, ...about } = change
        const values = { counters: new Map(Object.entries(counters)), settings: new Map(Object.entries(settings)) }
        layers.set(id, { ...about, sheet: need(sheets, sheet, 'sheet'), ...values })
        break
      }
      case 'frozen': {
        const layer = frozenOf(need(living, change.birth, 'birth'), change.clock)
        layers.set(change.id, layer)
        sheets.set(change.id, layer.sheet)
        break
      }
      case 'born': {
        const { what: _what, birth, world: name, base, over, clock, ...about } = change
        const start = need(layers, over, 'layer')
        living.set(birth, {
          ...about,
          birth,
          name,
          base: need(layers, base, 'layer'),
          seed: start.seed,
          store: createStore(start.sheet),
          counters: new Map(start.counters),
          settings: new Map(start.settings),
          clock,
          at: clock.now,
        })
        break
      }
      case 'entry': {
        const world = need(living, change.birth, 'birth')
        redo(change.entry, world.store, world)
        world.clock = change.entry.clock ?? world.clock
        world.at = Math.max(world.at, change.entry.at)
        break
      }
      case 'dropped':
        living.delete(change.birth)
        break
      case 'kept': {
        const { what: _what, snapshot: name, layer, ...about } = change
        snapshots.set(name, { ...about, name, layer: need(layers, layer, 'layer') })
        break
      }
      case 'forgotten':
        snapshots.delete(change.snapshot)
        break
      default:
        throw new WorldError(
          'state.broken',
          `The state file has a change of kind "${String((change as { what?: unknown }).what)}", which this version does not read. Use a newer version.`,
        )
    }
  }
  const worlds = [...living.values()].map((world): KeptWorld => {
    const { seed: _seed, store: _store, counters: _counters, settings: _settings, clock: _clock, at: _at, ...about } = world
    return { ...about, present: frozenOf(world, resumedAt(world, systemClock)) }
  })
  return { worlds, snapshots: [...snapshots.values()], sheets, layers }
}

function frozenOf({ name, seed, store, counters, settings }: Living, clock: ClockState): Layer {
  return { world: name, seed, sheet: store.freeze(), clock, counters: new Map(counters), settings: new Map(settings) }
}

/** A world's time never goes back: a frozen world continues at its last write, a live one not before it. */
function resumedAt({ clock, at }: Living, systemClock: SystemClock): ClockState {
  if (clock.mode === 'frozen') return { ...clock, now: Math.max(clock.now, at) }
  const offset = Math.max(clock.offset, at - systemClock.now())
  return { mode: 'live', now: systemClock.now() + offset, offset }
}
