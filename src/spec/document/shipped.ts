import type { Bundle, OperationDoc, ServerDoc, ServiceDocument } from './model.ts'
import { rememberIndex } from './operation-index.ts'

/**
 * The first line of a shipped bundle: what a start needs of every operation. All else is one JSON text a line, read when it is asked for; a
 * number is the number of such a line.
 */
interface Contents {
  readonly members: Readonly<Record<string, number>>
  readonly groups: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly services: Readonly<Record<string, ShippedService>>
  /** Each list of servers once. */
  readonly servers: readonly (readonly ServerDoc[])[]
  /** Length of each line, without its end. */
  readonly lengths: readonly number[]
}

interface ShippedService {
  /** Everything but the operations and the components. */
  readonly head: Readonly<Record<string, unknown>>
  readonly components: number | undefined
  /** Section, path, method, id, number of the list of servers, line. */
  readonly operations: readonly (readonly [section: Section, path: string, method: string, id: string, servers: number, line: number])[]
}

type Section = (typeof SECTIONS)[number]
const SECTIONS = ['paths', 'webhooks'] as const
/** Members of a bundle of which each entry is read on its own. */
const GROUPS = ['families', 'worlds'] as const

/** A bundle as the package ships it. Plain ASCII, because it is read several times faster than UTF-8. */
export function writeShipped(bundle: Bundle): string {
  const lines: string[] = []
  const add = (value: unknown) =>
    lines.push(JSON.stringify(value).replace(/[\u0080-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)) - 1
  const numbered = (all: object) => Object.fromEntries(Object.entries(all).map(([key, value]) => [key, add(value)]))
  const servers = new Map<string, number>()
  const { services, format: _format, ...others } = bundle
  const contents = {
    members: numbered(Object.fromEntries(Object.entries(others).filter(([name]) => !isGroup(name)))),
    groups: Object.fromEntries(GROUPS.map((name) => [name, numbered(bundle[name])])),
    services: Object.fromEntries(Object.entries(services).map(([name, document]) => [name, shippedService(document, add, servers)])),
    servers: [...servers.keys()].map((text) => JSON.parse(text) as unknown),
    lengths: lines.map(({ length }) => length),
  }
  add(contents)
  return [lines.pop(), ...lines, ''].join('\n')
}

const isGroup = (name: string) => (GROUPS as readonly string[]).includes(name)

function shippedService(document: ServiceDocument, add: (value: unknown) => number, servers: Map<string, number>): ShippedService {
  const { paths: _paths, webhooks: _webhooks, components, ...head } = document
  const operations = SECTIONS.flatMap((section) =>
    Object.entries(document[section] ?? {}).flatMap(([path, item]) =>
      Object.entries(item).map(([method, doc]) => {
        const text = JSON.stringify(doc.servers ?? document.servers ?? [])
        if (!servers.has(text)) servers.set(text, servers.size)
        return [section, path, method, doc.operationId, servers.get(text) as number, add(doc)] as const
      }),
    ),
  )
  return { head, components: components === undefined ? undefined : add(components), operations }
}

/** What is asked of a shipped text, such as a string. */
export interface ShippedText {
  indexOf(sign: string): number
  slice(from: number, to: number): string
}

/** The bundle in a text of `writeShipped`. Its parts are read when they are asked for. */
export function readShipped(text: ShippedText): Bundle {
  const end = text.indexOf('\n')
  const { members, groups, services, servers, lengths } = JSON.parse(text.slice(0, end)) as Contents
  const starts: number[] = []
  let at = end + 1
  for (const length of lengths) {
    starts.push(at)
    at += length + 1
  }
  const line = (number: number): unknown => {
    const start = starts[number] as number
    return JSON.parse(text.slice(start, start + (lengths[number] as number)))
  }
  const lazy = (lines: Readonly<Record<string, number>>) => {
    const made = {}
    for (const [key, number] of Object.entries(lines)) readLater(made, key, () => line(number))
    return made
  }
  const documents = Object.entries(services).map(([name, service]) => [name, documentOf(service, servers, line)])
  const bundle = Object.defineProperties(
    { format: 1, services: Object.fromEntries(documents) },
    Object.getOwnPropertyDescriptors(lazy(members)),
  )
  return Object.assign(bundle, Object.fromEntries(Object.entries(groups).map(([name, lines]) => [name, lazy(lines)]))) as unknown as Bundle
}

function documentOf(
  { head, components, operations }: ShippedService,
  servers: Contents['servers'],
  line: (number: number) => unknown,
): ServiceDocument {
  const document = { ...head } as unknown as ServiceDocument
  for (const section of SECTIONS) {
    const own = operations.filter(([where]) => where === section)
    if (own.length > 0) readLater(document, section, () => itemsOf(own, line))
  }
  if (components !== undefined) readLater(document, 'components', () => line(components))
  rememberIndex(
    document,
    operations.map(([section, path, method, operationId, list]) => ({
      ...{ section, path, method, operationId },
      servers: servers[list] as readonly ServerDoc[],
      doc: () => document[section]?.[path]?.[method] as OperationDoc,
    })),
  )
  return document
}

function itemsOf(operations: ShippedService['operations'], line: (number: number) => unknown): object {
  const items: Record<string, object> = {}
  for (const [, path, method, , , number] of operations) {
    items[path] ??= {}
    readLater(items[path], method, () => line(number))
  }
  return items
}

/** Adds a member that is read when it is asked for, once. Copies of its descriptor share what was read. */
function readLater(to: object, key: string, read: () => unknown): void {
  let value: unknown
  let pending: (() => unknown) | undefined = read
  Object.defineProperty(to, key, {
    enumerable: true,
    configurable: true,
    get() {
      if (pending) {
        value = pending()
        pending = undefined
      }
      return value
    },
  })
}
