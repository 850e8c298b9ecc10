import { useState } from 'preact/hooks'
import { ask, control } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Shown } from '../../parts/shown.tsx'
import { distance, moment, readMoment } from '../../parts/time.tsx'
import { world } from '../../place.ts'
import { t as shared } from '../../texts/shared.ts'
import { advance, type Clock, switchClock, useNow } from './clock.ts'
import { t } from './texts.ts'

/** The time of the world, and what moves it. */
export function ClockCard() {
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/clock', { params: { query: { world: world.value } } })))
  return (
    <section class="card clock" aria-label={t('now')}>
      <Shown of={loaded}>{(clock) => <Face clock={clock} />}</Shown>
    </section>
  )
}

function Face({ clock }: { readonly clock: Clock }) {
  const [busy, work] = useState(false)
  const now = useNow(clock) ?? 0
  const during = (act: () => Promise<void>) => async () => {
    work(true)
    await act()
    work(false)
  }
  const by = (text: string) => during(() => advance({ by: text }))
  const frozen = clock.mode === 'frozen'
  return (
    <>
      <div class="clock-face">
        <p class="muted">
          {t('now')} <span class={frozen ? 'state waiting' : 'state good'}>{frozen ? shared('clock.frozen') : shared('clock.live')}</span>
        </p>
        <p class="clock-now num">
          <time dateTime={new Date(now).toISOString()}>{moment(now)}</time>
        </p>
        <p class="muted" role="status">
          {clock.passing
            ? t('passing', { to: moment(clock.passing.to), fired: clock.passing.fired })
            : clock.next === undefined
              ? t('next.none')
              : t('next.at', { at: moment(clock.next) })}
        </p>
      </div>
      <div class="clock-moves">
        <div class="buttons">
          <button type="button" class="primary" disabled={busy || clock.next === undefined} onClick={by('next')}>
            {clock.next === undefined ? t('next.none') : t('next', { distance: distance(clock.next, now) })}
          </button>
          <button type="button" disabled={busy} onClick={by('1h')}>
            + {t('hour')}
          </button>
          <button type="button" disabled={busy} onClick={by('1d')}>
            + {t('day')}
          </button>
          <button type="button" disabled={busy} onClick={by('P1M')}>
            + {t('month')}
          </button>
          <button type="button" disabled={busy} onClick={during(() => switchClock(frozen ? 'live' : 'freeze'))}>
            {frozen ? t('release') : t('freeze')}
          </button>
        </div>
        <ToMoment now={now} busy={busy} go={(to) => during(() => advance({ to }))()} />
      </div>
    </>
  )
}

function ToMoment({ now, busy, go }: { readonly now: number; readonly busy: boolean; readonly go: (to: string) => void }) {
  const [text, write] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    go(new Date(readMoment(text)).toISOString())
  }
  return (
    <form class="buttons" onSubmit={submit}>
      <label class="inline-field">
        <span class="muted">{t('date')}</span>
        <input
          class="num moment"
          required
          inputMode="numeric"
          placeholder={moment(now, 'minute')}
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
        />
      </label>
      <button type="submit" disabled={busy || Number.isNaN(readMoment(text))}>
        {t('go')}
      </button>
    </form>
  )
}
