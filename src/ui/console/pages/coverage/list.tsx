import type { Schemas } from '../../api.ts'
import { Filters, useFilters } from '../../parts/filters.tsx'
import { Empty, Shown } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { href } from '../../place.ts'
import { useCoverage } from './load.ts'
import { Share } from './share.tsx'
import { StartCounting } from './start-counting.tsx'
import { t } from './texts.ts'

type Owner = Schemas['CoverageShown']['owners'][number]

/** What is counted in each direction, in the order of the columns. */
const KINDS = {
  in: ['parameters', 'statuses', 'errors'],
  out: ['scenes', 'results', 'outcomes'],
  world: [],
} as const
const SHOWN = ['all', 'gaps', 'never'] as const
const PATHS = { in: '/coverage', out: '/coverage/sellers', world: '/coverage/transitions' } as const

/** Operations, calls to sellers or kinds of entities; what is least exercised comes first. */
export function ListOfOwners({ direction }: { readonly direction: keyof typeof KINDS }) {
  const { text, show, seek } = useFilters(PATHS[direction])
  const loaded = useCoverage({ direction })
  const isShown = ({ name, exercised, of }: Owner) =>
    name.toLowerCase().includes(text.toLowerCase()) && (show !== 'gaps' || exercised < of) && (show !== 'never' || exercised === 0)
  const columns: readonly Column<Owner>[] = [
    { head: t(`name.${direction}`), width: '18rem', cell: ({ name }) => <code>{name}</code>, title: ({ name }) => name },
    { head: t('share'), width: '12rem', cell: (one) => <Share of={one} /> },
    ...KINDS[direction].map((kind): Column<Owner> => ({ head: t(kind), width: '8rem', kind: 'number', cell: (one) => countOf(one, kind) })),
  ]
  return (
    <Shown of={loaded}>
      {({ counting, counts, owners }) => {
        if (!counting) return <StartCounting onStart={loaded.reload} />
        const rows = owners.filter(isShown).toSorted((a, b) => a.exercised / a.of - b.exercised / b.of || b.of - a.of)
        return (
          <>
            <dl class="coverage-totals">
              {counts.map((one) => (
                <div key={one.kind} class="card">
                  <dt>{t(one.kind)}</dt>
                  <dd>
                    <Share of={one} />
                  </dd>
                </div>
              ))}
            </dl>
            <Filters
              labels={{ search: t('search'), show: t('show') }}
              text={text}
              show={show}
              shown={SHOWN}
              nameOf={(one) => t(`show.${one}`)}
              seek={seek}
            />
            {rows.length === 0 ? (
              <Empty title={t('none')}>{t('none.hint')}</Empty>
            ) : (
              <Table
                label={t('title')}
                rows={rows}
                columns={columns}
                rowKey={({ name }) => name}
                link={({ name }) => href(`/coverage/of/${encodeURIComponent(name)}`)}
                height={20}
              />
            )}
          </>
        )
      }}
    </Shown>
  )
}

function countOf({ counts }: Owner, kind: string): string {
  const found = counts.find((one) => one.kind === kind)
  return found ? `${found.exercised} / ${found.of}` : '–'
}
