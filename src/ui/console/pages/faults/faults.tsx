import { useLocation } from 'preact-iso/router'
import { useParts } from '../../parts/parts-of-path.ts'
import { Tabs } from '../../parts/tabs.tsx'
import { href } from '../../place.ts'
import { Errors } from './errors.tsx'
import { Rules } from './rules.tsx'
import { Scenarios } from './scenarios.tsx'
import { t } from './texts.ts'

/** `/faults` are the rules, `/faults/scenarios`, `/faults/errors?operation=bss.PayOrders`. */
export default function Faults() {
  const { query } = useLocation()
  const part = useParts().join('/')
  const tabs = [
    { name: '', title: t('tab.rules'), to: href('/faults') },
    { name: 'scenarios', title: t('tab.scenarios'), to: href('/faults/scenarios') },
    { name: 'errors', title: t('tab.errors'), to: href('/faults/errors') },
  ]
  return (
    <>
      <div class="page-head">
        <h1>{t('title')}</h1>
        <p class="muted">{t('about')}</p>
      </div>
      <Tabs label={t('title')} tabs={tabs} present={part}>
        {part === 'scenarios' ? (
          <Scenarios />
        ) : part === 'errors' ? (
          <Errors operation={query['operation'] ?? ''} error={query['error'] ?? ''} />
        ) : (
          <Rules />
        )}
      </Tabs>
    </>
  )
}
