import { useLocation } from 'preact-iso/router'
import type { Schemas } from '../../api.ts'
import { State } from '../../parts/state.tsx'
import { href } from '../../place.ts'
import { Body, type Finding, OneFinding } from '../requests/call.tsx'
import { startAgain } from './start.ts'
import { t } from './texts.ts'

export type Check = Schemas['Examination']['checks'][number]

type Message = {
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The call that a finding is about. */
type Exchange = {
  readonly request: Message & { readonly method: string; readonly url: string }
  readonly signed?: string
  readonly answer?: Message & { readonly status: number }
  readonly failure?: string
}

/** One case: what was found, and the calls that it was found in. */
export function OneCheck({ run, check }: { readonly run: Schemas['Examination']; readonly check: Check }) {
  const { route } = useLocation()
  const { name, title, state, reason, group } = check
  const findings = check.findings.map((one) => ({ finding: one as Finding, exchange: one.exchange as Exchange | undefined }))
  const again = async () => {
    const next = await startAgain(run, [name])
    if (next) route(href(`/examination/${next.id}/${encodeURIComponent(name)}`))
  }
  return (
    <>
      <div class="page-head">
        <h1>
          <code class="breakable">{name}</code> <State name={state} />
        </h1>
        <p class="muted">{title}</p>
        <div class="actions buttons">
          {/* A life story is no case of the profile: it comes again with the seed of its examination. */}
          {group !== 'stories' && (
            <button type="button" class="primary" onClick={again} disabled={run.state === 'running'}>
              {t('case.again')}
            </button>
          )}
        </div>
      </div>
      {reason !== undefined && <p class="notice">{t('skipped.why', { reason })}</p>}
      {findings.length === 0 && reason === undefined && <p class="muted">{t('findings.none')}</p>}
      {findings.map(({ finding, exchange }, index) => {
        // A call is shown once, with the first of its findings.
        const same = findings.map((one) => JSON.stringify(one.exchange) === JSON.stringify(exchange))
        const before = same.indexOf(true) < index
        const marks = findings.flatMap(({ finding: { pointer } }, at) =>
          same[at] && pointer.startsWith('/body') ? [pointer.slice('/body'.length)] : [],
        )
        return (
          <section key={`${finding.code} ${finding.pointer} ${index}`} class="card" aria-label={finding.code}>
            <div class="card-body">
              <OneFinding finding={finding} />
              {exchange && !before && <Call exchange={exchange} marks={marks} />}
            </div>
          </section>
        )
      })}
    </>
  )
}

function Call({
  exchange: { request, signed, answer, failure },
  marks,
}: {
  readonly exchange: Exchange
  readonly marks: readonly string[]
}) {
  return (
    <div class="columns examination-call">
      <div>
        <h3>{t('sent')}</h3>
        <pre class="code">
          {request.method} {request.url}
        </pre>
        <Headers of={request} />
        <Body text={request.body} />
        {signed !== undefined && (
          <>
            <h3>{t('signed')}</h3>
            <pre class="code">{signed}</pre>
          </>
        )}
      </div>
      <div>
        <h3>
          {t('answer')} {answer && <span class="num">{answer.status}</span>}
        </h3>
        {answer ? (
          <>
            <Headers of={answer} />
            <Body text={answer.body} marks={marks} />
          </>
        ) : (
          <p class="notice bad">{t('no-answer', { failure: failure ?? '–' })}</p>
        )}
      </div>
    </div>
  )
}

function Headers({ of: { headers } }: { readonly of: Message }) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return (
    <details>
      <summary>{t('headers', { count: lines.length })}</summary>
      <pre class="code">{lines.join('\n')}</pre>
    </details>
  )
}
