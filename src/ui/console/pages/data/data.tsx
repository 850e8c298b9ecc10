import { useLoaded } from '../../loaded.ts'
import { useParts } from '../../parts/parts-of-path.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { href } from '../../place.ts'
import { kindName } from '../things/kind-names.ts'
import { placeOf } from '../things/kinds.ts'
import { readCollections } from '../things/reading.ts'
import { t } from '../things/texts.ts'
import { Things } from '../things/things.tsx'

/** All collections of the world; below it, each of those that have no page of their own. */
export default function Data() {
  const [kind = '', ...rest] = useParts()
  return kind === '' ? <Collections /> : <Things kind={kind} parts={rest} />
}

type Collection = { readonly kind: string; readonly count: number; readonly states: Readonly<Record<string, number>> }

function Collections() {
  const loaded = useLoaded(readCollections)
  const columns: readonly Column<Collection>[] = [
    { head: t('collection'), width: '14rem', cell: ({ kind }) => kindName(kind), title: ({ kind }) => kind },
    { head: t('count'), width: '6rem', kind: 'number', cell: ({ count }) => count },
    {
      head: t('states'),
      cell: ({ states }) => (
        <span class="values">
          {Object.entries(states)
            .filter(([, count]) => count > 0)
            .map(([state, count]) => (
              <span key={state}>
                <State name={state} /> <span class="num">{count}</span>
              </span>
            ))}
        </span>
      ),
    },
  ]
  return (
    <>
      <div class="page-head">
        <h1>{t('data')}</h1>
        <p class="muted">{t('data.about')}</p>
      </div>
      <Shown of={loaded}>
        {({ collections }) =>
          collections.length === 0 ? (
            <Empty title={t('none')} />
          ) : (
            <Table
              label={t('data')}
              rows={[...collections].sort((a, b) => Number(b.count > 0) - Number(a.count > 0))}
              columns={columns}
              rowKey={({ kind }) => kind}
              link={({ kind }) => href(placeOf(kind))}
              height={24}
            />
          )
        }
      </Shown>
    </>
  )
}
