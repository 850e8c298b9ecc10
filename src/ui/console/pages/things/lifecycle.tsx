import { useState } from 'preact/hooks'
import lazy, { ErrorBoundary } from 'preact-iso/lazy'
import { ask, control } from '../../api.ts'
import { move } from '../../live.ts'
import { useLoaded } from '../../loaded.ts'
import { Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { Time } from '../../parts/time.tsx'
import { attempt } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { kindName } from './kind-names.ts'
import { type LifecycleData, readLifecycle } from './reading.ts'
import { t } from './texts.ts'

/** Lays out the table; loaded when the first one is shown. */
const Graph = lazy(() => import('./graph.tsx'))

/** The transition table of a thing with the way it came, and a button for each step that leads on. */
export function Lifecycle({ kind, id }: { readonly kind: string; readonly id: string }) {
  const loaded = useLoaded(() => readLifecycle(kind, id), [kind, id])
  return (
    <Shown of={loaded}>
      {(data) =>
        data.transitions.length === 0 ? null : (
          <div class="lifecycle">
            <Picture data={data} />
            <div class="lifecycle-side">
              <Steps data={data} onDone={loaded.reload} />
              <Way data={data} />
            </div>
          </div>
        )
      }
    </Shown>
  )
}

function Picture({ data }: { readonly data: LifecycleData }) {
  const [whole, widen] = useState(false)
  return (
    <section class="card" aria-labelledby="graph">
      <header>
        <h2 id="graph">{t('graph')}</h2>
        <div class="actions buttons">
          <button type="button" aria-pressed={!whole} onClick={() => widen(false)}>
            {t('graph.near')}
          </button>
          <button type="button" aria-pressed={whole} onClick={() => widen(true)}>
            {t('graph.whole')}
          </button>
        </div>
      </header>
      <ErrorBoundary>
        <Graph data={data} whole={whole} />
      </ErrorBoundary>
      <ul class="legend" aria-hidden="true">
        {(['passed', 'now', 'allowed', 'refused'] as const).map((one) => (
          <li key={one}>
            <span class={`swatch ${one}`} /> {t(`graph.legend.${one}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Steps({ data, onDone }: { readonly data: LifecycleData; readonly onDone: () => void }) {
  const { kind, id, steps, status = '' } = data
  const [busy, work] = useState(false)
  const take = async (event: string) => {
    work(true)
    const path = { world: world.value, kind, id }
    await attempt(
      () => ask(control.POST('/_sandbox/worlds/{world}/entities/{kind}/{id}/steps', { params: { path }, body: { event } })),
      (done) => t('taken', { event, was: done.was ?? '', status: done.status ?? '' }),
    )
    work(false)
    onDone()
    move()
  }
  // What can be done stands first.
  const sorted = [...steps].sort((a, b) => Number(b.allowed) - Number(a.allowed))
  return (
    <section class="card" aria-labelledby="steps">
      <header>
        <h2 id="steps">{t('steps')}</h2>
      </header>
      {steps.length === 0 ? (
        <p class="card-body muted">{t('steps.none', { state: status })}</p>
      ) : (
        <ul class="steps">
          {sorted.map(({ event, to, allowed, refused, about }) => (
            <li key={event}>
              <button type="button" disabled={!allowed || busy} onClick={() => take(event)}>
                {event}
              </button>
              <span class="steps-to">
                → <State name={to} />
              </span>
              {(refused ?? about) !== undefined && <p class="muted">{refused ?? about}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Way({ data }: { readonly data: LifecycleData }) {
  const { way, status = '', kind } = data
  return (
    <section class="card" aria-labelledby="way">
      <header>
        <h2 id="way">{t('way')}</h2>
      </header>
      {way.length === 0 ? (
        <p class="card-body muted">{t('way.none')}</p>
      ) : (
        <ol class="way" aria-label={`${kindName(kind)}: ${t('way')}`}>
          {way.map(({ at, state, event, fact, member }, i) => (
            <li key={`${at} ${fact?.n ?? member}`} class={i === way.length - 1 && state === status ? 'now' : ''}>
              <Time at={at} />
              <span>
                {state !== undefined && <State name={state} />} {event !== undefined && <code>{event}</code>}
              </span>
              <span class="muted">{fact ? fact.type : `${member} (${t('way.member')})`}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
