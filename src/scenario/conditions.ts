import { didYouMean } from '../language/did-you-mean.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { Schema } from '../spec/document/model.ts'
import type { Operation } from '../spec/operation.ts'
import type { Condition, Met } from './scenario-api.ts'
import { type Place, shown } from './verbs.ts'

const PLACES = ['path', 'query', 'header', 'body', 'caller'] as const
const OF_CALLER = ['role', 'account'] as const
const ROLES = ['buyer', 'partner', 'seller']

type Schemas = Readonly<Record<string, Schema>>

/**
 * Reads `when`: pairs of a place and the value that must be there.
 * @throws SpecFault for a place that does not exist in any call
 */
export function readConditions(when: unknown, place: Place): readonly Condition[] {
  if (when === undefined) return []
  if (typeof when !== 'object' || when === null || Array.isArray(when))
    throw new SpecFault(`${place('when')}: "when" must hold values by place, such as { query.status: 6 }, not ${shown(when)}.`)
  return Object.entries(when).map(([name, value]) => {
    const at = place('when', name)
    const dot = name.indexOf('.')
    const part = PLACES.find((known) => known === (dot < 0 ? name : name.slice(0, dot)))
    const rest = dot < 0 ? '' : name.slice(dot + 1)
    if (!part || rest === '')
      throw new SpecFault(
        `${at}: a condition needs a place and a name, such as query.status, not "${name}".${didYouMean(name.split('.')[0] as string, PLACES)} Places: ${PLACES.join(', ')}.`,
      )
    if (!['string', 'number', 'boolean'].includes(typeof value))
      throw new SpecFault(`${at}: a condition compares with a text, a number or true and false, not with ${shown(value)}.`)
    if (part === 'caller' && !(OF_CALLER as readonly string[]).includes(rest))
      throw new SpecFault(`${at}: nothing is known of "${name}".${didYouMean(rest, OF_CALLER)} There are caller.role and caller.account.`)
    if (name === 'caller.role' && !ROLES.includes(String(value)))
      throw new SpecFault(`${at}: there is no role ${shown(value)}.${didYouMean(String(value), ROLES)} Roles: ${ROLES.join(', ')}.`)
    const keys = part === 'body' ? rest.split('.') : [part === 'header' ? rest.toLowerCase() : rest]
    return { in: part, keys, value: String(value) }
  })
}

/** Why a call that the operation accepts can never meet a condition; `undefined` if it can. */
export function obstacle({ in: part, keys, value }: Condition, operation: Operation, schemas: Schemas): string | undefined {
  const { ref, doc, roles } = operation
  const [name = ''] = keys
  if (part === 'caller')
    return name === 'role' && roles && !(roles as readonly string[]).includes(value)
      ? `${ref} is only called by ${roles.join(' or ')}, not by a ${value}.`
      : undefined
  if (part === 'body') {
    const media = Object.values(doc.requestBody?.content ?? {}).flatMap(({ schema }) => (schema ? [schema] : []))
    if (media.length === 0) return `${ref} takes no body.`
    const reasons = media.map((schema) => obstacleInBody(schema, keys, value, ref, schemas))
    return reasons.includes(undefined) ? undefined : reasons[0]
  }
  const known = (doc.parameters ?? []).filter((parameter) => parameter.in === part)
  const parameter = known.find((one) => (part === 'header' ? one.name.toLowerCase() === name : one.name === name))
  if (parameter) return obstacleInValue(parameter.schema, value, `${part}.${parameter.name}`, ref, schemas)
  // Clients send headers that no document names, so every header is possible.
  if (part === 'header') return undefined
  const names = known.map((one) => one.name)
  const listed = names.length === 0 ? `It has no ${part} parameters.` : `It has ${names.join(', ')}.`
  return `${ref} has no ${part} parameter "${name}".${didYouMean(name, names)} ${listed}`
}

