import type { Specs } from '../../spec/catalogue.ts'
import { FOREIGN } from '../../spec/document/foreign.ts'
import type { Schema } from '../../spec/document/model.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Pattern } from '../../spec/patterns/pattern.ts'
import type { Matcher, Rule } from '../read-rules.ts'
import { cited } from './place.ts'
import { regexOfFormat, wholeRegex, wordsOf } from './read-regex.ts'
import { type SchemaAt, schemaAt, typesAt, valuesAt } from './schema-at.ts'

/** What the matching rules of one answer are compared with. */
export interface AnswerSpec {
  readonly status: number
  readonly schema: Schema
  readonly schemas: Readonly<Record<string, Schema>>
  /** Example bodies of the spec for this status. */
  readonly examples: readonly unknown[]
}

/**
 * Compares what a consumer's matchers demand of an answer with what the spec promises: types, and texts that none of the spec's values
 * matches. Comparing examples does not show this: the example may be right and the matcher wrong.
 */
export function* compareMatchers(specs: Specs, operation: Operation, rules: readonly Rule[], spec: AnswerSpec): Generator<Finding> {
  const foreign = specs.bundle.services[operation.service]?.['x-origin'] === FOREIGN
  for (const { part, keys, matchers, any } of rules) {
    if (part !== 'body') continue
    const at = schemaAt(spec.schema, keys, spec.schemas)
    const pointer = ['/body', ...keys].join('/')
    const say = (code: string, level: Finding['level'], expected: string, got: string, hint?: string): Finding => ({
      code: `reply.matcher.${code}`,
      level,
      pointer,
      expected,
      got,
      ...cited(specs, operation, String(spec.status), at.name),
      ...(hint === undefined ? {} : { hint }),
    })
    if (at.schemas.length === 0 && !at.open) {
      yield say('unknown', 'error', 'a member that the spec knows', `a matcher on ${keys.join('.')}`)
      continue
    }
    const known = knownAt(at, spec.examples, keys)
    const found = matchers.map((matcher) => [...compareMatcher(matcher, at, known, say, foreign)])
    // Of several alternatives, one that fits is enough.
    if (any && found.some((findings) => findings.every(({ level }) => level !== 'error'))) continue
    yield* found.flat()
  }
}

type Say = (code: string, level: Finding['level'], expected: string, got: string, hint?: string) => Finding

/** The types that satisfy a matcher; a matcher that is not listed takes any type. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
  integer: ['integer', 'number'],
  decimal: ['number'],
  number: ['integer', 'number'],
  boolean: ['boolean'],
  null: ['null'],
  regex: ['string', 'integer', 'number', 'boolean'],
  include: ['string', 'integer', 'number', 'boolean'],
  date: ['string'],
  time: ['string'],
  datetime: ['string'],
  timestamp: ['string'],
  semver: ['string'],
  arrayContains: ['array'],
  eachKey: ['object'],
  eachValue: ['object', 'array'],
  values: ['object'],
  notEmpty: ['string', 'array', 'object', 'integer', 'number', 'boolean'],
}
const ANY = ['type', 'equality', 'contentType', 'statusCode', 'content-type', 'min-type', 'max-type']

function* compareMatcher(matcher: Matcher, at: SchemaAt, known: readonly unknown[], say: Say, foreign: boolean): Generator<Finding> {
  const { match, min, regex, format } = matcher
  if (match === undefined || (TAKES[match] === undefined && !ANY.includes(match))) {
    yield say('unread', 'error', `one of ${[...ANY.slice(0, 2), ...Object.keys(TAKES)].join(', ')}`, match ?? 'a rule without a matcher')
    return
  }
  const types = typesAt(at)
  const takes = TAKES[match]
  if (takes && types.length > 0) {
    if (!types.some((type) => takes.includes(type))) {
      yield say('type', 'error', types.join(' or '), `the matcher ${match}, which takes ${takes.join(' or ')}`)
      return
    }
    if (match === 'integer' && !types.includes('integer'))
      yield foreign
        ? say('narrow', 'warning', 'number', 'the matcher integer', 'The spec may send a fraction.')
        : say(
            'type',
            'error',
            'number: the vendor documents a double, such as 199.0 or 10.5',
            'the matcher integer',
            'Use number or decimal.',
          )
    if (match === 'decimal' && !types.includes('integer'))
      yield say(
        'double',
        'info',
        'number: the vendor documents a double',
        'the matcher decimal',
        'A whole amount (199) counts as 199.0 here.',
      )
  }
  const most = at.schemas.map(({ maxItems }) => maxItems).find((limit) => typeof limit === 'number') as number | undefined
  if (min !== undefined && most !== undefined && min > most) yield say('length', 'error', `at most ${most} items`, `at least ${min} items`)
  if (match === 'regex' && regex !== undefined) yield* compareRegex(regex, wholeRegex(regex), at, known, say)
  if (['date', 'time', 'datetime', 'timestamp'].includes(match) && format !== undefined)
    yield* compareRegex(format, regexOfFormat(format), at, known, say, true)
}

/** @param every report even a single value that does not match: times have one form */
function* compareRegex(
  text: string,
  regex: Pattern | undefined,
  at: SchemaAt,
  known: readonly unknown[],
  say: Say,
  every = false,
): Generator<Finding> {
  if (!regex) {
    yield say('unread', 'info', 'an expression that can be read here', text, 'Only the live run checks it.')
    return
  }
  const values = known.filter((value) => value !== null && typeof value !== 'object').map(String)
  const strays = values.filter((value) => !regex.test(value))
  if (strays.length > 0 && (every || strays.length === values.length)) {
    const hint = strays.length === values.length ? 'No value that the spec knows matches.' : 'Not every value that the spec knows matches.'
    yield say('never', 'error', `text like ${text}`, `the spec sends ${quoted(strays)}`, hint)
    return
  }
  const members = at.schemas.flatMap(({ enum: list }) => list ?? []).map(String)
  const missed = members.filter((member) => strays.includes(member))
  if (missed.length > 0) yield say('narrow', 'warning', `text like ${text}`, `the spec also sends ${quoted(missed)}`)
  const beyond = members.length > 0 ? (wordsOf(text) ?? []).filter((word) => !members.includes(word)) : []
  if (beyond.length > 0) yield say('wide', 'warning', `one of ${quoted(members)}`, `${quoted(beyond)}, which the spec never sends`)
}

/** Values that the spec names for a place: its enum, its constant, and those of its examples. */
function knownAt(at: SchemaAt, examples: readonly unknown[], keys: Rule['keys']): readonly unknown[] {
  const listed = at.schemas.flatMap((schema) => [...(schema.enum ?? []), ...('const' in schema ? [schema.const] : [])])
  const shown = at.schemas.flatMap((schema) => (schema.examples as unknown[] | undefined) ?? [])
  return [...new Set([...listed, ...shown, ...examples.flatMap((example) => valuesAt(example, keys))])]
}

function quoted(values: readonly string[]): string {
  const some = values.slice(0, 5).map((value) => JSON.stringify(value.length > 40 ? `${value.slice(0, 37)}...` : value))
  return some.join(', ') + (values.length > 5 ? ` and ${values.length - 5} more` : '')
}
