import type { Schema } from '../../../src/spec/document/model.ts'
import { escapeKey } from '../../../src/spec/json-pointer.ts'
import type { Schemas } from './make-sample.ts'

/** A value that violates one keyword at a known place. */
export interface Broken {
  readonly rule: string
  /** Where the complaint has to lead to. */
  readonly pointer: string
  readonly value: unknown
}

type Put = (value: unknown) => unknown
type Break = (rule: string, value: unknown, below?: string) => Broken

/** Every way to violate one keyword of the schema somewhere in a value that fulfils it. */
export function* brokenValues(schema: Schema, schemas: Schemas, value: unknown): Generator<Broken> {
  yield* at(schema, value, '', (one) => one)

  function* at(given: Schema, here: unknown, pointer: string, put: Put): Generator<Broken> {
    const node = resolved(given, schemas)
    if (here === null) return
    const broken: Break = (rule, one, below) => ({ rule, pointer: pointer + (below === undefined ? '' : `/${escapeKey(below)}`), value: put(one) }) // biome-ignore format: one expression
    yield* plain(node, here, broken)
    for (const part of (node.allOf as Schema[] | undefined) ?? []) yield* at(part, here, pointer, put)
    const branch = ((node.oneOf as Schema[] | undefined) ?? []).find((one) => tagOf(one) === (here as { kind?: unknown }).kind)
    if (branch) yield* at({ properties: (branch as Schema).properties, required: branch.required } as Schema, here, pointer, put)
    if (Array.isArray(here)) {
      for (const [i, item] of here.entries()) {
        const inner = (node.prefixItems as Schema[] | undefined)?.[i] ?? node.items
        // An item of a list that demands others beside it may break both.
        if (!inner || typeof inner !== 'object' || node.contains !== undefined || node.uniqueItems) continue
        yield* at(inner, item, `${pointer}/${i}`, (one) => put(here.map((other, k) => (k === i ? one : other))))
      }
    } else if (typeof here === 'object') {
      for (const [name, member] of Object.entries(here)) {
        const inner = node.properties && Object.hasOwn(node.properties, name) ? node.properties[name] : undefined
        // A member that chooses an alternative or a condition breaks more than its own keyword.
        if (!inner || name === 'kind') continue
        yield* at(inner, member, `${pointer}/${escapeKey(name)}`, (one) => put({ ...here, [name]: one }))
      }
    }
  }

  function tagOf(branch: Schema): unknown {
    const { kind } = branch.properties ?? {}
    return kind && Object.hasOwn(branch.properties ?? {}, 'kind') ? kind.const : undefined
  }
}

function resolved(schema: Schema, schemas: Schemas): Schema {
  return schema.$ref === undefined ? schema : (schemas[schema.$ref.replace(/^.*\//, '')] ?? {})
}

const OTHERS: readonly (readonly [type: string, value: unknown])[] = [['string', 'other'], ['number', 0.123456], ['boolean', true], ['object', {}], ['array', []]] // biome-ignore format: one row

function* plain(node: Schema, here: unknown, broken: Break): Generator<Broken> {
  const types = node.type === undefined ? [] : [node.type].flat()
  const another = OTHERS.find(([type]) => !types.includes(type) && !(type === 'number' && types.includes('integer')))
  if (types.length > 0 && another) yield broken('type', another[1])
  if (node.const !== undefined || node.enum) yield broken(node.const === undefined ? 'enum' : 'const', 'none of these')
  if (typeof here === 'string') yield* ofText(node, here, broken)
  if (typeof here === 'number') yield* ofNumber(node, here, broken)
  if (Array.isArray(here)) yield* ofList(node, here, broken)
  else if (typeof here === 'object' && here !== null) yield* ofObject(node, here as Record<string, unknown>, broken)
}

function* ofText(node: Schema, here: string, broken: Break): Generator<Broken> {
  const least = Number(node.minLength ?? 0)
  if (least > 0 && !node.pattern) yield broken('minLength', [...here].slice(0, least - 1).join(''))
  if (node.maxLength !== undefined) yield broken('maxLength', 'x'.repeat(Number(node.maxLength) + 1))
  if (node.pattern !== undefined) yield broken('pattern', '!')
  if (node.format !== undefined && node.format !== 'uri-reference') yield broken('format', '<<not this>>')
  if (node.not !== undefined) yield broken('not', 'forbidden')
}

function* ofNumber(node: Schema, here: number, broken: Break): Generator<Broken> {
  const step = Number(node.multipleOf ?? 1)
  if (node.minimum !== undefined) yield broken('minimum', Number(node.minimum) - 1 - ((Number(node.minimum) - 1) % step) - step)
  if (node.exclusiveMinimum !== undefined) yield broken('exclusiveMinimum', node.exclusiveMinimum)
  if (node.maximum !== undefined) yield broken('maximum', (Math.floor(Number(node.maximum) / step) + 1) * step)
  if (node.exclusiveMaximum !== undefined) yield broken('exclusiveMaximum', node.exclusiveMaximum)
  if (node.multipleOf !== undefined && node.type === 'number') yield broken('multipleOf', here + step / 2)
  if (node.format === 'int32') yield broken('format', 2 ** 40)
}

function* ofList(node: Schema, here: readonly unknown[], broken: Break): Generator<Broken> {
  const least = Number(node.minItems ?? 0)
  if (least > 0 && !node.contains) yield broken('minItems', here.slice(0, least - 1))
  if (node.maxItems !== undefined && here.length > 0)
    yield broken('maxItems', [...here, ...Array.from({ length: Number(node.maxItems) }, () => here[0])])
  if (node.uniqueItems && here.length > 0) yield broken('uniqueItems', [...here, here[0]], `${here.length}`)
  if ((node.items as unknown) === false) yield broken('items', [...here, 1], `${(node.prefixItems as unknown[]).length}`)
  if (node.contains !== undefined)
    yield broken(
      'contains',
      here.map(() => 8),
    )
}

function* ofObject(node: Schema, here: Readonly<Record<string, unknown>>, broken: Break): Generator<Broken> {
  const without = (name: string) => Object.fromEntries(Object.entries(here).filter(([one]) => one !== name))
  for (const name of (node.required as string[] | undefined) ?? []) yield broken('required', without(name), name)
  const closed = ['additionalProperties', 'unevaluatedProperties'].find((key) => node[key] === false)
  if (closed) yield broken(closed, { ...here, 'no such member': 1 }, 'no such member')
  if (node.propertyNames !== undefined) yield broken('pattern', { ...here, TOOLONG: 1 }, 'TOOLONG')
  const names = Object.keys(here)
  const least = Number(node.minProperties ?? 0)
  if (least > 0 && !node.required && !node.propertyNames)
    yield broken('minProperties', Object.fromEntries(names.slice(0, least - 1).map((name) => [name, here[name]])))
  const dependent = Object.entries((node.dependentRequired as Record<string, string[]> | undefined) ?? {})
  for (const [name, [other = '']] of dependent) {
    const demanded = ((node.required as string[] | undefined) ?? []).includes(other)
    if (Object.hasOwn(here, name) && Object.hasOwn(here, other) && !demanded) yield broken('dependentRequired', without(other), other)
  }
}
