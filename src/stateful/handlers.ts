import { resolveSchema } from '../spec/request/coerce.ts'
import { isObject } from '../spec/schema/keyword-values.ts'
import { answerOf, type ItemForm, itemPlace, listPlace, type Schemas } from './item-form.ts'
import { aroundPage, pageOf } from './list.ts'
import { markChanged, newItem, newKey } from './new-item.ts'
import { PatchFault, patched } from './patch.ts'
import type { Collection, Role, StatefulAnswer, StatefulCall, StatefulRefusal, StatefulResult } from './stateful-api.ts'

type Members = Readonly<Record<string, unknown>>
type Handler = (call: StatefulCall, at: Found) => Promise<StatefulResult> | StatefulResult | undefined

/** The collection of a call in its world. */
export interface Found {
  readonly collection: Collection
  /** Service and path with its values: `pet-shop /owners/7/pets`. */
  readonly name: string
  /** The key in the path; empty where the path has none. */
  readonly key: string
  readonly form: ItemForm
  readonly schemas: Schemas
}

/** What each action does. Undefined where an answer is not of a kind that memory could fill. */
export const HANDLERS: Readonly<Record<Role['action'], Handler>> = {
  list(call, { collection, name, form, schemas }) {
    const { operation, world, input } = call
    const answer = answerOf(operation)
    const place = listPlace(answer, schemas)
    if (answer === undefined || place === undefined) return undefined
    const all = [...world.items.where('collection', name)].map(({ key, value }) => ({ key, value: shown(value, form, schemas) }))
    const schemaOf = (wanted: string) => operation.doc.parameters?.find((one) => one.in === 'query' && one.name === wanted)?.schema ?? {}
    const ownParameters = Object.fromEntries(Object.entries(input.query).filter(([wanted]) => wanted !== collection.parameter))
    const page = pageOf(all, ownParameters, schemaOf, form)
    if (place === '') return { status: operation.success, body: page.items }
    return Promise.resolve(call.usual()).then((usual) => ({
      status: operation.success,
      body: aroundPage(usual, answer, place, page, schemas),
    }))
  },

  async create(call, at) {
    const { world, operation, input, path } = call
    const { name, form, schemas } = at
    const sent = input.body
    if (!isObject(sent)) return usualAnswer(call)
    const given =
      form.key === undefined || resolveSchema(form.members[form.key] ?? {}, schemas).readOnly === true ? undefined : sent[form.key]
    const usual = await call.usual()
    const place = itemPlace(answerOf(operation), form, schemas)
    const example = place === undefined ? {} : place === '' ? usual : (usual as Members | undefined)?.[place]
    const item = await newItem(call, sent, form, isObject(example) ? example : {}, name, schemas)
    const taken = (key: string) => world.items.has(`${name} ${key}`)
    const key = isKey(given) ? given : await newKey(call, name, form.members[form.key ?? ''] ?? {}, taken)
    const value = form.key === undefined ? item : inOrder(form, { ...item, [form.key]: key })
    // Asked here, without a wait before the write: of two calls at once only one creates it.
    if (taken(String(key)))
      return { refused: 409, detail: `There is already a thing with the key ${JSON.stringify(key)} in ${at.collection.path}.` }
    store(call, name, String(key), value)
    const headers = { Location: `${path.replace(/\/$/, '')}/${encodeURIComponent(String(key))}` }
    return { ...(await answered(call, at, value, operation.doc.responses['201'] ? 201 : operation.success)), headers }
  },

  read(call, at) {
    const { operation, world } = call
    const item = world.items.get(idOf(at))
    // A single thing that nobody wrote yet is as the document shows it.
    if (!item) return at.collection.parameter === undefined ? undefined : unknown(at)
    return answered(call, at, item.value, operation.success)
  },

  async replace(call, at) {
    const { operation, world, input } = call
    const { form, schemas } = at
    const before = world.items.get(idOf(at))
    if (!isObject(input.body)) return usualAnswer(call)
    const mayCreate = at.collection.parameter === undefined || operation.doc.responses['201'] || !operation.doc.responses['404']
    if (!before && !mayCreate) return unknown(at)
    const old = isObject(before?.value) ? before.value : {}
    const item = await newItem(call, input.body, form, old, at.name, schemas)
    const kept = Object.fromEntries(Object.entries(old).filter(([name]) => isReadOnly(form, name, schemas)))
    const key = form.key === undefined ? {} : { [form.key]: old[form.key] ?? typedKey(at) }
    const value = inOrder(form, markChanged(world, { ...item, ...kept, ...key }, form, schemas))
    store(call, at.name, at.key, value)
    return answered(call, at, value, before ? operation.success : operation.doc.responses['201'] ? 201 : operation.success)
  },

  async change(call, at) {
    const { operation, world, input, mediaType } = call
    const { form, schemas } = at
    const before = world.items.get(idOf(at))
    const usual = before || at.collection.parameter !== undefined ? undefined : await singleUsual(call, at)
    const old = before?.value ?? usual
    if (old === undefined) return unknown(at)
    let value: unknown
    try {
      value = patched(old, input.body, mediaType)
    } catch (error) {
      if (error instanceof PatchFault) return { refused: 409, detail: error.message }
      throw error
    }
    if (!isObject(value)) return { refused: 422, detail: 'The result of the change is not an object.' }
    const key = form.key === undefined || !isObject(old) ? {} : { [form.key]: old[form.key] }
    const whole = markChanged(world, { ...value, ...key }, form, schemas)
    const answer = await answered(call, at, whole, operation.success)
    const wrong = itemPlace(answerOf(operation), form, schemas) === undefined ? [] : operation.check(answer)
    const [first] = wrong
    if (first) return { refused: 422, detail: `The result of the change is not valid: ${first.pointer} must be ${first.expected}.` }
    store(call, at.name, at.key, whole)
    return answer
  },

  remove(call, at) {
    const { operation, world } = call
    const item = world.items.get(idOf(at))
    if (!item) return unknown(at)
    world.transaction(() => {
      world.items.delete(item.id)
      const below = `${at.name.replace(/\/$/, '')}/${at.key}/`
      for (const other of [...world.items.all()]) if (`${other.collection}/`.startsWith(below)) world.items.delete(other.id)
    })
    return answered(call, at, item.value, operation.success)
  },
}

