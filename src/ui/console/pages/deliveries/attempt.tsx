import type { Schemas } from '../../api.ts'
import { Time } from '../../parts/time.tsx'
import { Body } from '../requests/call.tsx'
import { t } from './texts.ts'

interface Finding {
  readonly code: string
  readonly level: string
  readonly pointer: string
  readonly expected?: string
  readonly got?: string
  readonly hint?: string
}

/** One attempt: what was sent, the signed text, the seller's answer with its findings marked. */
export function OneAttempt({ attempt, open }: { readonly attempt: Schemas['Attempt']; readonly open: boolean }) {
  const { number, at, passed, request, canonical, answer, failure, ms, fault } = attempt
  const findings = attempt.findings as readonly Finding[]
  const marks = findings.flatMap(({ pointer }) => (pointer.startsWith('/body') ? [pointer.slice('/body'.length)] : []))
  return (
    <details class="card attempt" open={open}>
      <summary>
        <strong>{t('attempt', { number })}</strong> <Time at={at} />{' '}
        <span class={`state ${passed ? 'good' : 'bad'}`}>{passed ? t('passed') : t('failed')}</span>{' '}
        <span class="muted num">{ms.toFixed(0)} ms</span>
      </summary>
      <div class="card-body">
        {fault && <p class="notice">{t('fault', fault)}</p>}
        <h3>{t('findings')}</h3>
        {findings.length === 0 ? (
          <p class="muted">{t('findings.none')}</p>
        ) : (
          findings.map((one) => (
            <article key={`${one.code} ${one.pointer}`} class={one.level === 'error' ? 'notice bad' : 'notice'}>
              <p>
                <code>{one.code}</code> <code class="muted">{one.pointer}</code>
              </p>
              {one.hint !== undefined && <p>{one.hint}</p>}
              {one.expected !== undefined && (
                <p>
                  {t('expected')}: {one.expected}
                </p>
              )}
              {one.got !== undefined && (
                <p>
                  {t('got')}: {one.got}
                </p>
              )}
            </article>
          ))
        )}
        <div class="columns">
          <div>
            <h3>{t('sent')}</h3>
            <pre class="code">
              {request.method} {request.url}
            </pre>
            <Body text={request.body} />
            <h3>{t('signed')}</h3>
            <pre class="code">{canonical}</pre>
          </div>
          <div>
            <h3>
              {t('answer')} {answer && <span class="num">{answer.status}</span>}
            </h3>
            {answer ? <Body text={answer.body} marks={marks} /> : <p class="notice bad">{t('no-answer', { failure: failure ?? '–' })}</p>}
          </div>
        </div>
      </div>
    </details>
  )
}
