import { compactTime, spacedTime } from '../spec/seller-times.ts'
import type { Member } from './case.ts'

/** The values of `$name` in one run. */
export interface Names {
  /** A member with the names in its texts replaced, or the first name that has no value yet. */
  fill(member: Member): { readonly member: Member } | { readonly unknown: string }
  /** Instances are known once the seller answered their ids. */
  readonly instances: Map<string, string>
}

/** Names whose values are known at the start, and names that get their values from answers. */
export interface Known {
  readonly given?: Readonly<Record<string, string>>
  readonly remembered?: ReadonlySet<string>
}

/** Values that only a person can give, and why a case without them is skipped. */
export const ONLY_GIVEN: Readonly<Record<string, string>> = {
  licence: 'needs a licence code that the seller knows: --licence',
  otherProduct: 'needs a second product that the seller sells: --product first,second',
  clientSecret: "needs the public key of the seller's application credential: --public-key",
}

/** The vendor's example and a similar id. For a seller that checks products, a person gives real ones. */
const EXAMPLES = { product: 'OFFI461867333479178240', otherProduct: 'OFFI461867333479178241' }
const YEAR = 365 * 86_400_000

/**
 * Order numbers are new in each run: otherwise a seller that keeps its instances would rightly answer those of an earlier run.
 * @param run letters and digits unique to this run
 * @param now machine time, epoch milliseconds
 */
export function createNames(run: string, now: number, { given = {}, remembered = new Set() }: Known = {}): Names {
  const orders = new Map<string, string>()
  const instances = new Map<string, string>()
  const fixed: Readonly<Record<string, string>> = {
    ...('product' in given ? {} : EXAMPLES),
    unknown: `nobody-${run}`,
    tenant: `tenant-${run}`,
    tenantInDisorder: `tenant-${run}-2`,
    tenantAtOnce: `tenant-${run}-3`,
    application: `app-${run}`,
    client: `client-${run}`,
    inAYear: compactTime(now + YEAR).slice(0, 14),
    inTwoYears: compactTime(now + 2 * YEAR).slice(0, 14),
    nowSpaced: spacedTime(now),
    inAYearSpaced: spacedTime(now + YEAR),
    nowDigits: compactTime(now),
    ...given,
  }
  const meaningOf = (name: string): string | undefined => {
    if (remembered.has(name)) return instances.get(name)
    if (name in fixed || name in ONLY_GIVEN) return fixed[name]
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

/** A member with every text in it changed. */
function mapTexts(member: Member, change: (text: string) => string): Member {
  if (typeof member === 'string') return change(member)
  if (Array.isArray(member)) return member.map((one: Member) => mapTexts(one, change))
  if (typeof member !== 'object' || member === null) return member
  return Object.fromEntries(Object.entries(member).map(([name, value]) => [name, mapTexts(value, change)]))
}
