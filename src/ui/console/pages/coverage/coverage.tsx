import { useParts } from '../../parts/parts-of-path.ts'
import { Tabs } from '../../parts/tabs.tsx'
import { href } from '../../place.ts'
import { Contracts } from './contracts.tsx'
import { ListOfOwners } from './list.tsx'
import { OneOwner } from './one.tsx'
import { t } from './texts.ts'

const DIRECTIONS = { '': 'in', sellers: 'out', transitions: 'world' } as const

/** `/coverage` are calls of the APIs, `/coverage/sellers`, `/coverage/transitions`, `/coverage/contracts`; `/coverage/of/bss.PayOrders` is one. */
export default function Coverage() {
  const [part = '', ...rest] = useParts()
  if (part === 'of' && rest.length > 0) return <OneOwner name={rest.join('/')} />
  const present = [part, ...rest].join('/')
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
      <Tabs label={t('title')} tabs={tabs} present={present}>
        {present === 'contracts' ? <Contracts /> : <ListOfOwners direction={DIRECTIONS[present as '']} />}
      </Tabs>
    </>
  )
}
