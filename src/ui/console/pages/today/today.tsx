import { ClockCard } from './clock-card.tsx'
import { Due } from './due.tsx'
import { Numbers } from './numbers.tsx'
import { Recent } from './recent.tsx'
import { t } from './texts.ts'

export default function Today() {
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
