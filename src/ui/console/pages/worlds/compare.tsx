import { useLocation } from 'preact-iso/router'
import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { moment } from '../../parts/time.tsx'
import { href, world } from '../../place.ts'
import { t } from './texts.ts'

type Comparison = Schemas['Comparison']

/** One line of the list: a member that differs, or a thing that one world lacks. */
interface Line {
  readonly key: string
  readonly kind: string
  readonly id: string
  readonly member: string
  readonly here: string
  readonly there: string
}

/** Differences that are read at once. */
const MOST = 1000

/** The world of the page beside another. */
export function Compare() {
  const { query, route } = useLocation()
  const worlds = useLoaded(() => ask(control.GET('/_sandbox/worlds')))
  const others = worlds.data?.worlds.map(({ name }) => name).filter((name) => name !== world.value) ?? []
  const other = query['with'] ?? others[0]
  return (
    <Shown of={worlds}>
      {() =>
        other === undefined ? (
          <Empty title={t('compare.alone')}>{t('compare.alone.hint')}</Empty>
        ) : (
          <>
            <label class="filters">
              <span>{t('compare.with', { name: world.value })}</span>
              <select value={other} onChange={(event) => route(href('/worlds/compare', { with: event.currentTarget.value }))}>
                {others.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <Beside other={other} />
          </>
        )
      }
    </Shown>
  )
}

function Beside({ other }: { readonly other: string }) {
  const loaded = useLoaded(() => {
    const params = { path: { world: world.value }, query: { with: other, limit: MOST } }
    return ask(control.GET('/_sandbox/worlds/{world}/comparison', { params }))
  }, [other])
  return (
    <Shown of={loaded}>
      {(comparison) => {
        const lines = linesOf(comparison)
        if (lines.length === 0) return <Empty title={t('compare.same')}>{t('compare.same.hint')}</Empty>
        return (
          <>
            <Table
              label={t('collection')}
              rows={comparison.collections}
              columns={sums(comparison)}
              rowKey={({ kind }) => kind}
              height={8}
            />
            <h2>{t('differences', { count: comparison.count, total: comparison.total })}</h2>
            <Table label={t('compare')} rows={lines} columns={columns(comparison)} rowKey={({ key }) => key} />
          </>
        )
      }}
    </Shown>
  )
}

function sums({ world: here, with: there }: Comparison): readonly Column<Comparison['collections'][number]>[] {
  return [
    { head: t('collection'), cell: ({ kind }) => <code>{kind}</code> },
    { head: t('only', { name: here }), kind: 'number', cell: ({ onlyHere }) => onlyHere },
    { head: t('only', { name: there }), kind: 'number', cell: ({ onlyThere }) => onlyThere },
    { head: t('changed'), kind: 'number', cell: ({ changed }) => changed },
  ]
}

function columns({ world: here, with: there, now, withNow }: Comparison): readonly Column<Line>[] {
  return [
    { head: t('collection'), width: '8rem', cell: ({ kind }) => <code>{kind}</code> },
    { head: t('thing'), width: '14rem', cell: ({ id }) => <code>{id}</code>, title: ({ id }) => id },
    { head: t('member'), width: '11rem', cell: ({ member }) => <code>{member}</code>, title: ({ member }) => member },
    { head: `${here} · ${moment(now)}`, cell: (line) => <code>{line.here}</code>, title: (line) => line.here },
    { head: `${there} · ${moment(withNow)}`, cell: (line) => <code>{line.there}</code>, title: (line) => line.there },
  ]
}

function linesOf({ settings, differences, world: here, with: there }: Comparison): readonly Line[] {
  const own = settings.map((one) => ({
    ...{ key: `setting ${one.name}`, kind: t('setting'), id: one.name, member: '' },
    ...{ here: written(one.here), there: written(one.there) },
  }))
  const others = differences.flatMap(({ kind, id, where, members }) => {
    const thing = { kind, id }
    if (where !== 'both')
      return [
        {
          ...thing,
          key: `${kind} ${id}`,
          member: '',
          here: where === 'here' ? t('only', { name: here }) : '–',
          there: where === 'there' ? t('only', { name: there }) : '–',
        },
      ]
    return members.map((one) => ({
      ...{ ...thing, key: `${kind} ${id} ${one.pointer}`, member: one.pointer },
      ...{ here: written(one.here), there: written(one.there) },
    }))
  })
  return [...own, ...others]
}

const written = (value: unknown): string => (value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value))
