import { useState } from 'preact/hooks'
import { ask, control } from '../../api.ts'
import type { Exchange } from '../../journal.ts'
import { useLoaded } from '../../loaded.ts'
import { attempt } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { t } from './texts.ts'

const CUTS = ['reset', 'empty', 'half', 'chunk', 'garbage'] as const

/** A rule for the next calls of the same operation. */
export function AnswerNext({ exchange: { operation } }: { readonly exchange: Exchange }) {
  const [error, chooseError] = useState('')
  const [status, writeStatus] = useState('')
  const [delay, writeDelay] = useState('')
  const [cut, chooseCut] = useState('')
  const [times, writeTimes] = useState('1')
  const known = useLoaded(() => ask(control.GET('/_sandbox/errors', { params: { query: { operation } } })), [operation], { live: false })
  const empty = error === '' && status === '' && delay === '' && cut === ''
  const add = async (event: Event) => {
    event.preventDefault()
    await attempt(
      () =>
        ask(
          control.POST('/_sandbox/faults', {
            params: { query: { world: world.value } },
            body: {
              on: operation,
              times: Number(times),
              ...(error === '' ? {} : { answer: error }),
              ...(status === '' ? {} : { status: Number(status) }),
              ...(delay === '' ? {} : { delay }),
              ...(cut === '' ? {} : { cut }),
            },
          }),
        ),
      ({ id }) => t('next.done', { id }),
    )
  }
  return (
    <section class="card">
      <header>
        <h2>{t('tab.next')}</h2>
      </header>
      <form class="card-body form" onSubmit={add}>
        <p class="muted">{t('next.about', { operation })}</p>
        <label class="field">
          <span>{t('next.error')}</span>
          <select value={error} onChange={(event) => chooseError(event.currentTarget.value)} disabled={status !== ''}>
            <option value="">–</option>
            {(known.data?.operations[0]?.errors ?? []).map(({ key, status: code }) => (
              <option key={key} value={key}>
                {key} ({code})
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t('next.status')}</span>
          <input
            inputMode="numeric"
            pattern="[1-5][0-9][0-9]"
            value={status}
            disabled={error !== ''}
            onInput={(event) => writeStatus(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          <span>{t('next.delay')}</span>
          <input value={delay} onInput={(event) => writeDelay(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{t('next.cut')}</span>
          <select value={cut} onChange={(event) => chooseCut(event.currentTarget.value)}>
            <option value="">–</option>
            {CUTS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{t('next.times')}</span>
          <input required type="number" min={1} max={1000} value={times} onInput={(event) => writeTimes(event.currentTarget.value)} />
        </label>
        <div class="buttons">
          <button type="submit" class="primary" disabled={empty}>
            {t('add')}
          </button>
        </div>
      </form>
    </section>
  )
}