function obstacleInBody(schema: Schema, keys: readonly string[], value: string, ref: string, schemas: Schemas): string | undefined {
  let now: Schema | undefined = schema
  for (const [i, key] of keys.entries()) {
    const whole: Schema | undefined = follow(now, schemas)
    const list = whole?.items
    if (list && /^\d+$/.test(key)) {
      now = list
      continue
    }
    const members: Schemas = membersOf(list ?? whole, schemas)
    const names = Object.keys(members)
    // A schema without members does not restrict what may be sent, except where its type has none.
    if (names.length === 0) {
      const kinds = kindsOf(list ?? whole)
      const above = `body.${keys.slice(0, i).join('.')}`
      return kinds.length > 0 && kinds.every((kind) => PLAIN.includes(kind))
        ? `${ref}: ${above} is a ${kinds[0]} and has no members. Compare it as a whole: ${above}.`
        : undefined
    }
    const member = Object.hasOwn(members, key) ? members[key] : undefined
    if (!member) {
      const above = i === 0 ? 'the body' : `body.${keys.slice(0, i).join('.')}`
      return `${ref}: ${above} has no member "${key}".${didYouMean(key, names)} It has ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}.`
    }
    now = member
  }
  return obstacleInValue(now, value, `body.${keys.join('.')}`, ref, schemas)
}

function obstacleInValue(schema: Schema | undefined, value: string, name: string, ref: string, schemas: Schemas): string | undefined {
  const own = follow(schema, schemas)
  const one = own?.items ? follow(own.items, schemas) : own
  const kinds = kindsOf(one)
  if (one?.enum && !one.enum.some((known) => String(known) === value)) {
    const known = one.enum.map(String)
    return `${ref}: ${name} is never "${value}".${didYouMean(value, known)} It is one of ${known.join(', ')}.`
  }
  const numeric = kinds.length > 0 && kinds.every((kind) => kind === 'integer' || kind === 'number' || kind === 'null')
  if (numeric && (value.trim() === '' || !Number.isFinite(Number(value)))) return `${ref}: ${name} is a number, never "${value}".`
  if (kinds.length === 1 && kinds[0] === 'boolean' && value !== 'true' && value !== 'false')
    return `${ref}: ${name} is true or false, never "${value}".`
  return undefined
}

const PLAIN = ['string', 'integer', 'number', 'boolean', 'null']

const kindsOf = (schema: Schema | undefined): readonly string[] => (schema?.type === undefined ? [] : [schema.type].flat())

function membersOf(schema: Schema | undefined, schemas: Schemas, depth = 0): Schemas {
  const own = follow(schema, schemas)
  if (!own || depth > 8) return {}
  const joined = [own['allOf'], own['oneOf'], own['anyOf']].flat().filter((one): one is Schema => typeof one === 'object' && one !== null)
  return Object.assign({}, ...joined.map((one) => membersOf(one, schemas, depth + 1)), own.properties)
}

function follow(schema: Schema | undefined, schemas: Schemas): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1)
  if (name === undefined) return schema
  return Object.hasOwn(schemas, name) ? schemas[name] : undefined
}

/** The data that conditions compare. A call to a seller has no caller, and its headers do not vary. */
type Comparable = Pick<Met, 'input'> & Partial<Pick<Met, 'call' | 'caller'>>

/** Whether a call meets all conditions. */
export function meets(when: readonly Condition[], met: Comparable): boolean {
  return when.every((condition) => isEqual(valueAt(condition, met), condition.value))
}

function valueAt({ in: part, keys }: Condition, { call, caller, input }: Comparable): unknown {
  const [name = ''] = keys
  if (part === 'header') return call?.headers[name]
  if (part === 'caller') return name === 'role' ? caller?.account.role : caller?.account.name
  if (part === 'body') return keys.reduce<unknown>(step, input.body)
  return input[part][name]
}

/** One step down a body. For a list without an index: the values of all its items. */
function step(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : value.map((one) => step(one, key))
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined
}

/** For a list, one equal item is enough. */
function isEqual(value: unknown, expected: string): boolean {
  if (Array.isArray(value)) return value.some((one) => isEqual(one, expected))
  return value !== undefined && value !== null && typeof value !== 'object' && String(value) === expected
}
