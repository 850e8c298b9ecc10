import type { Change, LogEntry } from '../engine/change-log.ts'
import type { ClockState } from '../engine/clock-api.ts'
import type { Sheet, Stored } from '../engine/store.ts'
import type { Layer } from '../world-api.ts'
import type { Kept, KeptSnapshot, KeptWorld, Replayed } from './replay.ts'

/** A change as it is noted when it happens: with references to the objects, which are replaced by numbers when it is written. */
export type Note =
  | ({ readonly what: 'born'; readonly over: Layer; readonly clock: ClockState } & Omit<KeptWorld, 'present'>)
  | { readonly what: 'entry'; readonly birth: number; readonly entry: LogEntry }
  | { readonly what: 'frozen'; readonly birth: number; readonly layer: Layer }
  | { readonly what: 'dropped'; readonly birth: number }
  | { readonly what: 'kept'; readonly snapshot: KeptSnapshot }
  | { readonly what: 'forgotten'; readonly snapshot: string }

/** Turns notes into plain data. An object that was written once is referred to by its number from then on. */
export interface Encoder {
  encode(notes: readonly Note[]): Change[]
  /** The shortest log with the same result. Call `accept` when it has replaced everything encoded before. */
  condense(kept: Kept): { readonly changes: Change[]; accept(): void }
  /** Continues with the numbers of a replayed log. */
  resume(replayed: Replayed): void
}

interface Numbers {
  readonly sheets: WeakMap<Sheet, number>
  readonly layers: WeakMap<Layer, number>
}

const noNumbers = (): Numbers => ({ sheets: new WeakMap(), layers: new WeakMap() })

/** Numbers are never reused, so that a log can continue an earlier one. */
export function createEncoder(): Encoder {
  let known = noNumbers()
  let last = 0

  const sheetId = (sheet: Sheet, numbers: Numbers, changes: Change[]): number => {
    const existing = numbers.sheets.get(sheet)
    if (existing !== undefined) return existing
    const over = sheet.parent && sheetId(sheet.parent, numbers, changes)
    const put: Record<string, Stored[]> = {}
    const gone: Record<string, string[]> = {}
    for (const [kind, { data }] of sheet.pages) {
      const present = [...data.values()].filter((entity) => entity !== null)
      const deleted = [...data].filter(([, entity]) => entity === null).map(([id]) => id)
      if (present.length > 0) put[kind] = present
      if (deleted.length > 0) gone[kind] = deleted
    }
    const id = ++last
    numbers.sheets.set(sheet, id)
    changes.push({ what: 'sheet', id, ...(over === undefined ? {} : { over }), put, gone })
    return id
  }

  const layerId = (layer: Layer, numbers: Numbers, changes: Change[]): number => {
    const existing = numbers.layers.get(layer)
    if (existing !== undefined) return existing
    const { world, seed, clock } = layer
    const sheet = sheetId(layer.sheet, numbers, changes)
    const id = ++last
    numbers.layers.set(layer, id)
    const values = { counters: Object.fromEntries(layer.counters), settings: Object.fromEntries(layer.settings) }
    changes.push({ what: 'layer', id, sheet, seed, clock, ...values, ...(world === undefined ? {} : { world }) })
    return id
  }

  const write = (note: Note, numbers: Numbers, changes: Change[]): Change => {
    switch (note.what) {
      case 'born': {
        const { base, over, name: world, ...about } = note
        return { ...about, world, base: layerId(base, numbers, changes), over: layerId(over, numbers, changes) }
      }
      case 'frozen': {
        const id = ++last
        numbers.layers.set(note.layer, id)
        if (!numbers.sheets.has(note.layer.sheet)) numbers.sheets.set(note.layer.sheet, id)
        return { what: 'frozen', id, birth: note.birth, clock: note.layer.clock }
      }
      case 'kept': {
        const { layer, name: snapshot, ...about } = note.snapshot
        return { what: 'kept', snapshot, ...about, layer: layerId(layer, numbers, changes) }
      }
      default:
        return note
    }
  }

  const writeAll = (notes: readonly Note[], numbers: Numbers): Change[] => {
    const changes: Change[] = []
    // In this order: objects that a note refers to must be written before it.
    for (const note of notes) {
      const change = write(note, numbers, changes)
      changes.push(change)
    }
    return changes
  }

  return {
    encode: (notes) => writeAll(notes, known),
    condense({ worlds, snapshots }) {
      const fresh = noNumbers()
      const changes = writeAll(
        [
          ...worlds.map(({ present, ...about }): Note => ({ what: 'born', ...about, over: present, clock: present.clock })),
          ...snapshots.map((snapshot): Note => ({ what: 'kept', snapshot })),
        ],
        fresh,
      )
      return {
        changes,
        accept() {
          known = fresh
        },
      }
    },
    resume({ sheets, layers }) {
      known = noNumbers()
      for (const [id, sheet] of sheets) known.sheets.set(sheet, id)
      for (const [id, layer] of layers) known.layers.set(layer, id)
      last = Math.max(last, ...sheets.keys(), ...layers.keys())
    },
  }
}
