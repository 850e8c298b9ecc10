import { ask, control, type Schemas } from '../../api.ts'
import { world } from '../../place.ts'
import type { Names } from './value.tsx'

/** Any thing of a world, as configurations write it. */
export type Entity = Schemas['Entity'] & Readonly<Record<string, unknown>>

/** Where a thing stands in its transition table, and how it came there. */
export type LifecycleData = Schemas['Lifecycle']

/** Things on one page of a list. */
export const PAGE = 100

/** What the filters of a list say. */
export interface Filter {
  readonly status: string
  readonly type: string
  readonly account: string
  readonly text: string
  readonly from: number
}

/** One page of a collection, the newest first. */
export function readPage(kind: string, { status, type, account, text, from }: Filter) {
  const said = Object.fromEntries(Object.entries({ status, type, account, text }).filter(([, value]) => value !== ''))
  const query = { ...said, newest: true, offset: from, limit: PAGE }
  return ask(control.GET('/_sandbox/worlds/{world}/entities/{kind}', { params: { path: { world: world.value, kind }, query } }))
}

export function readCollections() {
  return ask(control.GET('/_sandbox/worlds/{world}/entities', { params: { path: { world: world.value } } }))
}

export function readLifecycle(kind: string, id: string) {
  const path = { world: world.value, kind, id }
  return ask(control.GET('/_sandbox/worlds/{world}/entities/{kind}/{id}/lifecycle', { params: { path } }))
}

export function readThing(kind: string, id: string) {
  const path = { world: world.value, kind, id }
  return ask(control.GET('/_sandbox/worlds/{world}/entities/{kind}/{id}', { params: { path } }))
}

export function readRelated(kind: string, id: string) {
  const path = { world: world.value, kind, id }
  return ask(control.GET('/_sandbox/worlds/{world}/entities/{kind}/{id}/related', { params: { path } }))
}

/** Accounts and products by name. At most a thousand of each: beyond that, ids are shown. */
export async function readNames(): Promise<Names> {
  const read = async (kind: string, nameOf: (entity: Entity) => unknown) => {
    const path = { world: world.value, kind }
    const query = { limit: 1000 }
    const { entities } = await ask(control.GET('/_sandbox/worlds/{world}/entities/{kind}', { params: { path, query } }))
    return new Map((entities as readonly Entity[]).map((entity) => [entity.id, String(nameOf(entity) ?? entity.id)]))
  }
  const [accounts, products] = await Promise.all([
    read('accounts', ({ name }) => name),
    read('products', ({ name, specDesc }) => [name, specDesc].filter(Boolean).join(' · ')),
  ])
  return { accounts, products }
}
