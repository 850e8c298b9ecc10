import type { Check, Group } from '../../report/report.ts'
import { OURS } from '../../spec/document/foreign.ts'
import { type Bundle, METHODS, type ServiceDocument } from '../../spec/document/model.ts'
import type { Finding } from '../../spec/finding.ts'
import { compareMachines } from './compare-machines.ts'
import { compareOperations, type Found } from './compare-operations.ts'
import { compareRules } from './compare-rules.ts'
import { compareOwnServers, compareSecurity, compareServers } from './compare-security.ts'
import { compareSettings } from './compare-settings.ts'
import { compareTimetables } from './compare-timetables.ts'
import { type Change, type Side, textOf } from './rules.ts'

/** How bad a change must be to fail its check. */
export type FailOn = 'breaking' | 'risky'

/**
 * Compares two specs from the view of a seller whose software was written for the old ones: a group for each service and side, a check
 * for each operation. The sandbox's own operations (control API, console) are left out.
 */
export function diffSpecs(old: Bundle, now: Bundle, failOn: FailOn = 'breaking'): readonly Group[] {
  const checkOf = (name: string, changes: Iterable<Change>): Check => {
    const findings = [...changes].map((change) => findingOf(change, now, old))
    const fails = findings.some(({ level }) => level === 'error' || (failOn === 'risky' && level === 'warning'))
    return { name, title: name, state: fails ? 'failed' : 'passed', findings }
  }
  const groups = pairsOf(old, now).flatMap(([name, before, after]) =>
    (['consumer', 'provider'] as const).flatMap((side): readonly Group[] => {
      const checks = checksOf(side, name, { bundle: old, service: before }, { bundle: now, service: after })
      if (checks.length === 0) return []
      const both = side === 'consumer' && before && after ? [...compareServers(side, name, before, after)] : []
      const servers = both.length > 0 ? [checkOf(`${name} addresses`, both)] : []
      const title = side === 'consumer' ? 'what the seller calls · 商家调用' : 'what the seller serves · 商家提供'
      return [
        {
          name: side === 'consumer' ? name : `${name} calls`,
          title,
          checks: [...servers, ...checks.map(([ref, changes]) => checkOf(ref, changes))],
        },
      ]
    }),
  )
  const rest = [
    ['timetables', compareTimetables(old, now)],
    ['settings', compareSettings(old, now)],
    ['transitions', compareMachines(old, now)],
  ] as const
  const hasCalls = Object.values(old.services).some(({ webhooks }) => webhooks && Object.keys(webhooks).length > 0)
  return [
    ...groups,
    ...(hasCalls
      ? [{ name: 'marketplace', title: 'when and how often · 调用时机', checks: rest.map(([name, changes]) => checkOf(name, changes)) }]
      : []),
  ]
}

type Pair = readonly [name: string, old: ServiceDocument | undefined, now: ServiceDocument | undefined]

/** Services by name. Two foreign documents count as the same service, whatever their titles. */
function pairsOf(old: Bundle, now: Bundle): readonly Pair[] {
  const vendors = (bundle: Bundle) => Object.entries(bundle.services).filter(([, service]) => service['x-origin'] !== OURS)
  const [before, after] = [vendors(old), vendors(now)]
  const [one, other] = [before[0], after[0]]
  if (before.length === 1 && after.length === 1 && one && other) return [[one[0], one[1], other[1]]]
  const names = [...new Set([...before, ...after].map(([name]) => name))]
  return names.map((name) => [name, Object.fromEntries(before)[name], Object.fromEntries(after)[name]])
}

interface Half {
  readonly bundle: Bundle
  readonly service: ServiceDocument | undefined
}

function checksOf(side: Side, service: string, old: Half, now: Half): readonly (readonly [string, Iterable<Change>])[] {
  const section = side === 'consumer' ? 'paths' : 'webhooks'
  const [before, after] = [foundIn(old.service?.[section]), foundIn(now.service?.[section])]
  const names = { old: old.service?.components?.schemas ?? {}, now: now.service?.components?.schemas ?? {} }
  const familyOf = ({ bundle }: Half, { doc }: Found) => bundle.families[service]?.[doc['x-error-family'] ?? '']
  const change = (what: string, ref: string, was: unknown, is: unknown, level: Change['level']): Change => ({
    code: `${side}.operation.${what}`,
    level,
    pointer: `/${ref}`,
    old: textOf(was),
    now: textOf(is),
  })
  const renamed = renamedIn(before, after)
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((id) => ![...renamed.values()].includes(id))
    .map((id) => {
      const ref = `${service}.${id}`
      const [one, other] = [before.get(id), after.get(renamed.get(id) ?? id)]
      if (one && other)
        return [
          ref,
          [
            ...compareOperations(side, `/${ref}`, names, one, other),
            ...compareRules(
              side,
              `/${ref}`,
              { doc: one.doc, family: familyOf(old, one) },
              { doc: other.doc, family: familyOf(now, other) },
            ),
            ...compareSecurity(side, `/${ref}`, { doc: one.doc, service: old.service }, { doc: other.doc, service: now.service }),
            ...compareOwnServers(side, `/${ref}`, { doc: one.doc, service: old.service }, { doc: other.doc, service: now.service }),
          ],
        ]
      // Sellers wait for a call that is no longer made, and do not yet answer a new one.
      if (one) return [ref, [change('removed', ref, `${one.method} ${one.path}`, undefined, side === 'consumer' ? 'breaking' : 'risky')]]
      return [ref, [change('added', ref, undefined, `${other?.method} ${other?.path}`, side === 'consumer' ? 'harmless' : 'risky')]]
    })
}

/** Operations whose id changed and whose request did not: old id to new id. */
function renamedIn(before: ReadonlyMap<string, Found>, after: ReadonlyMap<string, Found>): ReadonlyMap<string, string> {
  const way = ({ method, path }: Found) => `${method} ${path.replace(/\{[^/}]+\}/g, '{}')}`
  const fresh = new Map([...after].flatMap(([id, found]) => (before.has(id) ? [] : [[way(found), id] as const])))
  return new Map(
    [...before].flatMap(([id, found]) => {
      const now = after.has(id) ? undefined : fresh.get(way(found))
      return now === undefined ? [] : [[id, now] as const]
    }),
  )
}

function foundIn(section: ServiceDocument['paths']): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>()
  for (const [path, item] of Object.entries(section ?? {})) {
    for (const method of METHODS) {
      const doc = item[method]
      if (doc) found.set(doc.operationId, { doc, method: method.toUpperCase(), path })
    }
  }
  return found
}

const LEVELS = { breaking: 'error', risky: 'warning', harmless: 'info' } as const

function findingOf({ code, level, pointer, old: before, now: after }: Change, now: Bundle, old: Bundle): Finding {
  const [, ref = '', ...keys] = pointer.split('/')
  const placeIn = ({ places }: Bundle) =>
    [`${ref}/${keys.slice(0, 2).join('/')}`, `${ref}/${keys[0]}`, ref].map((key) => places[key]).find(Boolean)
  const place = placeIn(now) ?? placeIn(old)
  return { code, level: LEVELS[level], pointer, expected: before, got: after, ...(place === undefined ? {} : { place }) }
}
