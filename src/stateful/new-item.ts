import type { Schema } from '../spec/document/model.ts'
import { resolveSchema, typeOf } from '../spec/request/coerce.ts'
import type { World } from '../world/world-api.ts'
import type { ItemForm, Schemas } from './item-form.ts'
import type { StatefulCall } from './stateful-api.ts'

/** Members that the service sets: when a thing was created, when it was changed. */
const CREATED = /^(date)?_?(created|inserted|added|registered)/i
const CHANGED = /^(date)?_?(updated|modified|changed|last_?(updated|modified|changed))/i

/**
 * A new thing: what the client sent, and what the service adds – members that it alone sets (`readOnly`), required ones, defaults.
 * @param shown one thing as the usual answer shows it
 */
export async function newItem(
  { world, generate }: Pick<StatefulCall, 'world' | 'generate'>,
  sent: Readonly<Record<string, unknown>>,
  form: ItemForm,
  shown: Readonly<Record<string, unknown>>,
  salt: string,
  schemas: Schemas,
): Promise<Record<string, unknown>> {
  const item: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(form.members)) {
    const schema = resolveSchema(member, schemas)
    if (Object.hasOwn(sent, name) && schema.readOnly !== true) item[name] = sent[name]
    else if (name === form.key) continue
    else if (CREATED.test(name) || CHANGED.test(name)) {
      const now = timeFor(world, schema)
      if (now !== undefined) item[name] = now
    } else if (schema.default !== undefined) item[name] = schema.default
    else if (form.required.has(name) || schema.readOnly === true)
      item[name] = Object.hasOwn(shown, name) ? shown[name] : await generate(member, `${salt}/${name}`)
  }
  for (const [name, value] of Object.entries(sent)) if (!Object.hasOwn(form.members, name)) item[name] = value
  return item
}

/** Sets the members that say when a thing was last changed. */
export function markChanged(
  world: World,
  item: Readonly<Record<string, unknown>>,
  { members }: ItemForm,
  schemas: Schemas,
): Record<string, unknown> {
  const now = Object.keys(members)
    .filter((name) => CHANGED.test(name))
    .map((name) => [name, timeFor(world, resolveSchema(members[name] as Schema, schemas))])
  return { ...item, ...Object.fromEntries(now.filter(([, at]) => at !== undefined)) }
}

/** The world's time in the form of a member: a date and time, a date, seconds. */
function timeFor({ clock }: World, schema: Schema): string | number | undefined {
  if (schema.format === 'date-time') return clock.iso()
  if (schema.format === 'date') return clock.iso().slice(0, 10)
  return typeOf(schema) === 'integer' ? Math.floor(clock.now() / 1000) : undefined
}

/** The key of a new thing: a number of its own, else a value of the key's schema. */
export async function newKey(
  { world, generate }: Pick<StatefulCall, 'world' | 'generate'>,
  collection: string,
  schema: Schema,
  taken: (key: string) => boolean,
): Promise<string | number> {
  for (let tries = 0; ; tries++) {
    const number = world.ids.next(`items ${collection}`)
    const made = typeOf(schema) === 'integer' || typeOf(schema) === 'number' ? number : await generate(schema, `${collection} ${number}`)
    // A schema that allows few values cannot give a new one each time.
    const key = tries < 20 && (typeof made === 'string' || typeof made === 'number') && made !== '' ? made : String(number)
    if (!taken(String(key))) return key
  }
}
