import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { href } from '../../place.ts'
import { Actions } from './actions.tsx'
import { kindName } from './kind-names.ts'
import { memberOf, placeOf, rowOf, thingHref } from './kinds.ts'
import { type Entity, type Filter, PAGE, readCollections, readNames, readPage } from './reading.ts'
import { t } from './texts.ts'
import { Cell, type Names } from './value.tsx'

const NO_NAMES: Names = { accounts: new Map(), products: new Map() }

/** A collection, the newest first, page by page. The filters are part of the address. */
export function ListOf({ kind }: { readonly kind: string }) {
  const { query, route } = useLocation()
  const { status = '', type = '', account = '', text = '' } = query
  const from = Math.max(0, Number(query['from']) || 0)
  const filter: Filter = { status, type, account, text, from }
  const filtered = status !== '' || type !== '' || account !== '' || text !== ''
  const place = placeOf(kind)
  const page = useLoaded(() => readPage(kind, filter), [kind, status, type, account, text, from], { keep: true })
  const names = useLoaded(readNames, [], { live: false })
  const go = (change: Partial<Filter>) => {
    const { from: start, ...rest } = { ...filter, from: 0, ...change }
    route(href(place, { ...rest, from: start === 0 ? undefined : start }), true)
  }
  return (
    <>
      <div class="page-head">
        <h1>{kindName(kind)}</h1>
        {page.data && <span class="muted num">{t('total', { total: page.data.total })}</span>}
        <div class="actions buttons">
          <Actions kind={kind} onDone={page.reload} />
        </div>
      </div>
      <Filters kind={kind} filter={filter} go={go} />
      <Shown of={page}>
        {({ entities, total }) =>
          entities.length === 0 ? (
            filtered ? (
              <Empty title={t('no-match')}>
                <p>{t('no-match.hint')}</p>
                <button type="button" onClick={() => go({ status: '', type: '', account: '', text: '' })}>
                  {t('reset')}
                </button>
              </Empty>
            ) : (
              <Empty title={t('none')}>{kind === 'orders' ? t('none.orders') : t('none.hint')}</Empty>
            )
          ) : (
            <>
              <Table
                label={kindName(kind)}
                rows={entities as readonly Entity[]}
                columns={columnsOf(kind, entities as readonly Entity[], names.data ?? NO_NAMES)}
                rowKey={({ id }) => id}
                link={({ id }) => thingHref(kind, id)}
                height={20}
              />
              <Pager from={from} count={entities.length} total={total} go={(start) => go({ from: start })} />
            </>
          )
        }
      </Shown>
    </>
  )
}

function columnsOf(kind: string, entities: readonly Entity[], names: Names): readonly Column<Entity>[] {
  const { columns } = rowOf(kind)
  // A column that no row fills says nothing.
  const filled = columns.filter(({ member }) => entities.some((entity) => memberOf(entity, member) !== undefined))
  return [
    { head: t('id'), width: '12.5rem', cell: ({ id }) => <code>{id}</code>, title: ({ id }) => id },
    ...filled.map(({ member, head, width, as }): Column<Entity> => {
      const value = (entity: Entity) => memberOf(entity, member)
      return {
        head: t(head as 'id'),
        ...(width === undefined ? {} : { width }),
        ...(as === 'money' || as === 'number' ? { kind: 'number' } : {}),
        cell: (entity) => <Cell value={value(entity)} as={as} names={names} />,
        ...(as === undefined || as === 'account' || as === 'product' ? { title: (entity) => String(value(entity) ?? '') } : {}),
      }
    }),
  ]
}

interface FiltersProps {
  readonly kind: string
  readonly filter: Filter
  readonly go: (change: Partial<Filter>) => void
}

function Filters({ kind, filter, go }: FiltersProps) {
  const collections = useLoaded(readCollections)
  const states = Object.entries(collections.data?.collections.find((one) => one.kind === kind)?.states ?? {})
  const { types = [] } = rowOf(kind)
  const owned = rowOf(kind).columns.some(({ as }) => as === 'account')
  return (
    <div class="filters">
      {states.length > 0 && (
        <select aria-label={t('state')} value={filter.status} onChange={(event) => go({ status: event.currentTarget.value })}>
          <option value="">{t('all-states')}</option>
          {states.map(([state, count]) => (
            <option key={state} value={state}>
              {state} ({count})
            </option>
          ))}
        </select>
      )}
      {types.length > 0 && (
        <select aria-label={t('type')} value={filter.type} onChange={(event) => go({ type: event.currentTarget.value })}>
          <option value="">{t('all-types')}</option>
          {types.map((type) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </select>
      )}
      {owned && (
        <Typed label={t('filter.account')} hint={t('filter.account.hint')} value={filter.account} write={(account) => go({ account })} />
      )}
      <Typed label={t('filter.text')} hint={t('filter.text')} value={filter.text} write={(text) => go({ text })} search />
    </div>
  )
}

interface TypedProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly write: (text: string) => void
  readonly search?: boolean
}

/** A field whose text counts a moment after the last key: each search reads the whole collection. */
function Typed({ label, hint, value, write, search = false }: TypedProps) {
  const [text, type] = useState(value)
  useEffect(() => type(value), [value])
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => write(text.trim()), 250)
    return () => clearTimeout(timer)
  }, [text])
  const same = {
    'aria-label': label,
    placeholder: hint,
    value: text,
    onInput: (event: { readonly currentTarget: HTMLInputElement }) => type(event.currentTarget.value),
  }
  return search ? <input type="search" {...same} /> : <input type="text" {...same} />
}

interface PagerProps {
  readonly from: number
  readonly count: number
  readonly total: number
  readonly go: (from: number) => void
}

function Pager({ from, count, total, go }: PagerProps) {
  if (total <= PAGE) return null
  return (
    <nav class="pager" aria-label={t('range', { from: from + 1, to: from + count, total })}>
      <button type="button" disabled={from === 0} onClick={() => go(Math.max(0, from - PAGE))}>
        ‹ {t('newer')}
      </button>
      <span class="num muted">{t('range', { from: from + 1, to: from + count, total })}</span>
      <button type="button" disabled={from + count >= total} onClick={() => go(from + PAGE)}>
        {t('older')} ›
      </button>
    </nav>
  )
}
