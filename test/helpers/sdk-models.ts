import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Schema, ServiceDocument } from '../../src/spec/document/model.ts'
import { parseYaml } from '../../src/spec/document/yaml.ts'
import type { Operation } from '../../src/spec/operation.ts'

/** Wire name → type: `string`, `number`, `boolean`, `object`, `unknown`, a model's name, `[X]` for a list; `!` behind it: mandatory. */
export type Members = Readonly<Record<string, string>>

/** One operation as an SDK builds it. */
export interface SdkOperation {
  readonly method: string
  readonly path: string
  readonly query?: Members
  readonly header?: Members
  readonly pathValues?: Members
  readonly body?: string
  readonly answer?: string
}

export interface SdkTable {
  readonly operations: Readonly<Record<string, SdkOperation>>
  readonly models: Readonly<Record<string, Members>>
  readonly differences: Readonly<Record<string, string>>
}

const FILE = 'fixtures/comparisons/sdk-models.yaml'

/** The committed table; keys that end in `Operations` or `Models` are put together. */
export function readSdkTable(): SdkTable {
  const all = parseYaml(FILE, readFileSync(join(import.meta.dirname, '../..', FILE), 'utf8')).value as Record<string, object>
  const together = (ending: string) =>
    Object.assign({}, ...Object.entries(all).flatMap(([key, part]) => (key.endsWith(ending) ? [part] : [])))
  return { operations: together('Operations'), models: together('Models'), differences: all.differences as Record<string, string> }
}

/** Every place where an operation of the specs and the table disagree: `bss.PayOrders /body/order_id: …`. */
export function* differences(operation: Operation, document: ServiceDocument, sdk: SdkOperation, models: SdkTable['models']) {
  const { doc, ref } = operation
  const tell = (pointer: string, text: string) => `${ref} ${pointer}: ${text}`
  if (doc === undefined || operation.method !== sdk.method || operation.path !== sdk.path)
    yield tell('/', `${operation.method} ${operation.path} here, ${sdk.method} ${sdk.path} in the SDK`)
  for (const where of ['query', 'header'] as const) {
    const own = (doc.parameters ?? []).filter((parameter) => parameter.in === where)
    const schema: Schema = {
      type: 'object',
      properties: Object.fromEntries(own.map((parameter) => [parameter.name, parameter.schema ?? {}])),
      required: own.filter(({ required }) => required).map(({ name }) => name),
    }
    yield* compareMembers(`/${where}`, schema, sdk[where] ?? {}, true)
  }
  const requests = Object.values(doc.requestBody?.content ?? {}).map(({ schema }) => schema)
  if (sdk.body !== undefined) yield* compare('/body', requests[0], sdk.body, true, [])
  else if (requests.length > 0) yield tell('/body', 'a body here, none in the SDK')
  const sent = doc.responses[String(operation.success)]
  const answer = sdk.answer === undefined ? {} : (models[sdk.answer] ?? {})
  const headers = new Set(Object.keys(sent?.headers ?? {}))
  const body = Object.fromEntries(Object.entries(answer).filter(([name]) => !headers.has(name)))
  if (operation.successSchema !== undefined || Object.keys(body).length > 0)
    yield* compareMembers('/answer', operation.successSchema ?? {}, body, false)

  function* compare(
    pointer: string,
    given: Schema | undefined,
    declared: string,
    asked: boolean,
    above: readonly string[],
  ): Generator<string> {
    const schema = settle(given)
    const type = declared.replace('!', '')
    const list = /^\[(.+)\]$/.exec(type)?.[1]
    const kinds = [schema.type ?? (schema.properties ? 'object' : [])].flat().filter((kind) => kind !== 'null')
    const here = kinds.join(' or ')
    if (list !== undefined) {
      if (!kinds.includes('array')) yield tell(pointer, `${here || 'anything'} here, a list in the SDK`)
      else yield* compare(`${pointer}[]`, schema.items as Schema | undefined, list, asked, above)
    } else if (/^[A-Z]/.test(type)) {
      if (!kinds.includes('object')) yield tell(pointer, `${here || 'anything'} here, the object ${type} in the SDK`)
      else if (!above.includes(type)) yield* compareMembers(pointer, schema, models[type] ?? {}, asked, [...above, type])
    } else if (type !== 'unknown' && kinds.length > 0) {
      const fits = { string: ['string'], number: ['integer', 'number'], boolean: ['boolean'], object: ['object'] }[type] ?? []
      if (!kinds.some((kind) => fits.includes(kind))) yield tell(pointer, `${here} here, ${type} in the SDK`)
    }
  }

  function* compareMembers(
    pointer: string,
    given: Schema,
    members: Members,
    asked: boolean,
    above: readonly string[] = [],
  ): Generator<string> {
    const schema = settle(given)
    const properties = (schema.properties ?? {}) as Record<string, Schema>
    const required = new Set(schema.required as readonly string[] | undefined)
    for (const [name, type] of Object.entries(members)) {
      const at = `${pointer}/${name}`
      if (!(name in properties)) yield tell(at, 'only the SDK has it')
      else {
        if (type.endsWith('!') && !required.has(name)) yield tell(at, 'optional here, mandatory in the SDK')
        if (asked && !type.endsWith('!') && required.has(name)) yield tell(at, 'mandatory here, optional in the SDK')
        yield* compare(at, properties[name], type, asked, above)
      }
    }
    for (const name of Object.keys(properties)) if (!(name in members)) yield tell(`${pointer}/${name}`, 'only the spec has it')
  }

  /** Follows a reference and puts the parts of an `allOf` together. */
  function settle(given: Schema | undefined): Schema {
    if (given === undefined) return {}
    if (given.$ref !== undefined) return settle(document.components?.schemas?.[given.$ref.split('/').at(-1) ?? ''])
    if (!given.allOf) return given
    const parts = (given.allOf as Schema[]).map(settle)
    return {
      ...given,
      type: 'object',
      properties: Object.assign({}, ...parts.map(({ properties }) => properties), given.properties),
      required: parts.flatMap(({ required }) => (required ?? []) as string[]),
    }
  }
}
