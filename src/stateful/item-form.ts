import type { Schema } from '../spec/document/model.ts'
import { jsonOf } from '../spec/negotiate.ts'
import type { Operation } from '../spec/operation.ts'
import { resolveSchema, typeOf } from '../spec/request/coerce.ts'
import type { Collection } from './stateful-api.ts'

/** The shared schemas of a document. */
export type Schemas = Readonly<Record<string, Schema>>

/** What one thing of a collection looks like. */
export interface ItemForm {
  readonly schema: Schema
  readonly members: Readonly<Record<string, Schema>>
  readonly required: ReadonlySet<string>
  /** The member that tells things apart; undefined where only the path does. */
  readonly key: string | undefined
}

/** Where something stands in an answer: a member's name, or the empty text for the answer itself. */
type Place = string | undefined

/** Levels of combined schemas that are followed. */
const DEEPEST = 8

/** The form of the things of a collection, from the answers and the bodies that show one. */
export function itemFormOf(collection: Collection, keyHint: unknown, schemas: Schemas): ItemForm | undefined {
  const { list, create, read, replace, change } = collection.operations
  const shown = [read, create, replace, change].flatMap((one) => (one ? [answerOf(one)] : []))
  const listed = list ? itemsOf(answerOf(list), schemas) : undefined
  const sent = [create, replace].flatMap((one) => (one ? [bodyOf(one)] : []))
  for (const schema of [...shown, listed, ...sent]) {
    const form = schema && formOf(schema, collection.parameter, keyHint, schemas)
    if (form && (form.key !== undefined || collection.parameter === undefined)) return form
    // `{ data: { id, … } }`
    const inside = schema && wrapped(schema, collection.parameter, keyHint, schemas)
    if (inside) return inside
  }
  const [first] = [...shown, listed, ...sent].flatMap((schema) => (schema && isObject(schema, schemas) ? [schema] : []))
  return first && formOf(first, collection.parameter, keyHint, schemas)
}

function formOf(schema: Schema, parameter: string | undefined, hint: unknown, schemas: Schemas): ItemForm | undefined {
  const { members, required } = membersOf(schema, schemas)
  if (Object.keys(members).length === 0) return undefined
  return { schema, members, required, key: parameter === undefined ? undefined : keyOf(Object.keys(members), parameter, hint) }
}

function wrapped(schema: Schema, parameter: string | undefined, hint: unknown, schemas: Schemas): ItemForm | undefined {
  const inside = Object.values(membersOf(schema, schemas).members).filter((member) => isObject(member, schemas))
  const forms = inside.map((member) => formOf(member, parameter, hint, schemas)).filter((form) => form?.key !== undefined)
  return forms.length === 1 ? forms[0] : undefined
}

/** A name without capitals and punctuation: `pet_id` and `petId` are the same. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Endings of parameter names, and the members that they mean. */
const ENDINGS = ['id', 'uuid', 'name', 'key', 'code', 'slug', 'number', 'no', 'sku', 'email']

/** The member that a path parameter means: `petId` and `pet_id` mean `petId`, else `id`. */
function keyOf(members: readonly string[], parameter: string, hint: unknown): string | undefined {
  if (typeof hint === 'string' && members.includes(hint)) return hint
  const wanted = plainName(parameter)
  const ending = ENDINGS.find((one) => wanted.endsWith(one))
  const named = (name: string) => members.find((member) => plainName(member) === name)
  return named(wanted) ?? (ending === undefined ? undefined : named(ending)) ?? named('id') ?? named('uuid')
}

/** Where an answer shows one thing; undefined where it shows none. */
export function itemPlace(answer: Schema | undefined, form: ItemForm, schemas: Schemas): Place {
  if (!answer) return undefined
  const { members } = membersOf(answer, schemas)
  if (shows(members, form)) return ''
  const inside = Object.entries(members).filter(
    ([, member]) => isObject(member, schemas) && shows(membersOf(member, schemas).members, form),
  )
  return inside.length === 1 ? inside[0]?.[0] : undefined
}

/** Whether members are those of a thing: the key is among them, or without a key most of the others. */
function shows(members: Readonly<Record<string, Schema>>, { key, members: own }: ItemForm): boolean {
  if (key !== undefined) return Object.hasOwn(members, key)
  const names = Object.keys(own)
  return names.filter((name) => Object.hasOwn(members, name)).length * 2 > names.length
}

/** Where an answer shows the list of things. */
export function listPlace(answer: Schema | undefined, schemas: Schemas): Place {
  if (!answer) return undefined
  if (typeOf(resolveSchema(answer, schemas)) === 'array') return ''
  const lists = Object.entries(membersOf(answer, schemas).members).filter(
    ([, member]) => typeOf(resolveSchema(member, schemas)) === 'array' && isObject(resolveSchema(member, schemas).items ?? {}, schemas),
  )
  return lists.length === 1 ? lists[0]?.[0] : undefined
}

/** The schema of a list's items in an answer. */
function itemsOf(answer: Schema | undefined, schemas: Schemas): Schema | undefined {
  const place = listPlace(answer, schemas)
  if (answer === undefined || place === undefined) return undefined
  const list = place === '' ? answer : membersOf(answer, schemas).members[place]
  return list && resolveSchema(list, schemas).items
}

/** Whether the success answer of an operation is a list, or contains one. */
export const holdsList = (operation: Operation, schemas: Schemas): boolean => listPlace(answerOf(operation), schemas) !== undefined

/** The schema of the JSON that an operation answers with. */
export function answerOf(operation: Operation): Schema | undefined {
  return jsonOf(operation.doc.responses[String(operation.success)]).media?.schema
}

/** The schema of the JSON that an operation takes. */
function bodyOf({ doc }: Operation): Schema | undefined {
  return Object.entries(doc.requestBody?.content ?? {}).find(([type]) => /json|^\*/.test(type))?.[1].schema
}

function isObject(schema: Schema, schemas: Schemas): boolean {
  const whole = resolveSchema(schema, schemas)
  return typeOf(whole) === 'object' || whole.properties !== undefined || Object.keys(membersOf(whole, schemas).members).length > 0
}

/** The members of an object, those of `allOf` and of the first alternative included. */
export function membersOf(
  schema: Schema,
  schemas: Schemas,
  depth = 0,
): { readonly members: Readonly<Record<string, Schema>>; readonly required: ReadonlySet<string> } {
  if (depth > DEEPEST || typeof schema !== 'object' || schema === null) return { members: {}, required: new Set() }
  const whole = resolveSchema(schema, schemas)
  const all = Array.isArray(whole.allOf) ? (whole.allOf as readonly Schema[]) : []
  const alternatives = [whole.oneOf, whole.anyOf].flatMap((list) => (Array.isArray(list) ? (list as Schema[]).slice(0, 1) : []))
  const parts = [...alternatives, ...all].map((part) => membersOf(part, schemas, depth + 1))
  const own = Array.isArray(whole.required) ? (whole.required as readonly string[]) : []
  return {
    members: Object.assign({}, ...parts.map(({ members }) => members), whole.properties ?? {}),
    required: new Set([...parts.flatMap(({ required }) => [...required]), ...own]),
  }
}