/** The answer that shows a thing, as far as the operation's answers show one. */
async function answered(call: StatefulCall, { form, schemas }: Found, value: unknown, status: number): Promise<StatefulAnswer> {
  const answer = answerOf(call.operation)
  if (answer === undefined || status === 204) return { status }
  const place = itemPlace(answer, form, schemas)
  const item = shown(value, form, schemas)
  if (place === '') return { status, body: item }
  const usual = await call.usual()
  return { status, body: place === undefined ? usual : { ...(isObject(usual) ? usual : {}), [place]: item } }
}

/** The thing that a document shows at a path with one thing only. */
async function singleUsual(call: StatefulCall, { collection, form, schemas }: Found): Promise<unknown> {
  const reading = collection.operations.read
  const place = reading && itemPlace(answerOf(reading), form, schemas)
  const usual = await call.usual()
  return place === undefined || place === '' ? (usual ?? {}) : ((usual as Members | undefined)?.[place] ?? {})
}

/** The usual answer, for a body from which nothing can be stored. */
async function usualAnswer(call: StatefulCall): Promise<StatefulAnswer> {
  const body = await call.usual()
  return { status: call.operation.success, ...(body === undefined ? {} : { body }) }
}

const unknown = ({ key, collection }: Found): StatefulRefusal => ({
  refused: 404,
  detail: `There is no ${JSON.stringify(key)} in ${collection.path}. Create it first.`,
})

function store({ world }: StatefulCall, collection: string, key: string, value: unknown): void {
  const id = `${collection} ${key}`
  world.transaction(() => {
    const number = world.items.get(id)?.number ?? world.ids.next(`order of ${collection}`)
    world.items.put({ id, collection, key, value, number })
  })
}

const idOf = ({ name, key }: Found): string => `${name} ${key}`

const isKey = (value: unknown): value is string | number => (typeof value === 'string' && value !== '') || typeof value === 'number'

/** The key of the path, typed as the member that holds it. */
function typedKey({ key, form, schemas }: Found): string | number {
  const { type } = resolveSchema(form.members[form.key ?? ''] ?? {}, schemas)
  return [type].flat().includes('integer') || [type].flat().includes('number') ? Number(key) : key
}

function isReadOnly({ members }: ItemForm, name: string, schemas: Schemas): boolean {
  const member = members[name]
  return member !== undefined && resolveSchema(member, schemas).readOnly === true
}

/** Members in the order of the schema. */
function inOrder({ members }: ItemForm, value: Members): Members {
  const known = Object.keys(members).filter((name) => Object.hasOwn(value, name))
  return { ...Object.fromEntries(known.map((name) => [name, value[name]])), ...value }
}

/** A thing without what only requests contain. */
function shown(value: unknown, { members }: ItemForm, schemas: Schemas): unknown {
  if (!isObject(value)) return value
  const hidden = Object.keys(value).filter((name) => members[name] && resolveSchema(members[name], schemas).writeOnly === true)
  return hidden.length === 0 ? value : Object.fromEntries(Object.entries(value).filter(([name]) => !hidden.includes(name)))
}
