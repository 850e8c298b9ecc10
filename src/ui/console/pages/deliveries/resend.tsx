import { useState } from 'preact/hooks'
import { ask, control } from '../../api.ts'
import { attempt } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { t } from './texts.ts'

/** Sends calls again: unchanged or signed anew, now or later, in order or not. */
export function Resend({ ids, onDone }: { readonly ids: readonly string[]; readonly onDone: () => void }) {
  const [how, choose] = useState<'identical' | 'fresh'>('identical')
  const [times, writeTimes] = useState('1')
  const [delay, writeDelay] = useState('')
  const [shuffle, mix] = useState(false)
  const send = async (event: Event) => {
    event.preventDefault()
    const done = await attempt(
      () =>
        ask(
          control.POST('/_sandbox/delivery-resends', {
            params: { query: { world: world.value } },
            body: { deliveries: [...ids], fresh: how === 'fresh', times: Number(times), shuffle, ...(delay === '' ? {} : { delay }) },
          }),
        ),
      ({ deliveries, count }) =>
        delay === ''
          ? t('resent', { count, passed: deliveries.filter(({ attempts }) => attempts.at(-1)?.passed).length })
          : t('planned', { count }),
    )
    if (done) onDone()
  }
  return (
    <form class="card card-body resend" onSubmit={send}>
      <p>
        <strong class="num">{t('chosen', { count: ids.length })}</strong>
      </p>
      <div class="filters">
        <label>
          {t('how')}{' '}
          <select value={how} onChange={(event) => choose(event.currentTarget.value as 'fresh')}>
            <option value="identical">{t('how.identical')}</option>
            <option value="fresh">{t('how.fresh')}</option>
          </select>
        </label>
        <label>
          {t('times')}{' '}
          <input required type="number" min={1} max={100} value={times} onInput={(event) => writeTimes(event.currentTarget.value)} />
        </label>
        <label>
          {t('delay')}{' '}
          <input placeholder={t('delay.hint')} maxLength={32} value={delay} onInput={(event) => writeDelay(event.currentTarget.value)} />
        </label>
        <label>
          <input type="checkbox" checked={shuffle} onChange={(event) => mix(event.currentTarget.checked)} /> {t('shuffle')}
        </label>
        <button type="submit" class="primary">
          {t('resend')}
        </button>
      </div>
    </form>
  )
}
