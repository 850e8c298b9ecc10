import { ask, control } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { About } from '../../parts/thing.tsx'
import { Time } from '../../parts/time.tsx'
import { world } from '../../place.ts'
import { t } from './texts.ts'

type Fact = { readonly n: number; readonly at: string; readonly type: string }

/** Facts that name a thing, the newest first. */
export function FactsOf({ id }: { readonly id: string }) {
  const query = { world: world.value, about: id, limit: 500 }
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/facts', { params: { query } })), [id])
  const columns: readonly Column<Fact>[] = [
    { head: '#', width: '4.5rem', kind: 'number', cell: ({ n }) => n },
    { head: t('time'), width: '11rem', cell: ({ at }) => <Time at={at} /> },
    { head: t('fact'), width: '14rem', cell: ({ type }) => <code>{type}</code> },
    {
      head: t('what'),
      cell: ({ n: _n, at: _at, type: _type, ...about }) => <About about={about} />,
      title: ({ n: _n, at: _at, type: _type, ...about }) => JSON.stringify(about),
    },
  ]
  return (
    <Shown of={loaded}>
      {({ facts }) =>
        facts.length === 0 ? (
          <Empty title={t('facts.none')} />
        ) : (
          <Table label={t('facts')} rows={[...facts].reverse()} columns={columns} rowKey={({ n }) => n} height={20} />
        )
      }
    </Shown>
  )
}
