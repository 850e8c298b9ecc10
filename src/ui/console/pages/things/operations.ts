import { ask, control, Refused, type Schemas, send } from '../../api.ts'
import { world } from '../../place.ts'
import { language } from '../../texts/language.ts'
import { rowOf } from './kinds.ts'

/** What people do by hand below this path. */
const CONSOLE = '/_sandbox/console'

/** A JSON schema as the specs write it. */
export interface JsonSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly enum?: readonly unknown[]
  readonly items?: JsonSchema
  readonly default?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly description?: string
}

/** One operation that a form can be made of. */
export interface FormOperation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly title: { readonly zh: string; readonly en: string }
}

let listed: Promise<readonly FormOperation[]> | undefined
let document: Promise<{ readonly paths: unknown; readonly components?: unknown }> | undefined

/** The operations of the console API. Read once: they do not change while the sandbox runs. */
export function consoleOperations(): Promise<readonly FormOperation[]> {
  listed ??= ask(control.GET('/_sandbox/operations', { params: { query: { service: 'console' } } })).then(
    ({ operations }) => operations.map(formOf),
    (cause) => {
      listed = undefined
      throw cause
    },
  )
  return listed
}

function formOf({ id, method, path, summary }: Schemas['OperationSummary']): FormOperation {
  const [zh = summary, en = zh] = summary.split(' · ')
  return { id, method, path, title: { zh, en } }
}

export const titleOf = ({ title }: FormOperation): string => title[language.value]

/** What can be done with a thing, or what makes one where no id is given. */
export function operationsFor(all: readonly FormOperation[], kind: string, id: string | undefined): readonly FormOperation[] {
  const { paths, makes = [] } = rowOf(kind)
  const changing = all.filter(({ method }) => method !== 'GET')
  if (id === undefined) return changing.filter(({ path, method }) => method === 'POST' && makes.includes(path.slice(CONSOLE.length)))
  const own = changing.filter(({ path }) => paths.some((one) => path.startsWith(CONSOLE + one)))
  const payments = kind === 'orders' ? changing.filter((one) => one.id === 'PayOrders') : []
  return [...payments, ...own]
}

/** A path with the id of the thing in place of its parameter. */
const pathFor = ({ path }: FormOperation, id: string | undefined): string => path.replace(/\{\w+\}/, encodeURIComponent(id ?? ''))

/** The schema of an operation's body with its references resolved, and what the operation says about itself. */
export async function schemaOf({
  path,
  method,
}: FormOperation): Promise<{ readonly about: string; readonly schema: JsonSchema | undefined }> {
  document ??= ask(control.GET('/_sandbox/specs/{service}', { params: { path: { service: 'console' } } })) as unknown as typeof document
  const whole = await document?.catch((cause) => {
    document = undefined
    throw cause
  })
  const operation = at(whole, ['paths', path, method.toLowerCase()]) as { readonly description?: string } | undefined
  const schema = at(operation, ['requestBody', 'content', 'application/json', 'schema']) as JsonSchema | undefined
  return { about: operation?.description ?? '', schema: schema && resolved(schema, whole) }
}

function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce(
    (one: unknown, key) => (typeof one === 'object' && one !== null ? (one as Readonly<Record<string, unknown>>)[key] : undefined),
    value,
  )
}

function resolved(schema: JsonSchema, whole: unknown, depth = 0): JsonSchema {
  if (depth > 6) return schema
  const { $ref, ...own } = schema
  const base = $ref === undefined ? own : { ...(at(whole, $ref.replace('#/', '').split('/')) as JsonSchema), ...own }
  return {
    ...base,
    ...(base.items ? { items: resolved(base.items, whole, depth + 1) } : {}),
    ...(base.properties
      ? { properties: Object.fromEntries(Object.entries(base.properties).map(([name, one]) => [name, resolved(one, whole, depth + 1)])) }
      : {}),
  }
}

/** Sends what a form says to the console API, in the world of the page. */
export async function carryOut(
  operation: FormOperation,
  id: string | undefined,
  body: unknown,
): Promise<{ readonly facts?: readonly { readonly type: string }[] }> {
  const headers = { 'content-type': 'application/json', 'X-Sandbox-World': world.value }
  const asked = new Request(pathFor(operation, id), {
    method: operation.method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = await send(asked).catch(() => {
    throw new Refused(0)
  })
  const said = answer.status === 204 ? {} : await answer.json().catch(() => ({}))
  if (!answer.ok) throw new Refused(answer.status, said)
  return said
}

/** The same as a command, for those who want to repeat it. */
export function curlOf(operation: FormOperation, id: string | undefined, body: unknown): string {
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const place = `${location.origin}${pathFor(operation, id)}${world.value === 'default' ? '' : `?world=${world.value}`}`
  const sent = body === undefined ? '' : ` -H 'Content-Type: application/json' -d ${quoted(JSON.stringify(body))}`
  return `curl -s -X ${operation.method} ${quoted(place)}${sent}`
}
