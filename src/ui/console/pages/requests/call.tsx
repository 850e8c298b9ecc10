import type { Exchange } from '../../journal.ts'
import { Json } from '../../parts/json.tsx'
import { href } from '../../place.ts'
import { t } from './texts.ts'

/** A finding with the parts that it may have. */
export interface Finding {
  readonly code: string
  readonly level: 'error' | 'warning' | 'info'
  readonly pointer: string
  readonly expected?: string
  readonly got?: string
  readonly hint?: string
  readonly place?: string
  readonly source?: string
}

/** Request, answer, and what was wrong. */
export function Call({ exchange }: { readonly exchange: Exchange }) {
  const { request, reply, origin, fault, caller, ms, error } = exchange
  const findings = exchange.findings as readonly Finding[]
  const marks = (part: string) => findings.flatMap(({ pointer }) => (pointer.startsWith(part) ? [pointer.slice(part.length)] : []))
  return (
    <>
      <section class="card" aria-labelledby="wrong">
        <header>
          <h2 id="wrong">{t('wrong')}</h2>
        </header>
        <div class="card-body">
          {findings.length === 0 ? (
            <p class="muted">{t('wrong.none')}</p>
          ) : (
            findings.map((one) => <OneFinding key={`${one.code} ${one.pointer}`} finding={one} />)
          )}
          <p class="muted">
            {t('origin')}: {t(`origin.${origin}`)} · {t('caller')}: {caller ? `${caller.account} (${caller.via})` : t('nobody')} ·{' '}
            {t('took')}: {ms.toFixed(1)} ms
            {fault && <> · {t('fault', { label: fault.label })}</>}
          </p>
          {error !== undefined && (
            <p>
              <a href={href('/faults/errors', { error, operation: exchange.operation })}>{t('explain', { code: error })}</a>
            </p>
          )}
        </div>
      </section>
      <div class="columns">
        <Side
          title={t('request')}
          headers={request.headers}
          body={request.body}
          marks={marks('/body')}
          line={`${request.method} ${request.path}${request.query === '' ? '' : `?${request.query}`}`}
        />
        <Side title={t('answer')} headers={reply.headers} body={reply.body} marks={[]} line={`HTTP ${reply.status}`} />
      </div>
    </>
  )
}

export function OneFinding({ finding: { code, level, pointer, expected, got, hint, place, source } }: { readonly finding: Finding }) {
  return (
    <article class={`notice ${level === 'error' ? 'bad' : ''}`}>
      <p>
        <code>{code}</code> {pointer !== '' && <code class="muted">{pointer}</code>}
      </p>
      {hint !== undefined && <p>{hint}</p>}
      {(expected !== undefined || got !== undefined) && (
        <dl class="pairs">
          {expected !== undefined && (
            <>
              <dt>{t('expected')}</dt>
              <dd>{expected}</dd>
            </>
          )}
          {got !== undefined && (
            <>
              <dt>{t('got')}</dt>
              <dd>{got}</dd>
            </>
          )}
        </dl>
      )}
      <p class="muted">
        {place !== undefined && t('spec-line', { place })} {source !== undefined && `${t('source')}: ${source}`}
      </p>
    </article>
  )
}

interface SideProps {
  readonly title: string
  readonly line: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly marks: readonly string[]
}

function Side({ title, line, headers, body, marks }: SideProps) {
  return (
    <section class="card">
      <header>
        <h2>{title}</h2>
      </header>
      <div class="card-body">
        <p>
          <code>{line}</code>
        </p>
        <details>
          <summary>
            {t('headers')} ({Object.keys(headers).length})
          </summary>
          <dl class="pairs">
            {Object.entries(headers).map(([name, value]) => (
              <div key={name}>
                <dt>
                  <code>{name}</code>
                </dt>
                <dd>
                  <code>{value}</code>
                </dd>
              </div>
            ))}
          </dl>
        </details>
        <Body text={body} marks={marks} />
      </div>
    </section>
  )
}

/** A body: as a tree where it is JSON, else as it is. */
export function Body({ text, marks = [] }: { readonly text: string; readonly marks?: readonly string[] }) {
  if (text === '') return <p class="muted">{t('no-body')}</p>
  const value = parsed(text)
  return value === undefined ? <pre class="code">{text}</pre> : <Json value={value} marks={marks} open={3} />
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
