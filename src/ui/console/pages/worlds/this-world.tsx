import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { ask, control, type Schemas } from '../../api.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { download } from '../../parts/download.ts'
import { attempt } from '../../parts/toast.tsx'
import { href } from '../../place.ts'
import { t as shared } from '../../texts/shared.ts'
import { t } from './texts.ts'

interface ThisWorldProps {
  readonly world: Schemas['World']
  readonly onChange: () => void
}

/** What can be done with the world of the page. */
export function ThisWorld({ world: { name }, onChange }: ThisWorldProps) {
  const { route } = useLocation()
  const [asks, question] = useState<'reset' | 'drop'>()
  const path = { world: name }
  const reset = () =>
    attempt(
      () => ask(control.POST('/_sandbox/worlds/{world}/reset', { params: { path } })),
      () => t('reset.done', { name }),
    )
  const drop = async () => {
    const gone = await attempt(
      () => ask(control.DELETE('/_sandbox/worlds/{world}', { params: { path } })).then(() => true),
      () => t('drop.done', { name }),
    )
    if (gone) route(href('/worlds', { world: 'default' }))
  }
  const save = () =>
    attempt(async () => download(`${name}.json`, await ask(control.GET('/_sandbox/worlds/{world}/file', { params: { path } }))))
  const doIt = async () => {
    question(undefined)
    await (asks === 'reset' ? reset() : drop())
    onChange()
  }
  return (
    <section class="card" aria-labelledby="this-world">
      <header>
        <h2 id="this-world">{t('this', { name })}</h2>
      </header>
      <div class="card-body form">
        <KeepSnapshot name={name} onChange={onChange} />
        <div class="buttons">
          <button type="button" onClick={save}>
            {t('export')}
          </button>
          <Import name={name} onChange={onChange} />
          <button type="button" class="danger" onClick={() => question('reset')}>
            {t('reset')}
          </button>
          <button
            type="button"
            class="danger"
            disabled={name === 'default'}
            title={name === 'default' ? t('drop.default') : undefined}
            onClick={() => question('drop')}
          >
            {t('drop')}
          </button>
        </div>
        {name === 'default' && <p class="muted">{t('drop.default')}</p>}
      </div>
      {asks && (
        <Dialog title={`${t(asks)} ${name}`} onClose={() => question(undefined)}>
          <p>{t(`${asks}.about`)}</p>
          <div class="buttons dialog-buttons">
            <button type="button" onClick={() => question(undefined)}>
              {shared('cancel')}
            </button>
            <button type="button" class="danger" onClick={doIt}>
              {t('sure')}
            </button>
          </div>
        </Dialog>
      )}
    </section>
  )
}

function KeepSnapshot({ name, onChange }: { readonly name: string; readonly onChange: () => void }) {
  const [text, write] = useState('')
  const keep = async (event: Event) => {
    event.preventDefault()
    const kept = await attempt(
      () => ask(control.POST('/_sandbox/worlds/{world}/snapshots', { params: { path: { world: name } }, body: { name: text } })),
      (snapshot) => t('snapshot.kept', { name: snapshot.name }),
    )
    if (kept) write('')
    onChange()
  }
  return (
    <form onSubmit={keep}>
      <label class="field">
        <span>{t('snapshot')}</span>
        <span class="with-button">
          <input
            required
            pattern="[a-z0-9][a-z0-9\-]*"
            maxLength={63}
            placeholder={t('snapshot.name')}
            value={text}
            onInput={(event) => write(event.currentTarget.value)}
          />
          <button type="submit">{t('keep')}</button>
        </span>
      </label>
    </form>
  )
}

/** Makes the world what a file says. */
function Import({ name, onChange }: { readonly name: string; readonly onChange: () => void }) {
  const field = useRef<HTMLInputElement>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    await attempt(
      async () => {
        const body = parse(file.name, await file.text())
        return ask(control.PUT('/_sandbox/worlds/{world}/file', { params: { path: { world: name } }, body }))
      },
      ({ orders }) => t('imported', { orders }),
    )
    if (field.current) field.current.value = ''
    onChange()
  }
  return (
    <>
      <button type="button" onClick={() => field.current?.click()}>
        {t('import')}
      </button>
      <input ref={field} type="file" hidden accept=".json,application/json" onChange={(event) => read(event.currentTarget.files?.[0])} />
    </>
  )
}

function parse(file: string, text: string): Schemas['WorldFile'] {
  try {
    return JSON.parse(text) as Schemas['WorldFile']
  } catch (cause) {
    throw new Error(t('import.bad', { file, reason: cause instanceof Error ? cause.message : String(cause) }))
  }
}
