import { Tabs } from '../../parts/tabs.tsx'
import { href } from '../../place.ts'
import type { PageProps } from '../page-props.ts'
import { Contracts } from './contracts.tsx'
import { ListOfOwners } from './list.tsx'
import { OneOwner } from './one.tsx'
import { t } from './texts.ts'

const DIRECTIONS = { '': 'in', sellers: 'out', transitions: 'world' } as const

/** `/coverage` are calls of the APIs, `/coverage/sellers`, `/coverage/transitions`, `/coverage/contracts`; `/coverage/of/bss.PayOrders` is one. */
export default function Coverage({ params }: PageProps) {
  const rest = params?.rest ?? ''
  if (rest.startsWith('of/')) return <OneOwner name={decodeURIComponent(rest.slice('of/'.length))} />
  const tabs = (['', 'sellers', 'transitions', 'contracts'] as const).map((name) => ({
    name,
    title: t(`tab.${name || 'calls'}`),
    to: href(`/coverage${name === '' ? '' : `/${name}`}`),
  }))
  return (
    <>
      <div class="page-head">
        <h1>{t('title')}</h1>
        <p class="muted">{t('about')}</p>
      </div>
      <Tabs label={t('title')} tabs={tabs} present={rest}>
        {rest === 'contracts' ? <Contracts /> : <ListOfOwners direction={DIRECTIONS[rest as ''] ?? 'in'} />}
      </Tabs>
    </>
  )
}
