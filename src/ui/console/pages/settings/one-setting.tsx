import { useEffect, useState } from 'preact/hooks'
import { ask, control, type Schemas } from '../../api.ts'
import { attempt } from '../../parts/toast.tsx'
import { href, world } from '../../place.ts'
import { Evidence } from './evidence.tsx'
import { t } from './texts.ts'

export type Setting = Schemas['SettingList']['settings'][number]

type Value = Setting['value']

interface OneSettingProps {
  readonly setting: Setting
  readonly onChange: () => void
}

/** One setting: what it decides, why there is a choice, and its value. */
export function OneSetting({ setting, onChange }: OneSettingProps) {
  const { name, value, about, source, evidence, place } = setting
  const changed = value !== setting.default
  const set = async (next: Value) => {
    await attempt(
      () => ask(control.PATCH('/_sandbox/settings', { params: { query: { world: world.value } }, body: { [name]: next } })),
      () => t('saved', { name, value: shown(next) }),
    )
    onChange()
  }
  return (
    <li class={changed ? 'setting marked' : 'setting'}>
      <div class="setting-about">
        <p>
          <code>{name}</code>
        </p>
        <p class="muted">{about}</p>
        <p class="setting-sources">
          {evidence !== undefined && <Evidence level={evidence} />}
          {source.map((id) => (
            <a key={id} href={href(`/settings/sources/${id}`)}>
              {id}
            </a>
          ))}
          {place !== undefined && <code class="muted">{place}</code>}
        </p>
      </div>
      <div class="setting-value">
        <Field setting={setting} set={set} />
        {changed && (
          <p class="muted">
            {t('default', { value: shown(setting.default) })}{' '}
            <button type="button" class="link" onClick={() => set(setting.default)}>
              {t('to-default')}
            </button>
          </p>
        )}
      </div>
    </li>
  )
}

const shown = (value: Value): string => (value === true ? t('on') : value === false ? t('off') : String(value))

/** A list where the values are known, else a field that is saved by its button or Enter. */
function Field({ setting: { name, value, values }, set }: { readonly setting: Setting; readonly set: (next: Value) => void }) {
  const [text, write] = useState(String(value))
  useEffect(() => write(String(value)), [value])
  const label = t('value', { name })
  const known = values ?? (typeof value === 'boolean' ? [true, false] : undefined)
  if (known)
    return (
      <select aria-label={label} value={known.indexOf(value)} onChange={(event) => set(known[Number(event.currentTarget.value)] as Value)}>
        {known.map((one, index) => (
          <option key={String(one)} value={index}>
            {shown(one)}
          </option>
        ))}
      </select>
    )
  const submit = (event: Event) => {
    event.preventDefault()
    set(typeof value === 'number' ? Number(text) : text)
  }
  return (
    <form class="with-button" onSubmit={submit}>
      <input
        class="num"
        inputMode={typeof value === 'number' ? 'decimal' : 'text'}
        aria-label={label}
        value={text}
        onInput={(event) => write(event.currentTarget.value)}
      />
      <button type="submit" disabled={text === String(value)}>
        {t('save')}
      </button>
    </form>
  )
}
