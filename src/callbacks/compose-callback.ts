import type { MediaDoc, OperationDoc, ParameterDoc, Schema } from '../spec/document/model.ts'
import { resolveSchema } from '../spec/request/coerce.ts'
import { isObject } from '../spec/schema/keyword-values.ts'
import { hash32, seededNumbers } from '../world/engine/chance.ts'
import type { World } from '../world/world-api.ts'

type Members = Readonly<Record<string, unknown>>

/** What is sent, without its address. */
export interface Composed {
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body?: string
}

/** Where the values of a call come from. */
export interface ComposeSource {
  readonly world: World
  /** The name of the call: generated values depend on it. */
  readonly name: string
  readonly schemas: Readonly<Record<string, Schema>>
  /** Members that a generated body takes over where it has them too: those of the answer and of the request that caused the call. */
  readonly known: Members
  readonly body?: unknown
  readonly set?: Members
}

/** Writes a call as its document describes it: the example, else generated values, and what was set by hand. */
export async function composeCallback(doc: OperationDoc, source: ComposeSource): Promise<Composed> {
  const { sample } = await import('../spec/schema/sample.ts')
  const { world, name, schemas } = source
  const generate = (schema: Schema, part: string): unknown =>
    sample(schema, schemas, {
      seedAt: (pointer) => hash32(world.seed, name, part, pointer),
      numbersFrom: seededNumbers,
      now: world.clock.now(),
      language: 'en',
    })
  const inPlace = (place: ParameterDoc['in']) =>
    Object.fromEntries(
      (doc.parameters ?? [])
        .filter((one) => one.in === place && (one.required || one.example !== undefined))
        .map((one) => [
          one.name,
          textOf(one.example ?? exampleIn(one) ?? one.schema.default ?? generate(one.schema, `${place} ${one.name}`)),
        ]),
    )
  const [type, media] = mediaOf(doc)
  const headers = { ...inPlace('header'), ...(type === undefined ? {} : { 'Content-Type': type }) }
  const query = inPlace('query')
  if (type === undefined || media === undefined)
    return source.body === undefined ? { headers, query } : { headers, query, body: textOf(source.body) }
  const written = source.body ?? exampleIn(media)
  const value = written ?? takeOver(generate(media.schema ?? {}, 'body'), media.schema ?? {}, source)
  const whole = source.set && isObject(value) ? { ...value, ...source.set } : value
  return { headers, query, body: type.includes('json') ? JSON.stringify(whole ?? null) : textOf(whole) }
}

/** The body's media type: JSON if there is one, else the first. */
function mediaOf({ requestBody }: OperationDoc): readonly [type?: string, media?: MediaDoc] {
  const all = Object.entries(requestBody?.content ?? {})
  const [type, media] = all.find(([one]) => one.includes('json')) ?? all[0] ?? []
  if (type === undefined || media === undefined) return []
  return [type.includes('*') ? 'application/json' : type, media]
}

function exampleIn({ example, examples }: Pick<MediaDoc, 'example' | 'examples'>): unknown {
  return example ?? Object.values(examples ?? {}).find(({ value }) => value !== undefined)?.value
}

/** A generated body that speaks of the same things as the call that caused it. That members of the same name mean the same is a guess. */
function takeOver(value: unknown, schema: Schema, { known, schemas }: ComposeSource): unknown {
  if (!isObject(value)) return value
  const { properties = {} } = resolveSchema(schema, schemas)
  const same = Object.entries(known).filter(
    ([name, own]) =>
      Object.hasOwn(value, name) && Object.hasOwn(properties, name) && typeof own === typeof value[name] && typeof own !== 'object',
  )
  return { ...value, ...Object.fromEntries(same) }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
