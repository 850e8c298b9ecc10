import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { useParts } from '../../parts/parts-of-path.ts'
import { Shown } from '../../parts/shown.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { Time } from '../../parts/time.tsx'
import { href, world } from '../../place.ts'
import { t as shared } from '../../texts/shared.ts'
import { Compare } from './compare.tsx'
import { NewWorld } from './new-world.tsx'
import { Snapshots } from './snapshots.tsx'
import { t } from './texts.ts'
import { ThisWorld } from './this-world.tsx'

type World = Schemas['World']

export default function Worlds() {
  const part = useParts().join('/')
  const tabs = [
    { name: '', title: t('open'), to: href('/worlds') },
    { name: 'compare', title: t('compare'), to: href('/worlds/compare') },
  ]
  return (
    <>
      <div class="page-head">
        <h1>{t('title')}</h1>
        <p class="muted">{part === 'compare' ? t('compare.about') : t('about')}</p>
      </div>
      <Tabs label={t('parts')} tabs={tabs} present={part}>
        {part === 'compare' ? <Compare /> : <OpenWorlds />}
      </Tabs>
    </>
  )
}

function OpenWorlds() {
  const loaded = useLoaded(() =>
    Promise.all([ask(control.GET('/_sandbox/worlds')), ask(control.GET('/_sandbox/snapshots'))]).then(([open, kept]) => ({
      ...open,
      ...kept,
    })),
  )
  const columns: readonly Column<World>[] = [
    { head: t('name'), cell: ({ name }) => <code>{name}</code>, title: ({ name }) => name },
    { head: t('from'), cell: ({ start, parent }) => (parent === undefined ? (start ?? '–') : t('fork', { name: parent })) },
    {
      head: t('clock'),
      width: '6rem',
      cell: ({ mode }) => <span class={mode === 'frozen' ? 'state waiting' : 'state good'}>{shared(`clock.${mode}`)}</span>,
    },
    { head: t('now'), width: '11rem', cell: ({ now }) => <Time at={now} /> },
    { head: t('orders'), width: '5.5rem', kind: 'number', cell: ({ orders }) => orders },
    { head: t('facts'), width: '5.5rem', kind: 'number', cell: ({ facts }) => facts },
  ]
  return (
    <Shown of={loaded}>
      {({ worlds, starts, snapshots }) => {
        const present = worlds.find(({ name }) => name === world.value)
        return (
          <>
            <Table
              label={t('title')}
              rows={worlds}
              columns={columns}
              rowKey={({ name }) => name}
              link={({ name }) => href('/worlds', { world: name })}
              marked={({ name }) => name === world.value}
              height={10}
            />
            <div class="columns">
              {present && <ThisWorld key={present.name} world={present} onChange={loaded.reload} />}
              <NewWorld worlds={worlds} starts={starts} snapshots={snapshots} onChange={loaded.reload} />
            </div>
            <Snapshots snapshots={snapshots} worlds={worlds} onChange={loaded.reload} />
          </>
        )
      }}
    </Shown>
  )
}
