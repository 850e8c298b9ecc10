import { useParts } from '../../parts/parts-of-path.ts'
import { Tabs } from '../../parts/tabs.tsx'
import { href } from '../../place.ts'
import { AddressAndKey } from './address.tsx'
import { ListOfDeliveries } from './list.tsx'
import { OneDelivery } from './one.tsx'
import { t } from './texts.ts'

/** `/deliveries` is the list, `/deliveries/address` where calls go, `/deliveries/D00000001` one call. */
export default function Deliveries() {
  const rest = useParts().join('/')
  if (rest !== '' && rest !== 'address') return <OneDelivery key={rest} id={rest} />
  const tabs = [
    { name: '', title: t('tab.calls'), to: href('/deliveries') },
    { name: 'address', title: t('tab.address'), to: href('/deliveries/address') },
  ]
  return (
    <>
      <div class="page-head">
        <h1>{t('title')}</h1>
        <p class="muted">{t('about')}</p>
      </div>
      <Tabs label={t('title')} tabs={tabs} present={rest}>
        {rest === 'address' ? <AddressAndKey /> : <ListOfDeliveries />}
      </Tabs>
    </>
  )
}
