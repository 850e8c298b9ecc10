import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { href, world } from '../../place.ts'
import { t } from './texts.ts'

type World = Schemas['World']

export default function Worlds() {
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/worlds')))
  const columns: readonly Column<World>[] = [
    { head: t('name'), cell: ({ name }) => <code>{name}</code> },
    { head: t('from'), cell: ({ start, parent }) => (parent === undefined ? start : t('fork', { name: parent })) },
    { head: t('clock'), width: '7rem', cell: ({ mode }) => <State name={mode} /> },
    { head: t('now'), width: '11.5rem', cell: ({ now }) => <Time at={now} /> },
    { head: t('orders'), width: '6rem', kind: 'number', cell: ({ orders }) => orders },
    { head: t('facts'), width: '6rem', kind: 'number', cell: ({ facts }) => facts },
  ]
  return (
    <>
      <div class="page-head">
        <h1>{t('title')}</h1>
        <p class="muted">{t('about')}</p>
      </div>
      <Shown of={loaded}>
        {({ worlds }) => (
          <Table
            label={t('title')}
            rows={worlds}
            columns={columns}
            rowKey={({ name }) => name}
            link={({ name }) => href('/worlds', { world: name })}
            marked={({ name }) => name === world.value}
          />
        )}
      </Shown>
    </>
  )
}
