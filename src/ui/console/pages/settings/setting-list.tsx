import { ask, control } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Filters, useFilters } from '../../parts/filters.tsx'
import { Empty, Shown } from '../../parts/shown.tsx'
import { world } from '../../place.ts'
import { OneSetting, type Setting } from './one-setting.tsx'
import { t } from './texts.ts'

const SHOWN = ['all', 'changed', 'unsettled'] as const

const UNSETTLED = new Set(['unknown', 'inferred'])

/** The settings of the world, by service. What is sought is part of the address. */
export function SettingList() {
  const { text, show, seek } = useFilters('/settings')
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/settings', { params: { query: { world: world.value } } })))
  const wanted = text.toLowerCase()
  const isShown = (one: Setting) =>
    (show !== 'changed' || one.value !== one.default) &&
    (show !== 'unsettled' || UNSETTLED.has(one.evidence ?? '')) &&
    `${one.name} ${one.about} ${one.source.join(' ')}`.toLowerCase().includes(wanted)
  return (
    <>
      <Filters
        labels={{ search: t('search'), show: t('show') }}
        text={text}
        show={show}
        shown={SHOWN}
        nameOf={(one) => t(`show.${one}`)}
        seek={seek}
      />
      <Shown of={loaded}>
        {({ settings }) => {
          const shown = settings.filter(isShown)
          if (shown.length === 0)
            return show === 'changed' && wanted === '' ? (
              <Empty title={t('none.changed')}>{t('none.changed.hint')}</Empty>
            ) : (
              <Empty title={t('none.match')}>{t('none.match.hint')}</Empty>
            )
          return [...Map.groupBy(shown, ({ name }) => name.split('.')[0] as string)].map(([service, own]) => (
            <section key={service} class="card" aria-label={service}>
              <header>
                <h2>{service}</h2>
                <span class="count num">{own.length}</span>
              </header>
              <ul class="settings">
                {own.map((one) => (
                  <OneSetting key={one.name} setting={one} onChange={loaded.reload} />
                ))}
              </ul>
            </section>
          ))
        }}
      </Shown>
    </>
  )
}
