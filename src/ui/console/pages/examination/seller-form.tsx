import { useState } from 'preact/hooks'
import type { Schemas } from '../../api.ts'
import { start } from './start.ts'
import { t } from './texts.ts'

type Profiles = Schemas['ExaminationList']['profiles']
type Keys = NonNullable<Schemas['StartExaminationRequest']['keys']>

interface FormProps {
  readonly profiles: Profiles
  readonly onStart: (run: Schemas['Examination']) => void
}

/** Whom to examine. What is left empty is what the world holds for its seller. */
export function SellerForm({ profiles, onStart }: FormProps) {
  const [name, choose] = useState(profiles[0]?.name ?? '')
  const [url, writeUrl] = useState('')
  const [keys, writeKeys] = useState<Keys>({})
  const [product, writeProduct] = useState('')
  const [licence, writeLicence] = useState('')
  const [stories, writeStories] = useState('20')
  const [seed, writeSeed] = useState('')
  const [busy, wait] = useState(false)
  const profile = profiles.find((one) => one.name === name)
  const examine = async (event: Event) => {
    event.preventDefault()
    wait(true)
    const uses = (profile?.uses ?? []).filter((use) => (keys[use] ?? '') !== '')
    const run = await start({
      profile: name,
      ...(url === '' ? {} : { url }),
      ...(uses.length === 0 ? {} : { keys: Object.fromEntries(uses.map((use) => [use, keys[use]])) }),
      ...(product === '' ? {} : { product }),
      ...(licence === '' ? {} : { licence }),
      stories: Number(stories),
      ...(seed === '' ? {} : { seed }),
    })
    wait(false)
    if (run) onStart(run)
  }
  return (
    <section class="card" aria-label={t('new')}>
      <header>
        <h2>{t('new')}</h2>
      </header>
      <form class="card-body form" onSubmit={examine}>
        <div class="columns">
          <label class="field">
            <span>{t('profile')}</span>
            <select value={name} onChange={(event) => choose(event.currentTarget.value)}>
              {profiles.map((one) => (
                <option key={one.name} value={one.name}>
                  {one.name} – {one.title}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{t('url')}</span>
            <input
              type="url"
              maxLength={2000}
              placeholder={t('url.empty')}
              value={url}
              onInput={(event) => writeUrl(event.currentTarget.value)}
            />
          </label>
          {(profile?.uses ?? []).map((use) => (
            <label key={use} class="field">
              <span>{t('key', { use: t(`use.${use}`) })}</span>
              <input
                type="password"
                autocomplete="off"
                maxLength={200}
                placeholder={t('key.empty')}
                value={keys[use] ?? ''}
                onInput={(event) => writeKeys({ ...keys, [use]: event.currentTarget.value })}
              />
            </label>
          ))}
        </div>
        <details>
          <summary>{t('more')}</summary>
          <div class="columns examination-more">
            <Field label={t('product')} value={product} write={writeProduct} />
            <Field label={t('licence')} value={licence} write={writeLicence} />
            <label class="field">
              <span>{t('stories')}</span>
              <input
                type="number"
                required
                min={0}
                max={1000}
                value={stories}
                onInput={(event) => writeStories(event.currentTarget.value)}
              />
            </label>
            <Field label={t('seed')} value={seed} write={writeSeed} />
          </div>
        </details>
        <div class="buttons">
          <button type="submit" class="primary" disabled={busy}>
            {t('start')}
          </button>
        </div>
      </form>
    </section>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly write: (text: string) => void
}

function Field({ label, value, write }: FieldProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input maxLength={100} value={value} onInput={(event) => write(event.currentTarget.value)} />
    </label>
  )
}
