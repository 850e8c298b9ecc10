import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso/router'
import { ask, control, type Schemas } from '../../api.ts'
import { attempt } from '../../parts/toast.tsx'
import { href } from '../../place.ts'
import { t } from './texts.ts'

interface NewWorldProps {
  readonly worlds: readonly Schemas['World'][]
  readonly starts: readonly string[]
  readonly snapshots: readonly Schemas['Snapshot'][]
  readonly onChange: () => void
}

/** Opens a world from a named start, as a fork of another, or from a snapshot. */
export function NewWorld({ worlds, starts, snapshots, onChange }: NewWorldProps) {
  const { route } = useLocation()
  const [name, write] = useState('')
  const [from, choose] = useState('start default')
  const create = async (event: Event) => {
    event.preventDefault()
    const [kind, ...rest] = from.split(' ')
    const origin = rest.join(' ')
    const source = kind === 'fork' ? { from: origin } : kind === 'snapshot' ? { snapshot: origin } : { start: origin }
    const made = await attempt(
      () => ask(control.POST('/_sandbox/worlds', { body: { ...(name === '' ? {} : { name }), ...source } })),
      (opened) => t('created', { name: opened.name }),
    )
    if (!made) return
    write('')
    onChange()
    route(href('/worlds', { world: made.name }))
  }
  return (
    <section class="card" aria-labelledby="new-world">
      <header>
        <h2 id="new-world">{t('new')}</h2>
      </header>
      <form class="card-body form" onSubmit={create}>
        <label class="field">
          <span>{t('new.name')}</span>
          <input required pattern="[a-z0-9][a-z0-9\-]*" maxLength={63} value={name} onInput={(event) => write(event.currentTarget.value)} />
        </label>
        <label class="field">
          <span>{t('new.origin')}</span>
          <select value={from} onChange={(event) => choose(event.currentTarget.value)}>
            {starts.map((start) => (
              <option key={`start ${start}`} value={`start ${start}`}>
                {t('new.start', { name: start })}
              </option>
            ))}
            {worlds.map((one) => (
              <option key={`fork ${one.name}`} value={`fork ${one.name}`}>
                {t('new.fork', { name: one.name })}
              </option>
            ))}
            {snapshots.map((one) => (
              <option key={`snapshot ${one.name}`} value={`snapshot ${one.name}`}>
                {t('new.snapshot', { name: one.name })}
              </option>
            ))}
          </select>
        </label>
        <div class="buttons">
          <button type="submit" class="primary">
            {t('create')}
          </button>
        </div>
      </form>
    </section>
  )
}
