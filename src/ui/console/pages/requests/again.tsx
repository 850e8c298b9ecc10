import { useState } from 'preact/hooks'
import { ask, control, send } from '../../api.ts'
import type { Exchange } from '../../journal.ts'
import { useLoaded } from '../../loaded.ts'
import { attempt } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { Body } from './call.tsx'
import { t } from './texts.ts'

const ROLES = ['buyer', 'partner', 'seller', 'none'] as const

interface Answered {
  readonly status: number
  readonly body: string
}

/** The call once more, edited or not. Its credentials were masked: a valid token of the chosen account takes their place. */
export function Again({ exchange: { request, caller } }: { readonly exchange: Exchange }) {
  const [method, chooseMethod] = useState(request.method)
  const [target, write] = useState(`${request.path}${request.query === '' ? '' : `?${request.query}`}`)
  const [body, writeBody] = useState(request.body)
  const [role, choose] = useState<(typeof ROLES)[number]>(ROLES.find((one) => one === caller?.role) ?? 'buyer')
  const [answered, show] = useState<Answered>()
  const keys = useLoaded(() => ask(control.GET('/_sandbox/credentials', { params: { query: { world: world.value } } })), [], {
    live: false,
  })
  const submit = async (event: Event) => {
    event.preventDefault()
    const token = role === 'none' ? undefined : keys.data?.[role]?.token
    const type = request.headers['content-type']
    await attempt(
      async () => {
        const sent = new Request(new URL(target, location.origin), {
          method,
          headers: { ...(token === undefined ? {} : { 'X-Auth-Token': token }), ...(type === undefined ? {} : { 'Content-Type': type }) },
          ...(body === '' || method === 'GET' || method === 'HEAD' ? {} : { body }),
        })
        const response = await send(sent)
        const answer = { status: response.status, body: await response.text() }
        show(answer)
        return answer
      },
      ({ status }) => t('again.done', { status }),
    )
  }
  return (
    <div class="columns">
      <section class="card">
        <header>
          <h2>{t('tab.again')}</h2>
        </header>
        <form class="card-body form" onSubmit={submit}>
          <p class="muted">{t('again.about')}</p>
          <label class="field">
            <span>{t('method')}</span>
            <select value={method} onChange={(event) => chooseMethod(event.currentTarget.value)}>
              {['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{t('path')}</span>
            <input required pattern="/.*" value={target} onInput={(event) => write(event.currentTarget.value)} />
          </label>
          <label class="field">
            <span>{t('as')}</span>
            <select value={role} onChange={(event) => choose(event.currentTarget.value as 'buyer')}>
              {ROLES.map((one) => (
                <option key={one} value={one}>
                  {t(`role.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>{t('body')}</span>
            <textarea rows={8} value={body} onInput={(event) => writeBody(event.currentTarget.value)} />
          </label>
          <div class="buttons">
            <button type="submit" class="primary">
              {t('send')}
            </button>
          </div>
        </form>
      </section>
      {answered && (
        <section class="card">
          <header>
            <h2>
              {t('answer')} <span class="num">{answered.status}</span>
            </h2>
          </header>
          <div class="card-body">
            <Body text={answered.body} />
          </div>
        </section>
      )}
    </div>
  )
}
