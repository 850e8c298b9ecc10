import type { Packed } from '../record/bytes.ts'
import { unpack } from '../record/bytes.ts'
import { escapeKey } from '../spec/json-pointer.ts'

/** One place where two messages differ. */
export interface Place {
  /** `status`, `header Content-Type`, `query orderId`, `body /orders/0/id`, `body, byte 12`. */
  readonly place: string
  readonly expected: string
  readonly got: string
}

/** The parts that an answer and a request to a seller have in common. */
export interface Message {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Packed
}

/** Longest excerpt of a value in a difference. */
const SHOWN = 200

/** Every place where two messages differ. An empty list means that they are equal byte for byte. */
export function* compareMessages(expected: Message, got: Message): Generator<Place> {
  yield* compareNamed('header', lowered(expected.headers), lowered(got.headers))
  yield* compareBodies(expected.body, got.body)
}

/** Compares named values, in the order of the expected ones. */
export function* compareNamed(kind: string, expected: ReadonlyMap<string, string>, got: ReadonlyMap<string, string>): Generator<Place> {
  for (const name of new Set([...expected.keys(), ...got.keys()])) {
    const [one, other] = [expected.get(name), got.get(name)]
    if (one !== other) yield { place: `${kind} ${name}`, expected: shown(one), got: shown(other) }
  }
}

/** Compares one value. */
export function* compareValues(place: string, expected: string | number | undefined, got: string | number | undefined): Generator<Place> {
  if (expected !== got) yield { place, expected: shown(expected), got: shown(got) }
}

function lowered(headers: Readonly<Record<string, string>> = {}): Map<string, string> {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function* compareBodies(expected: Packed | undefined, got: Packed | undefined): Generator<Place> {
  const [one, other] = [unpack(expected), unpack(got)]
  const at = firstDifference(one, other)
  if (at === undefined) return
  const [before, now] = [parsed(expected), parsed(got)]
  const places = before === undefined || now === undefined ? [] : [...compareJson('', before.value, now.value)]
  if (places.length > 0) yield* places
  // The same values in another notation, or not JSON.
  else yield { place: `body, byte ${at}`, expected: around(one, at), got: around(other, at) }
}

function* compareJson(pointer: string, expected: unknown, got: unknown): Generator<Place> {
  if (isObject(expected) && isObject(got) && Array.isArray(expected) === Array.isArray(got)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(got)]))
      yield* compareJson(`${pointer}/${escapeKey(name)}`, expected[name], got[name])
  } else if (expected !== got) yield { place: `body ${pointer || '(whole)'}`, expected: shown(expected), got: shown(got) }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function parsed(body: Packed | undefined): { readonly value: unknown } | undefined {
  if (typeof body !== 'string') return undefined
  try {
    return { value: JSON.parse(body) }
  } catch {
    return undefined
  }
}

function firstDifference(one: Uint8Array, other: Uint8Array): number | undefined {
  const shorter = Math.min(one.length, other.length)
  for (let at = 0; at < shorter; at++) if (one[at] !== other[at]) return at
  return one.length === other.length ? undefined : shorter
}

/** The bytes around a place, as text. */
function around(bytes: Uint8Array, at: number): string {
  if (at >= bytes.length) return `the end, after ${bytes.length} bytes`
  return JSON.stringify(new TextDecoder().decode(bytes.subarray(Math.max(0, at - 20), at + 40)))
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}… (${text.length} characters)`
}
