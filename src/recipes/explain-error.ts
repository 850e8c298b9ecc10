import type { Specs } from '../spec/catalogue.ts'
import type { ErrorDoc, FamilyDoc } from '../spec/document/model.ts'
import { renderEnvelope } from '../spec/envelope.ts'
import type { Evidence } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import { VendorError } from '../spec/vendor-error.ts'
import type { Recipes, Way } from './recipe.ts'
import type { Step } from './steps/read-step.ts'

/** One documented error, with every way to reach it. */
export interface ExplainedError {
  readonly key: string
  readonly code: string
  readonly service: string
  readonly status: number
  readonly message: string
  readonly meaning?: string
  readonly cause?: string
  readonly evidence: Evidence
  readonly source: string[]
  /** The body that is sent; absent if there is none. */
  readonly body?: unknown
  readonly ways: ExplainedWay[]
}

/** How operations reach an error. */
export interface ExplainedWay {
  readonly operations: string[]
  /** `recipe`: without forcing. `forced`: only by forcing. `seller`: a seller answers with it. `sandbox`: an error of the sandbox itself. */
  readonly by: 'recipe' | 'forced' | 'seller' | 'sandbox'
  readonly why?: string
  readonly start?: string
  readonly steps?: string[]
  /** The call, as the recipe contains it: `{name}` is a known value. */
  readonly call?: Readonly<Record<string, unknown>>
  /** JSON pointer to the code in an answer whose status is a success. */
  readonly inside?: string
  readonly place?: string
}

const SELLER = "The seller's software answers it to a call of the marketplace. Run `koosandbox delivery trigger` to make such a call."
const SANDBOX = 'It is an error of the sandbox itself, not of the vendor: its cause is the way to it.'

/**
 * Explains a code, or one of its variants (`APIGW.0301:absent`).
 * @param only limits the explanation to one operation, by its full reference
 * @returns `undefined` if no operation documents the code
 */
export function explainError(specs: Specs, recipes: Recipes, asked: string, only?: string): ExplainedError[] {
  const found = new Map<string, Omit<ExplainedError, 'ways'> & { readonly grouped: Map<unknown, ExplainedWay> }>()
  for (const { operation, key, entry, group, family, by } of documented(specs)) {
    if (!fits(key, asked) || (only !== undefined && operation.ref !== only)) continue
    const id = `${group} ${key}`
    const known = found.get(id) ?? { ...about(operation, key, entry, family), grouped: new Map<unknown, ExplainedWay>() }
    found.set(id, known)
    const way = recipes.of(operation.ref, key)
    const same = known.grouped.get(way ?? by)
    if (same) same.operations.push(operation.ref)
    else known.grouped.set(way ?? by, { operations: [operation.ref], ...(way ? wayOf(way) : otherWay(by)) })
  }
  const rank = ({ by }: ExplainedWay) => (by === 'recipe' ? 0 : 1)
  return [...found.values()].map(({ grouped, ...error }) => ({
    ...error,
    ways: [...grouped.values()].sort((a, b) => rank(a) - rank(b)),
  }))
}

/** All codes that any operation documents, including variants. */
export function knownErrors(specs: Specs): ReadonlySet<string> {
  return new Set([...documented(specs)].flatMap(({ key }) => [key, key.split(':')[0] ?? key]))
}

const fits = (key: string, asked: string) => key === asked || key.split(':')[0] === asked

interface Documented {
  readonly operation: Operation
  readonly key: string
  readonly entry: ErrorDoc
  /** Entries of one family are explained only once. */
  readonly group: string
  readonly family: FamilyDoc | undefined
  readonly by?: 'seller' | 'sandbox'
}

function* documented(specs: Specs): Generator<Documented> {
  const { bundle } = specs
  const familyOf = ({ service, doc }: Operation) => bundle.families[service]?.[doc['x-error-family'] ?? '']
  for (const operation of specs.operations) {
    const group = `${operation.service}/${operation.doc['x-error-family']}`
    const by = operation.ours ? { by: 'sandbox' as const } : {}
    const family = familyOf(operation)
    for (const [key, entry] of operation.errors) yield { operation, key, entry, group, family, ...by }
  }
  const gateway = bundle.families.gateway?.apigw
  for (const operation of [...specs.operations.filter(({ ours }) => !ours), specs.apiProducts])
    for (const [key, entry] of operation.gatewayErrors) yield { operation, key, entry, group: 'gateway', family: gateway }
  for (const operation of specs.webhooks) {
    const family = familyOf(operation)
    for (const result of operation.doc['x-result-codes'] ?? []) {
      const key = typeof result === 'string' ? result : result.code
      const entry = family?.errors[key]
      if (entry) yield { operation, key, entry, group: operation.service, family, by: 'seller' }
    }
  }
}

function about(operation: Operation, key: string, entry: ErrorDoc, family: FamilyDoc | undefined): Omit<ExplainedError, 'ways'> {
  const body = bodyOf(operation, key, entry, family)
  return {
    key,
    code: key.split(':')[0] ?? key,
    service: operation.errors.has(key) || !operation.gatewayErrors.has(key) ? operation.service : 'gateway',
    status: entry.status,
    message: entry.message,
    ...(entry.meaning === undefined ? {} : { meaning: entry.meaning }),
    ...(entry.cause === undefined ? {} : { cause: entry.cause }),
    evidence: entry['x-evidence'] ?? operation.evidence,
    source: [...(entry['x-source'] ?? family?.['x-source'] ?? [])],
    ...(body === undefined ? {} : { body }),
  }
}

/** The body that the operation sends with the error, or the answer of a seller. */
function bodyOf(operation: Operation, key: string, entry: ErrorDoc, family: FamilyDoc | undefined): unknown {
  if (!operation.errors.has(key) && !operation.gatewayErrors.has(key)) return family && renderEnvelope(family.envelope.body, key, entry, {})
  try {
    return operation.fail(key)
  } catch (error) {
    if (error instanceof VendorError) return error.body('0'.repeat(32))
    throw error
  }
}

function wayOf(way: Way): Omit<ExplainedWay, 'operations'> {
  if (way.kind === 'forced') return { by: 'forced', why: way.why, place: way.place }
  return {
    by: 'recipe',
    ...(way.start === undefined ? {} : { start: way.start }),
    ...(way.inside === undefined ? {} : { inside: way.inside }),
    steps: way.steps.map(textOf),
    call: { ...way.call },
    place: way.place,
  }
}

function otherWay(by: 'seller' | 'sandbox' | undefined): Omit<ExplainedWay, 'operations'> {
  return by === undefined ? { by: 'forced', why: 'No recipe is known.' } : { by, why: by === 'seller' ? SELLER : SANDBOX }
}

/** A step as text: `buy crm-basic-month with {"pay":false}`. */
export function textOf({ verb, what, how }: Step): string {
  const words = Object.entries(how).map(([name, value]) => `${name} ${written(value)}`)
  return [verb, written(what), ...words].join(' ')
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
