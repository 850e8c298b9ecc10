import { ask, control, type Schemas } from '../../api.ts'
import { Empty } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { attempt } from '../../parts/toast.tsx'
import { t } from './texts.ts'

type Snapshot = Schemas['Snapshot']

interface SnapshotsProps {
  readonly snapshots: readonly Snapshot[]
  readonly worlds: readonly Schemas['World'][]
  readonly onChange: () => void
}

/** What is kept of worlds, under names. */
export function Snapshots({ snapshots, worlds, onChange }: SnapshotsProps) {
  const restore = async ({ name: snapshot, world: name }: Snapshot) => {
    await attempt(
      () => ask(control.POST('/_sandbox/worlds/{world}/restore', { params: { path: { world: name } }, body: { snapshot } })),
      () => t('restored', { name, snapshot }),
    )
    onChange()
  }
  const forget = async ({ name }: Snapshot) => {
    await attempt(
      () => ask(control.DELETE('/_sandbox/snapshots/{snapshot}', { params: { path: { snapshot: name } } })),
      () => t('forgotten', { name }),
    )
    onChange()
  }
  const columns: readonly Column<Snapshot>[] = [
    { head: t('name'), cell: ({ name }) => <code>{name}</code>, title: ({ name }) => name },
    { head: t('world'), cell: ({ world }) => <code>{world}</code> },
    { head: t('taken'), width: '11rem', cell: ({ now }) => <Time at={now} /> },
    {
      head: '',
      width: '13rem',
      kind: 'number',
      cell: (one) => (
        <span class="row-actions">
          {worlds.some(({ name }) => name === one.world) && (
            <button type="button" class="link" onClick={() => restore(one)}>
              {t('restore')}
            </button>
          )}
          <button type="button" class="link" onClick={() => forget(one)}>
            {t('forget')}
          </button>
        </span>
      ),
    },
  ]
  return (
    <section class="card" aria-labelledby="snapshots">
      <header>
        <h2 id="snapshots">{t('snapshots')}</h2>
      </header>
      {snapshots.length === 0 ? (
        <Empty title={t('snapshots.none')}>{t('snapshots.none.hint')}</Empty>
      ) : (
        <Table label={t('snapshots')} rows={snapshots} columns={columns} rowKey={({ name }) => name} height={8} />
      )}
    </section>
  )
}
