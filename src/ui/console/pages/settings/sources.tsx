import { useLocation } from 'preact-iso/router'
import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { href } from '../../place.ts'
import { Evidence } from './evidence.tsx'
import { t } from './texts.ts'

type Source = Schemas['Source']
type Place = Schemas['SourceThread']['places'][number]

/** Every source of the specs. */
export function SourceList() {
  const { query, route } = useLocation()
  const { text = '' } = query
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/evidence')), [], { live: false })
  const columns: readonly Column<Source>[] = [
    { head: t('id'), width: '15rem', cell: ({ id }) => <code>{id}</code>, title: ({ id }) => id },
    { head: t('kind'), width: '7rem', cell: ({ kind }) => kind },
    { head: t('statement'), cell: textOf, title: textOf },
    { head: t('cited'), width: '5rem', kind: 'number', cell: ({ cited }) => cited },
  ]
  return (
    <>
      <div class="filters">
        <input
          type="search"
          placeholder={t('sources.search')}
          aria-label={t('sources.search')}
          value={text}
          onInput={(event) => route(href('/settings/sources', { text: event.currentTarget.value }), true)}
        />
      </div>
      <Shown of={loaded}>
        {({ sources }) => {
          const shown = sources.filter((one) => `${one.id} ${textOf(one)}`.toLowerCase().includes(text.toLowerCase()))
          if (shown.length === 0) return <Empty title={t('sources.none')}>{t('sources.none.hint')}</Empty>
          return (
            <Table
              label={t('sources')}
              rows={shown}
              columns={columns}
              rowKey={({ id }) => id}
              link={({ id }) => href(`/settings/sources/${id}`)}
            />
          )
        }}
      </Shown>
    </>
  )
}

const textOf = ({ statement, title }: Source): string => statement ?? title ?? ''

/** One source, and every place of the specs that cites it. */
export function OneSource({ id }: { readonly id: string }) {
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/evidence/{id}', { params: { path: { id } } })), [id], { live: false })
  const columns: readonly Column<Place>[] = [
    { head: t('what'), width: '8rem', cell: ({ what }) => what },
    {
      head: t('name'),
      cell: ({ name, pointer }) => <code>{`${name} ${pointer}`}</code>,
      title: ({ name, pointer }) => `${name} ${pointer}`,
    },
    { head: t('evidence'), width: '9rem', cell: ({ evidence }) => evidence !== undefined && <Evidence level={evidence} /> },
    { head: t('place'), cell: ({ place }) => <code>{place}</code>, title: ({ place = '' }) => place },
  ]
  return (
    <Shown of={loaded}>
      {(source) => (
        <>
          <p>
            <a href={href('/settings/sources')}>← {t('back')}</a>
          </p>
          <section class="card" aria-labelledby="source">
            <header>
              <h2 id="source">
                <code>{source.id}</code>
              </h2>
              <span class="state">{source.kind}</span>
            </header>
            <div class="card-body form">
              <p>{source.statement ?? source.title}</p>
              <dl class="pairs">
                {source.address !== undefined && (
                  <>
                    <dt>{t('address')}</dt>
                    <dd>
                      <code>{source.address}</code>
                    </dd>
                  </>
                )}
                {source.date !== undefined && (
                  <>
                    <dt>{t('date')}</dt>
                    <dd class="num">{source.date}</dd>
                  </>
                )}
                {source.document !== undefined && (
                  <>
                    <dt>{t('document')}</dt>
                    <dd>
                      <code>{source.document}</code>
                    </dd>
                  </>
                )}
              </dl>
            </div>
          </section>
          <h2>{t('places')}</h2>
          <Table
            label={t('places')}
            rows={source.places}
            columns={columns}
            rowKey={({ what, name, pointer, place }) => `${what} ${name} ${pointer} ${place}`}
          />
        </>
      )}
    </Shown>
  )
}
