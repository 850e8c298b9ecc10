import type { ParameterDoc } from '../document/model.ts'

/** Name and value of one member of an object, as sent. */
export type Pair = readonly [name: string, value: string]

/**
 * The parts of one raw text under a style of OpenAPI. They are cut before they are decoded: an encoded comma belongs to the item. Where the
 * standard was read in more than one way, several readings are returned, the usual one first; none where the text does not have the style.
 */
export interface Style {
  scalar(raw: string): string | undefined
  lists(raw: string): readonly (readonly string[])[]
  pairs(raw: string): readonly (readonly Pair[])[]
}

type Described = Pick<ParameterDoc, 'in' | 'name' | 'style' | 'explode'>

/** The default of `explode` depends on the style. */
export function explodes({ in: where, style, explode }: Described): boolean {
  return explode ?? (where !== 'path' && where !== 'header' && (style === undefined || style === 'form' || style === 'cookie'))
}

export function styleOf(p: Described): Style {
  const exploded = explodes(p)
  if (p.in === 'path' && p.style === 'label') return label(exploded)
  if (p.in === 'path' && p.style === 'matrix') return matrix(p.name, exploded)
  if (p.style === 'spaceDelimited') return delimited(/ |\+|%20/)
  if (p.style === 'pipeDelimited') return delimited(/\||%7c/i)
  if (p.in === 'path' || p.in === 'header') return simple(exploded)
  return exploded ? repeated(p.name) : delimited(',')
}

/** `3`, `3,4`, `R,100,G,200`, and `R=100,G=200` exploded. In a header, blanks around the commas mean nothing. */
function simple(exploded: boolean): Style {
  const items = (raw: string) => (raw === '' ? [] : raw.split(',').map((item) => item.trim()))
  return {
    scalar: (raw) => raw,
    lists: (raw) => (raw === '' ? [[], ['']] : [items(raw)]),
    pairs: (raw) => some(exploded ? named(items(raw)) : alternating(items(raw))),
  }
}

/** `.3`, `.3,4`, and `.3.4` exploded. Until OpenAPI 3.0.3 the points were also written in the other case. */
function label(exploded: boolean): Style {
  const cut = (raw: string, sign: string) => (raw === '' ? [] : raw.split(sign))
  const inside = (raw: string) => (raw.startsWith('.') ? raw.slice(1) : undefined)
  const readings = (raw: string): readonly (readonly string[])[] => {
    const rest = inside(raw)
    if (rest === undefined) return []
    return exploded ? [cut(rest, '.')] : rest.includes(',') || !rest.includes('.') ? [cut(rest, ',')] : [cut(rest, ','), cut(rest, '.')]
  }
  return {
    scalar: inside,
    lists: readings,
    pairs: (raw) => readings(raw).flatMap((items) => some(exploded ? named(items) : alternating(items))),
  }
}

/** `;id=3`, `;id=3,4`, `;id` where empty; exploded `;id=3;id=4` and `;R=100;G=200`. */
function matrix(name: string, exploded: boolean): Style {
  const inside = (raw: string) => (raw === `;${name}` ? '' : raw.startsWith(`;${name}=`) ? raw.slice(name.length + 2) : undefined)
  const plain = delimited(',')
  const steps = (raw: string): readonly Pair[] | undefined =>
    raw.startsWith(';')
      ? raw
          .slice(1)
          .split(';')
          .map((step) => pairOf(step) ?? [step, ''])
      : undefined
  return {
    scalar: inside,
    lists(raw) {
      if (!exploded) return of(inside(raw), plain.lists)
      const own = steps(raw)
      if (!own?.every(([key]) => key === name)) return []
      return raw === `;${name}` ? [[], ['']] : [own.map(([, value]) => value)]
    },
    pairs: (raw) => (exploded ? (raw === ';' ? [[]] : some(steps(raw))) : of(inside(raw), plain.pairs)),
  }
}

/** One text with a sign between the items. Some clients encode a comma like any other sign; that reading comes last. */
function delimited(sign: string | RegExp): Style {
  const cut = (raw: string) => (raw === '' ? [] : raw.split(sign))
  const readings = (raw: string): readonly (readonly string[])[] => {
    if (raw === '') return [[], ['']]
    return sign === ',' && !raw.includes(',') && /%2c/i.test(raw) ? [[raw], raw.split(/%2c/i)] : [cut(raw)]
  }
  return {
    scalar: (raw) => raw,
    lists: readings,
    pairs: (raw) => readings(raw).flatMap((items) => some(alternating(items.length === 1 && items[0] === '' ? [] : items))),
  }
}

/** Every item has a name of its own; in one cookie they are joined: `id=3&id=4`. */
function repeated(name: string): Style {
  return {
    scalar: (raw) => raw,
    lists: (raw) => (raw === '' ? [[''], []] : [raw.split(`&${name}=`)]),
    pairs: (raw) => (raw === '' ? [[]] : some(named(raw.split('&')))),
  }
}

/** The readings of `R,100,G,200` and of `R=100,G=200`. */
export function plainPairs(text: string): readonly (readonly Pair[])[] {
  const items = text.split(',')
  return [...some(named(items)), ...some(alternating(items))]
}

const some = <T>(reading: T | undefined): readonly T[] => (reading === undefined ? [] : [reading])
const of = <T>(raw: string | undefined, read: (raw: string) => readonly T[]): readonly T[] => (raw === undefined ? [] : read(raw))

/** `R`, `100`, `G`, `200` */
function alternating(items: readonly string[]): readonly Pair[] | undefined {
  if (items.length % 2 === 1) return undefined
  return items.flatMap((item, i) => (i % 2 === 0 ? [[item, items[i + 1] as string] as const] : []))
}

/** `R=100`, `G=200` */
function named(items: readonly string[]): readonly Pair[] | undefined {
  const pairs = items.map(pairOf)
  return pairs.every((pair) => pair !== undefined) ? (pairs as readonly Pair[]) : undefined
}

function pairOf(item: string): Pair | undefined {
  const sign = /=|%3d/i.exec(item)
  return sign ? [item.slice(0, sign.index), item.slice(sign.index + sign[0].length)] : undefined
}
