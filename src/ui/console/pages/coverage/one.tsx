import type { Schemas } from '../../api.ts'
import { Shown } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { href } from '../../place.ts'
import { useCoverage } from './load.ts'
import { Share } from './share.tsx'
import { StartCounting } from './start-counting.tsx'
import { t } from './texts.ts'

type Item = NonNullable<Schemas['CoverageShown']['items']>[number]

const TONES = { exercised: 'good', forced: 'waiting', never: 'over' } as const
const RANKS = ['never', 'forced', 'exercised']

/** Everything of one operation, call or kind; what was never exercised comes first. */
export function OneOwner({ name }: { readonly name: string }) {
  const loaded = useCoverage({ of: name })
  const columns: readonly Column<Item>[] = [
    { head: t('kind'), width: '8rem', cell: ({ kind }) => t(kind) },
    { head: t('item'), cell: (one) => <code>{one.name}</code>, title: (one) => one.name },
    { head: t('state'), width: '8rem', cell: ({ state }) => <span class={`state ${TONES[state]}`}>{t(`state.${state}`)}</span> },
    { head: t('times'), width: '6rem', kind: 'number', cell: ({ natural }) => natural },
    { head: t('forced'), width: '6rem', kind: 'number', cell: ({ forced }) => forced },
  ]
  return (
    <>
      <nav class="crumbs">
        <a href={href('/coverage')}>{t('title')}</a>
      </nav>
      <div class="page-head">
        <h1>
          <code class="breakable">{name}</code>
        </h1>
        {loaded.data?.owners[0] && <Share of={loaded.data.owners[0]} />}
        {loaded.data?.owners[0]?.direction === 'in' && name.includes('.') && (
          <div class="actions">
            <a href={href('/faults/errors', { operation: name })}>{t('errors.of')}</a>
          </div>
        )}
      </div>
      <Shown of={loaded}>
        {({ counting, items = [] }) =>
          counting ? (
            <Table
              label={name}
              rows={items.toSorted((a, b) => RANKS.indexOf(a.state) - RANKS.indexOf(b.state))}
              columns={columns}
              rowKey={(one) => `${one.kind} ${one.name}`}
              height={20}
            />
          ) : (
            <StartCounting onStart={loaded.reload} />
          )
        }
      </Shown>
    </>
  )
}
