import type { Bundle, OperationDoc } from '../spec/document/model.ts'
import { escapeKey } from '../spec/json-pointer.ts'

/** One statement of the specs that no source confirms. */
export interface UnknownStatement {
  readonly what: 'operation' | 'schema' | 'error' | 'member' | 'setting' | 'transition' | 'delivery'
  /** `bss.PayOrders`, `bss#OrderInfo`, `bss!cbc/CBC.0100`, `bss.rate`, `orders.pay from pending`, `poll`. */
  readonly name: string
  /** JSON pointer inside that element; empty for the element itself. */
  readonly pointer: string
  /** What the specs state nevertheless. */
  readonly about?: string
  /** File and line. */
  readonly place?: string
  /** What depends on it: operations with the part concerned, such as `bss.PayOrders answer /data`, and deliveries. */
  readonly dependents: readonly string[]
}

type Node = Readonly<Record<string, unknown>>

/** Every statement with the evidence `unknown`, in the order of the specs, with its dependents. */
export function listUnknown(bundle: Bundle): UnknownStatement[] {
  const uses = usesOf(bundle)
  const found: UnknownStatement[] = []
  for (const { what, name, thing, place } of thingsOf(bundle)) {
    for (const { node, pointer } of nodesOf(thing, '')) {
      if (node['x-evidence'] !== 'unknown') continue
      const dependents = new Set(what === 'operation' ? [[name, partOf(node, pointer)].join(' ').trim()] : (uses.nodes.get(node) ?? []))
      if (what === 'error') for (const ref of uses.errors.get(name) ?? []) dependents.add(ref)
      // Every operation behind the gateway can answer with the gateway's errors.
      if (name.startsWith('gateway!')) for (const ref of uses.behindGateway) dependents.add(ref)
      if (what === 'member') for (const ref of uses.families.get(name.slice(0, name.indexOf('/'))) ?? []) dependents.add(ref)
      if (what === 'setting') for (const ref of dependentsOfSetting(bundle, name, uses)) dependents.add(ref)
      if (what === 'delivery') for (const ref of deliveriesOf(bundle, name)) dependents.add(ref)
      if (what !== 'setting') for (const setting of settingsIn(bundle, node)) dependents.add(setting)
      const about = aboutOf(node)
      found.push({
        what,
        name,
        pointer,
        ...(about === undefined ? {} : { about }),
        ...(place === undefined ? {} : { place }),
        dependents: [...dependents],
      })
    }
  }
  return found
}

/** The part of an operation as people name it: `query limit`, `CBC.0100`. */
function partOf({ in: where, name, code }: Node, pointer: string): string {
  if (typeof where === 'string') return `${where} ${name}`
  return typeof code === 'string' ? code : pointer
}

function aboutOf({ about, description, meaning, code, summary }: Node): string | undefined {
  const text = about ?? description ?? meaning ?? (typeof code === 'string' ? `Whether it answers ${code}` : summary)
  return typeof text === 'string' ? text : undefined
}

function* operationsOf(bundle: Bundle): Generator<readonly [string, string, OperationDoc]> {
  for (const [service, { paths, webhooks }] of Object.entries(bundle.services))
    for (const item of [...Object.values(paths ?? {}), ...Object.values(webhooks ?? {})])
      for (const doc of Object.values(item)) yield [service, `${service}.${doc.operationId}`, doc]
}

interface Thing extends Pick<UnknownStatement, 'what' | 'name'> {
  readonly thing: unknown
  readonly place?: string | undefined
}

function* thingsOf(bundle: Bundle): Generator<Thing> {
  const { places } = bundle
  for (const [, name, { responses, ...doc }] of operationsOf(bundle)) {
    // The loader adds error answers to the operations; these statements are listed with the errors.
    const answers = Object.fromEntries(Object.entries(responses).filter(([status]) => /^[23]/.test(status)))
    yield { what: 'operation', name, thing: { ...doc, responses: answers }, place: places[name] }
  }
  for (const [service, { components }] of Object.entries(bundle.services)) {
    for (const [schema, thing] of Object.entries(components?.schemas ?? {})) {
      const name = `${service}#${schema}`
      // A schema without a place is the envelope of an error family, whose members follow below.
      if (places[name] === undefined) continue
      yield { what: 'schema', name, thing, place: places[name] }
    }
  }
  for (const [service, all] of Object.entries(bundle.families)) {
    for (const [family, { errors, members }] of Object.entries(all)) {
      for (const [member, thing] of Object.entries(members ?? {}))
        yield { what: 'member', name: `${service}!${family}/${member}`, thing, place: places[`${service}!${family}`] }
      for (const [key, thing] of Object.entries(errors)) {
        const name = `${service}!${family}/${key}`
        yield { what: 'error', name, thing, place: places[name] }
      }
    }
  }
  for (const [name, thing] of Object.entries(bundle.settings)) yield { what: 'setting', name, thing, place: places[name] }
  for (const [kind, rows] of Object.entries(bundle.machines))
    for (const row of rows)
      yield { what: 'transition', name: `${kind}.${row.event} from ${row.from}`, thing: row, place: 'specs/transitions.yaml' }
  for (const [name, thing] of Object.entries(deliveryDocs(bundle).timetables ?? {}))
    yield { what: 'delivery', name, thing, place: 'specs/production/deliveries.yaml' }
}

