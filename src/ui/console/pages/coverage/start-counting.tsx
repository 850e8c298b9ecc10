import { ask, control } from '../../api.ts'
import { Empty } from '../../parts/shown.tsx'
import { attempt } from '../../parts/toast.tsx'
import { t } from './texts.ts'

/** Nothing is counted yet: why, and the button that begins it. */
export function StartCounting({ onStart }: { readonly onStart: () => void }) {
  const start = async () => {
    await attempt(
      () => ask(control.POST('/_sandbox/coverage')),
      () => t('started'),
    )
    onStart()
  }
  return (
    <Empty title={t('off')}>
      <p>{t('off.hint')}</p>
      <p>
        <button type="button" class="primary" onClick={start}>
          {t('start')}
        </button>
      </p>
    </Empty>
  )
}
