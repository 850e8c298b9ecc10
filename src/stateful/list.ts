import type { Schema } from '../spec/document/model.ts'
import { resolveSchema, typeOf } from '../spec/request/coerce.ts'
import { type ItemForm, membersOf, plainName, type Schemas } from './item-form.ts'

/** A part of a list, and what an answer says about the whole. */
export interface Page {
  readonly items: readonly unknown[]
  readonly total: number
  readonly limit: number | undefined
  readonly offset: number
  /** The number of the page, as the API counts. */
  readonly page: number | undefined
  readonly pages: number | undefined
  /** Names the place after the page; undefined at the end. */
  readonly next: string | undefined
}

/** One thing with its key. */
export interface Keyed {
  readonly key: string
  readonly value: unknown
}

/** Usual names of query parameters, without capitals and punctuation. */
const LIMIT = ['limit', 'pagesize', 'perpage', 'size', 'maxresults', 'max', 'count', 'take', 'top', 'first']
const OFFSET = ['offset', 'skip', 'start', 'startindex']
const PAGE = ['page', 'pagenumber', 'pageno', 'pageindex']
const CURSOR = ['cursor', 'pagetoken', 'after', 'startingafter', 'marker', 'nexttoken', 'continuation', 'continuationtoken']
const SORT = ['sort', 'sortby', 'orderby', 'ordering']
const DIRECTION = ['order', 'direction', 'sortorder', 'sortdir', 'sortdirection', 'dir']
const SEARCH = ['q', 'query', 'search', 'searchtext', 'keyword']

/**
 * The page of a list that a query asks for: parameters that are named like a member filter, the usual names sort and cut.
 * @param query typed values of the documented parameters
 * @param schemaOf the schema of a query parameter
 */
export function pageOf(
  all: readonly Keyed[],
  query: Readonly<Record<string, unknown>>,
  schemaOf: (name: string) => Schema,
  { members }: Pick<ItemForm, 'members'>,
): Page {
  const names = Object.keys(query)
  const nameOf = (known: readonly string[]) => names.find((name) => known.includes(plainName(name)))
  const numberOf = (known: readonly string[]) => {
    const name = nameOf(known)
    return name !== undefined && Number.isInteger(query[name]) && Number(query[name]) >= 0 ? Number(query[name]) : undefined
  }
  const found = all.filter(({ value }) => names.every((name) => matches(value, name, query[name], members)))
  const sorted = sortedBy(found, query[nameOf(SORT) ?? ''], query[nameOf(DIRECTION) ?? ''])

  const limit = numberOf(LIMIT)
  const pageName = nameOf(PAGE)
  const page = numberOf(PAGE)
  const first = pageName !== undefined && (schemaOf(pageName).minimum === 0 || schemaOf(pageName).default === 0) ? 0 : 1
  const cursor = query[nameOf(CURSOR) ?? '']
  const after = typeof cursor === 'string' && cursor !== '' ? sorted.findIndex(({ key }) => key === cursor) + 1 : 0
  const size = limit ?? (page === undefined ? undefined : 20)
  const offset = after + (numberOf(OFFSET) ?? (page === undefined || size === undefined ? 0 : Math.max(0, page - first) * size))
  const items = sorted.slice(offset, size === undefined ? undefined : offset + size)
  const more = offset + items.length < sorted.length
  return {
    items: items.map(({ value }) => value),
    total: sorted.length,
    limit: size,
    offset,
    page: page ?? (size === undefined || size === 0 ? undefined : first + Math.floor(offset / size)),
    pages: size === undefined || size === 0 ? undefined : Math.ceil(sorted.length / size),
    next: more ? items.at(-1)?.key : undefined,
  }
}

const isPaging = (name: string) => [...LIMIT, ...OFFSET, ...PAGE, ...CURSOR, ...SORT].includes(plainName(name))

/** Whether a thing matches one query parameter. Parameters that name no member do not filter. */
function matches(value: unknown, name: string, wanted: unknown, members: Readonly<Record<string, Schema>>): boolean {
  if (wanted === undefined || typeof value !== 'object' || value === null) return true
  const member = Object.keys(members).find((one) => one === name) ?? Object.keys(members).find((one) => plainName(one) === plainName(name))
  if (member === undefined) {
    if (!SEARCH.includes(plainName(name)) || typeof wanted !== 'string') return true
    return Object.values(value).some((text) => typeof text === 'string' && text.toLowerCase().includes(wanted.toLowerCase()))
  }
  if (isPaging(name)) return true
  const own: unknown = (value as Record<string, unknown>)[member]
  const has = [own].flat()
  return [wanted].flat().some((one) => has.some((each) => each === one || String(each) === String(one)))
}

