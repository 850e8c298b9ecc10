import { isObject, type Members } from './read-body.ts'

/** The part of a request or an answer that a rule applies to. */
export type Part = 'path' | 'query' | 'header' | 'body' | 'status'

/** One matching rule, the same for all versions. */
export interface Rule {
  readonly part: Part
  /** Names and indices that lead to the place; `*` is every entry. For a query or header, only its name. */
  readonly keys: readonly (string | number)[]
  readonly matchers: readonly Matcher[]
  /** True: one matcher that agrees is enough. False: all must agree. */
  readonly any: boolean
}

/** One matcher of a pact. */
export interface Matcher {
  /** `type`, `regex`, `integer`, …; `undefined` where the pact has no readable name. */
  readonly match: string | undefined
  readonly regex?: string
  readonly format?: string
  readonly min?: number
  readonly max?: number
  readonly value?: unknown
  readonly status?: unknown
}

/**
 * Reads `matchingRules`. V2 writes one path for everything (`$.body.orders[*].id`); V3 and V4 have a table per part, except for path and
 * status, which have a single rule.
 */
export function readRules(rules: unknown, version: 2 | 3 | 4): readonly Rule[] {
  if (!isObject(rules)) return []
  if (version === 2) return Object.entries(rules).flatMap(([path, rule]) => ruleV2(path, rule))
  return Object.entries(rules).flatMap(([name, table]) => {
    const part = PARTS[name]
    if (part === undefined || !isObject(table)) return []
    if (Array.isArray(table.matchers)) return [{ part, keys: [], ...matchersIn(table) }]
    return Object.entries(table).flatMap(([path, rule]) =>
      isObject(rule) ? [{ part, keys: part === 'body' ? keysOf(path) : nameIn(path), ...matchersIn(rule) }] : [],
    )
  })
}

const PARTS: Readonly<Record<string, Part>> = {
  path: 'path',
  query: 'query',
  header: 'header',
  headers: 'header',
  body: 'body',
  status: 'status',
}

function ruleV2(path: string, rule: unknown): Rule[] {
  const [first, ...keys] = keysOf(path)
  const part = PARTS[String(first)]
  return part === undefined ? [] : [{ part, keys: part === 'body' ? keys : keys.slice(0, 1), ...matchersIn({ matchers: [rule] }) }]
}

/** A query or header is named by its plain name, or by a path whose first step is the name. */
const nameIn = (path: string): (string | number)[] => (path.startsWith('$') ? keysOf(path).slice(0, 1) : [path])

const matchersIn = ({ matchers, combine }: Members): Pick<Rule, 'matchers' | 'any'> => ({
  matchers: matchersOf(matchers),
  any: String(combine).toUpperCase() === 'OR',
})

function matchersOf(matchers: unknown): Matcher[] {
  return (Array.isArray(matchers) ? matchers : []).filter(isObject).map((one) => ({
    match: wordOf(one),
    ...(typeof one.regex === 'string' ? { regex: one.regex } : {}),
    ...(typeof (one.format ?? one[String(one.match)]) === 'string' ? { format: String(one.format ?? one[String(one.match)]) } : {}),
    ...(typeof one.min === 'number' ? { min: one.min } : {}),
    ...(typeof one.max === 'number' ? { max: one.max } : {}),
    ...('value' in one ? { value: one.value } : {}),
    ...('status' in one ? { status: one.status } : {}),
  }))
}

/** The name of the matcher. V2 leaves it out where another member implies it. */
function wordOf(one: Members): string | undefined {
  if (typeof one.match === 'string') return one.match
  if (typeof one.regex === 'string') return 'regex'
  if (typeof one.min === 'number' || typeof one.max === 'number') return 'type'
  return ['timestamp', 'date', 'time'].find((word) => typeof one[word] === 'string')
}

/** The steps of `$.a[0]['b c'].*`, without the root. */
export function keysOf(path: string): (string | number)[] {
  const steps = path.replace(/^\$/, '').matchAll(/\.([^.[\]]+)|\[(?:'([^']*)'|"([^"]*)"|(\d+)|(\*))\]/g)
  return [...steps].map(([, name, single, double, index, each]) =>
    index === undefined ? (name ?? single ?? double ?? each ?? '') : Number(index),
  )
}
