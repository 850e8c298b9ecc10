import { useState } from 'preact/hooks'
import { ask, control, type Schemas } from '../../api.ts'
import type { Exchange } from '../../journal.ts'
import { attempt } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { t } from './texts.ts'

type Explanation = Schemas['SignatureExplanation']

/** How the signature of a request is made, step by step, and where the signer's text begins to differ. */
export function Signature({ exchange: { request } }: { readonly exchange: Exchange }) {
  const [text, write] = useState(rawOf(request))
  const [signed, writeSigned] = useState('')
  const [explained, show] = useState<Explanation>()
  const explain = async (event: Event) => {
    event.preventDefault()
    const body = { request: text, ...(signed === '' ? {} : { signedText: signed }) }
    show(await attempt(() => ask(control.POST('/_sandbox/signatures/explain', { params: { query: { world: world.value } }, body }))))
  }
  return (
    <>
      <section class="card">
        <form class="card-body form" onSubmit={explain}>
          <p class="muted">{t('signature.about')}</p>
          <label class="field">
            <span>{t('request')}</span>
            <textarea required rows={10} value={text} onInput={(event) => write(event.currentTarget.value)} />
          </label>
          <label class="field">
            <span>{t('signature.text')}</span>
            <textarea rows={4} value={signed} onInput={(event) => writeSigned(event.currentTarget.value)} />
          </label>
          <div class="buttons">
            <button type="submit" class="primary">
              {t('signature.explain')}
            </button>
          </div>
        </form>
      </section>
      {explained && <Explained explanation={explained} signed={signed} />}
    </>
  )
}

function Explained({ explanation, signed }: { readonly explanation: Explanation; readonly signed: string }) {
  const { steps, expected, given, matches, mistakes, difference, next, key } = explanation
  const right = steps.at(-1)?.text ?? ''
  return (
    <section class="card">
      <header>
        <h2>{matches ? t('signature.right') : t('signature.wrong')}</h2>
      </header>
      <div class="card-body">
        {mistakes.map(({ id, says }) => (
          <p key={id} class="notice bad">
            {says}
          </p>
        ))}
        <p>{next}</p>
        <dl class="pairs">
          <dt>{t('signature.key')}</dt>
          <dd>{key}</dd>
          <dt>{t('signature.expected')}</dt>
          <dd>
            <code>{expected}</code>
          </dd>
          {given !== undefined && (
            <>
              <dt>{t('signature.given')}</dt>
              <dd>
                <code>{given}</code>
              </dd>
            </>
          )}
        </dl>
        {difference && (
          <>
            <p>{t('signature.differs', { line: difference.line, column: difference.column })}</p>
            <div class="columns">
              <Marked
                title={t('signature.ours')}
                text={signed === '' ? difference.expected : right}
                line={difference.line}
                column={difference.column}
              />
              <Marked
                title={t('signature.theirs')}
                text={signed === '' ? difference.signed : signed}
                line={difference.line}
                column={difference.column}
              />
            </div>
          </>
        )}
        {steps.map(({ title, text, about }) => (
          <details key={title} open={!matches}>
            <summary>{title}</summary>
            <p class="muted">{about}</p>
            <pre class="code">{text}</pre>
          </details>
        ))}
      </div>
    </section>
  )
}

interface MarkedProps {
  readonly title: string
  readonly text: string
  readonly line: number
  readonly column: number
}

/** A text with the line marked in which it begins to differ, and the rest of that line marked from there on. */
function Marked({ title, text, line, column }: MarkedProps) {
  const lines = text.split('\n')
  const at = lines.length === 1 ? 0 : line - 1
  return (
    <div>
      <h3>{title}</h3>
      <pre class="code">
        {lines.map((one, index) =>
          index === at ? (
            <span key={`${index} ${one}`}>
              {one.slice(0, column - 1)}
              <mark>{one.slice(column - 1) || '␤'}</mark>
              {'\n'}
            </span>
          ) : (
            `${one}\n`
          ),
        )}
      </pre>
    </div>
  )
}

/** The request as raw HTTP. Its secrets are masked: the reader puts the real ones in. */
function rawOf({ method, path, query, headers, body }: Exchange['request']): string {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${path}${query === '' ? '' : `?${query}`} HTTP/1.1`, ...head, '', body].join('\n')
}