/** The parts of `specs/production/deliveries.yaml` that are read here. */
interface DeliveryDocs {
  readonly timetables?: Readonly<Record<string, Node>>
  readonly deliveries?: readonly Node[]
}
const deliveryDocs = (bundle: Bundle): DeliveryDocs => (bundle.deliveries ?? {}) as DeliveryDocs

/** The calls to sellers that one timetable plans, each with its fact. */
function deliveriesOf(bundle: Bundle, timetable: string): string[] {
  return (deliveryDocs(bundle).deliveries ?? []).flatMap((row) => {
    const v1 = row['v1-timetable'] === timetable && row.v1 ? [`${row.v1} on ${row.on}`] : []
    return [...(row.timetable === timetable || row['online-timetable'] === timetable ? [`${row.call} on ${row.on}`] : []), ...v1]
  })
}

/** Timetables, errors and operations whose texts in the specs name a setting. */
function dependentsOfSetting(bundle: Bundle, name: string, { errors, texts }: ReturnType<typeof usesOf>): string[] {
  const [service = '', short = ''] = name.split('.')
  const whole = new RegExp(`(?<![\\w.-])${name.replaceAll('.', '\\.')}(?![\\w-])`)
  // A single word such as "holidays" could occur in any text; a name of several words could not.
  const bare = /[A-Z_]/.test(short) ? new RegExp(`(?<![\\w.-])${short}(?![\\w-])`) : undefined
  return texts.flatMap(({ what, name: other, text }) => {
    const own = other.startsWith(service) && /^[.#!]/.test(other.slice(service.length))
    if (what === 'setting' || !(whole.test(text) || (own && bare?.test(text)))) return []
    if (what === 'delivery') return deliveriesOf(bundle, other)
    return what === 'error' ? (errors.get(other) ?? [other]) : [other]
  })
}

/** The settings that a statement names, such as `@production.pollInterval` in a timetable. */
function settingsIn(bundle: Bundle, node: Node): string[] {
  const words = new Set(textsOf(node).flatMap((text) => text.match(/[\w-]+\.\w+/g) ?? []))
  return Object.keys(bundle.settings).filter((name) => words.has(name))
}

function textsOf(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  return node && typeof node === 'object' ? Object.values(node).flatMap(textsOf) : []
}

function* nodesOf(node: unknown, pointer: string): Generator<{ readonly node: Node; readonly pointer: string }> {
  if (!node || typeof node !== 'object') return
  yield { node: node as Node, pointer }
  for (const [key, child] of Object.entries(node)) if (key !== 'examples') yield* nodesOf(child, `${pointer}/${escapeKey(key)}`)
}

/** Which operations reach a schema node, which answer an error, and the texts of all elements. */
function usesOf(bundle: Bundle) {
  const nodes = new Map<object, string[]>()
  const errors = new Map<string, string[]>()
  const families = new Map<string, string[]>()
  const add = <K>(to: Map<K, string[]>, key: K, text: string) => to.set(key, [...(to.get(key) ?? []), text])
  const behindGateway: string[] = []
  for (const [service, ref, doc] of operationsOf(bundle)) {
    if (bundle.services[service]?.['x-origin'] === undefined && bundle.families[service] && !doc['x-path']) behindGateway.push(ref)
    const schemas = bundle.services[service]?.components?.schemas ?? {}
    const reach = (node: unknown, path: string, above: readonly unknown[]): void => {
      if (!node || typeof node !== 'object' || above.includes(node)) return
      const schema = node as Node
      if (schema['x-evidence'] === 'unknown') add(nodes, schema, `${ref} ${path}`)
      const within = [...above, node]
      if (typeof schema.$ref === 'string') reach(schemas[schema.$ref.split('/').at(-1) ?? ''], path, within)
      for (const [name, child] of Object.entries(schema.properties ?? {})) reach(child, `${path}/${name}`, within)
      reach(schema.items, `${path}[]`, within)
      for (const key of ['allOf', 'anyOf', 'oneOf']) for (const part of (schema[key] ?? []) as unknown[]) reach(part, path, within)
    }
    for (const { schema } of Object.values(doc.requestBody?.content ?? {})) reach(schema, 'body', [])
    for (const [status, { content }] of Object.entries(doc.responses))
      if (/^[23]/.test(status)) for (const { schema } of Object.values(content ?? {})) reach(schema, 'answer', [])
    const family = `${service}!${doc['x-error-family']}`
    if (doc['x-errors'].length > 0) add(families, family, ref)
    for (const { code } of doc['x-errors']) add(errors, `${family}/${code}`, ref)
  }
  const texts = [...thingsOf(bundle)].map(({ what, name, thing }) => ({ what, name, text: textsOf(thing).join('\n') }))
  return { nodes, errors, families, behindGateway, texts }
}
