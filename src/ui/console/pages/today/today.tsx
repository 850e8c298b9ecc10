import { Nowhere } from '../../parts/nowhere.tsx'
import { useParts } from '../../parts/parts-of-path.ts'
import { ClockCard } from './clock-card.tsx'
import { Due } from './due.tsx'
import { Numbers } from './numbers.tsx'
import { Recent } from './recent.tsx'
import { t } from './texts.ts'

export default function Today() {
  if (useParts().length > 0) return <Nowhere />
  return (
    <>
      <h1 class="hidden">{t('title')}</h1>
      <ClockCard />
      <div class="today-columns">
        <Due />
        <Numbers />
      </div>
      <Recent />
    </>
  )
}
