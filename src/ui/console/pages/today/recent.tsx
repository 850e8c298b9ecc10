import { type Fact, facts } from '../../live.ts'
import { Empty } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { About } from '../../parts/thing.tsx'
import { Time } from '../../parts/time.tsx'
import { t } from './texts.ts'

/** The last facts of the world, as they come. */
export function Recent() {
  const rows = facts.value.toReversed()
  const columns: readonly Column<Fact>[] = [
    { head: t('at'), width: '10.5rem', cell: ({ at }) => <Time at={at} /> },
    { head: t('fact'), width: '14rem', cell: ({ type }) => <code>{type}</code> },
    { head: t('about'), cell: (fact) => <About about={withoutHead(fact)} />, title: (fact) => JSON.stringify(fact) },
    { head: t('number'), width: '5.5rem', kind: 'number', cell: ({ n }) => n },
  ]
  return (
    <section class="card" aria-labelledby="recent">
      <header>
        <h2 id="recent">{t('recent')}</h2>
      </header>
      {rows.length === 0 ? (
        <Empty title={t('recent.none')}>{t('recent.none.hint')}</Empty>
      ) : (
        <Table label={t('recent')} rows={rows} columns={columns} rowKey={({ n }) => n} height={10} />
      )}
    </section>
  )
}

function withoutHead({ n: _n, at: _at, type: _type, ...about }: Fact): unknown {
  return about
}
