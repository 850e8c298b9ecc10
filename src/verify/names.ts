import type { Member } from './case.ts'

/** What `$name` stands for in one play. */
export interface Names {
  /** A member with the names in its texts filled in, or the first name that stands for nothing yet. */
  fill(member: Member): { readonly member: Member } | { readonly unknown: string }
  /** Instances are known once the seller told them. */
  readonly instances: Map<string, string>
}

const INSTANCES: ReadonlySet<string> = new Set(['first', 'second'])

/**
 * Orders have numbers that no earlier run used: a seller that keeps its instances would rightly answer with those of that run.
 * @param run letters and digits of this run alone
 * @param now machine time, epoch milliseconds
 */
export function createNames(run: string, now: number): Names {
  const orders = new Map<string, string>()
  const instances = new Map<string, string>()
  const meaningOf = (name: string): string | undefined => {
    if (INSTANCES.has(name)) return instances.get(name)
    if (name === 'stranger') return `nobody-${run}`
    if (name === 'inAYear') return new Date(now + 365 * 86_400_000).toISOString().replace(/\D/g, '').slice(0, 14)
    if (!orders.has(name)) orders.set(name, `CS${run.slice(0, 12).toUpperCase()}${`${orders.size + 1}`.padStart(3, '0')}`)
    return orders.get(name)
  }
  return {
    instances,
    fill(member) {
      let unknown: string | undefined
      const filled = mapTexts(member, (text) =>
        text.replace(/\$([A-Za-z_]+)/g, (_whole, name: string) => {
          const value = meaningOf(name)
          if (value === undefined) unknown ??= name
          return value ?? ''
        }),
      )
      return unknown === undefined ? { member: filled } : { unknown }
    },
  }
}

/** The same member with every text in it changed. */
function mapTexts(member: Member, change: (text: string) => string): Member {
  if (typeof member === 'string') return change(member)
  if (Array.isArray(member)) return member.map((one: Member) => mapTexts(one, change))
  if (typeof member !== 'object' || member === null) return member
  return Object.fromEntries(Object.entries(member).map(([name, value]) => [name, mapTexts(value, change)]))
}