/** `name`, `-name`, `name:desc`, `name desc`, `name,asc`. */
function sortedBy(items: readonly Keyed[], sort: unknown, direction: unknown): readonly Keyed[] {
  const text = Array.isArray(sort) ? String(sort[0] ?? '') : typeof sort === 'string' ? sort : ''
  const [, sign, name, word] = /^([-+]?)([\w.]+)(?:[:, ](asc|desc))?$/i.exec(text) ?? []
  if (name === undefined) return items
  const down = sign === '-' || /^desc/i.test(word ?? '') || (typeof direction === 'string' && /^desc/i.test(direction))
  const of = ({ value }: Keyed): unknown => (value as Record<string, unknown> | null)?.[name]
  const compared = (a: unknown, b: unknown): number => {
    if (a === b) return 0
    if (a === undefined || a === null) return 1
    if (b === undefined || b === null) return -1
    if (typeof a === 'number' && typeof b === 'number') return a - b
    return String(a) < String(b) ? -1 : 1
  }
  return [...items].sort((a, b) => (down ? -1 : 1) * compared(of(a), of(b)))
}

const TOTAL = ['total', 'totalcount', 'totalelements', 'totalitems', 'totalresults', 'totalrecords', 'totalsize', 'count']
const PAGES = ['totalpages', 'pages', 'pagecount', 'pagestotal', 'lastpage']
const MORE = ['hasmore', 'hasnext', 'hasnextpage', 'more', 'truncated', 'istruncated']
const NEXT = ['next', 'nextcursor', 'nextpagetoken', 'nextmarker', 'nexttoken', 'endcursor', 'cursor', 'continuationtoken']
const ABOUT = ['meta', 'metadata', 'pagination', 'paging', 'page', 'pageinfo', 'pagingmetadata']

/** The answer around a page: numbers and tokens that answers usually contain are set, all else stays as it is in the usual answer. */
export function aroundPage(usual: unknown, answer: Schema, place: string, page: Page, schemas: Schemas): unknown {
  if (place === '') return page.items
  const { members, required } = membersOf(answer, schemas)
  const before = typeof usual === 'object' && usual !== null ? (usual as Record<string, unknown>) : {}
  const whole: Record<string, unknown> = { ...before, [place]: page.items }
  tell(whole, members, required, page)
  for (const [name, member] of Object.entries(members)) {
    const inside = whole[name]
    if (name === place || !ABOUT.includes(plainName(name)) || typeof inside !== 'object' || inside === null || Array.isArray(inside))
      continue
    const own = membersOf(member, schemas)
    const copy = { ...(inside as Record<string, unknown>) }
    tell(copy, own.members, own.required, page)
    whole[name] = copy
  }
  return whole

  function tell(into: Record<string, unknown>, known: Readonly<Record<string, Schema>>, needed: ReadonlySet<string>, shown: Page): void {
    const totals = Object.keys(known).filter((name) => TOTAL.includes(plainName(name)))
    for (const [name, schema] of Object.entries(known)) {
      const type = typeOf(resolveSchema(schema, schemas))
      const word = plainName(name)
      if (type === 'integer' || type === 'number') {
        if (word === 'count' && totals.length > 1) into[name] = shown.items.length
        else if (totals.includes(name)) into[name] = shown.total
        else if (PAGES.includes(word)) into[name] = shown.pages ?? 1
        else if (PAGE.includes(word)) into[name] = shown.page ?? 1
        else if (OFFSET.includes(word)) into[name] = shown.offset
        else if (LIMIT.includes(word)) into[name] = shown.limit ?? shown.items.length
      } else if (type === 'boolean' && MORE.includes(word)) into[name] = shown.next !== undefined
      else if (type === 'string' && NEXT.includes(word)) {
        if (shown.next !== undefined) into[name] = shown.next
        else if (!needed.has(name)) delete into[name]
        else if ([resolveSchema(schema, schemas).type].flat().includes('null')) into[name] = null
      }
    }
  }
}
