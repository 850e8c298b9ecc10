import { Fragment } from 'preact'
import { useState } from 'preact/hooks'
import { ask, control, people, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Empty, Shown } from '../../parts/shown.tsx'
import { attempt } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { OneAttempt } from './attempt.tsx'
import { t } from './texts.ts'

const USES = ['basic', 'kit', 'licence', 'notification'] as const
type Use = (typeof USES)[number]

/** Where the calls of the seller go, the keys that sign them, and a call at once. */
export function AddressAndKey() {
  const query = { world: world.value }
  const loaded = useLoaded(async () => {
    const { seller } = await ask(control.GET('/_sandbox/credentials', { params: { query } }))
    const path = { seller: seller?.domain_id ?? '' }
    const [{ addresses }, { keys }] = await Promise.all([
      ask(people.GET('/_sandbox/console/sellers/{seller}/addresses', { params: { path, query } })),
      ask(people.GET('/_sandbox/console/sellers/{seller}/keys', { params: { path, query } })),
    ])
    return { seller, addresses, keys }
  })
  return (
    <Shown of={loaded}>
      {({ seller, addresses, keys }) => (
        <>
          <p>
            {t('seller')}: <code>{seller?.domain_name}</code>
          </p>
          <div class="columns">
            <section class="card">
              <header>
                <h2>{t('addresses')}</h2>
              </header>
              <div class="card-body">
                {addresses.length === 0 ? (
                  <Empty title={t('addresses.none')} />
                ) : (
                  <dl class="pairs">
                    {addresses.map(({ id, use, url }) => (
                      <div key={id}>
                        <dt>{t(`use.${use}`)}</dt>
                        <dd>
                          <code>{url}</code>
                        </dd>
                      </div>
                    ))}
                  </dl>
                )}
                <SetAddress seller={seller?.domain_id ?? ''} onDone={loaded.reload} />
              </div>
            </section>
            <Keys seller={seller?.domain_id ?? ''} keys={keys} onDone={loaded.reload} />
          </div>
          {addresses.some(({ use }) => use === 'basic') && <Try seller={seller?.domain_id ?? ''} />}
        </>
      )}
    </Shown>
  )
}

function SetAddress({ seller, onDone }: { readonly seller: string; readonly onDone: () => void }) {
  const [use, choose] = useState<Use>('basic')
  const [url, write] = useState('http://localhost:8080/')
  const [warnings, warn] = useState<readonly string[]>([])
  const set = async (event: Event) => {
    event.preventDefault()
    const params = { path: { seller }, query: { world: world.value } }
    const done = await attempt(
      () => ask(people.POST('/_sandbox/console/sellers/{seller}/addresses', { params, body: { use, url } })),
      () => t('set.done'),
    )
    if (done) warn(done.warnings)
    onDone()
  }
  return (
    <form class="form" onSubmit={set}>
      <label class="field">
        <span>{t('use')}</span>
        <select value={use} onChange={(event) => choose(event.currentTarget.value as Use)}>
          {USES.map((one) => (
            <option key={one} value={one}>
              {t(`use.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t('url')}</span>
        <input required type="url" maxLength={1024} value={url} onInput={(event) => write(event.currentTarget.value)} />
      </label>
      <div class="buttons">
        <button type="submit" class="primary">
          {t('set')}
        </button>
      </div>
      {warnings.length > 0 && (
        <div class="notice">
          <p>{t('warnings')}</p>
          <ul>
            {warnings.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      )}
    </form>
  )
}

interface KeysProps {
  readonly seller: string
  readonly keys: readonly { readonly id: string; readonly use: string; readonly secret: string }[]
  readonly onDone: () => void
}

function Keys({ seller, keys, onDone }: KeysProps) {
  const create = async (use: Use) => {
    const params = { path: { seller }, query: { world: world.value } }
    await attempt(
      () => ask(people.POST('/_sandbox/console/sellers/{seller}/keys', { params, body: { use } })),
      () => t('new.done', { use: t(`use.${use}`) }),
    )
    onDone()
  }
  const remove = async (keyId: string) => {
    const params = { path: { keyId }, query: { world: world.value } }
    await attempt(
      () => ask(people.DELETE('/_sandbox/console/keys/{keyId}', { params })),
      () => t('removed'),
    )
    onDone()
  }
  const missing = USES.filter((use) => !keys.some((one) => one.use === use))
  return (
    <section class="card">
      <header>
        <h2>{t('keys')}</h2>
      </header>
      <div class="card-body">
        <p class="muted">{t('keys.about')}</p>
        <dl class="pairs keys">
          {keys.map(({ id, use, secret }) => (
            <Fragment key={id}>
              <dt>{t.has(`use.${use}`) ? t(`use.${use}` as 'use.basic') : use}</dt>
              <dd>
                <code>{secret}</code> <CopyButton text={() => secret} />{' '}
                <button type="button" class="quiet danger" aria-label={`${t('remove')} ${id}`} onClick={() => remove(id)}>
                  {t('remove')}
                </button>
              </dd>
            </Fragment>
          ))}
        </dl>
        <div class="buttons">
          {missing.map((use) => (
            <button type="button" key={use} onClick={() => create(use)}>
              {t('new')}: {t(`use.${use}`)}
            </button>
          ))}
        </div>
      </div>
    </section>
  )
}

/** A call for debugging, at once. */
function Try({ seller }: { readonly seller: string }) {
  const [made, show] = useState<Schemas['DeliveryShown']>()
  const call = async () => {
    const body = { operation: 'queryInstance', seller, debugging: true, set: { instanceId: 'console-check' } }
    show(
      await attempt(
        () => ask(control.POST('/_sandbox/deliveries', { params: { query: { world: world.value } }, body })),
        ({ attempts }) => {
          const last = attempts.at(-1)
          return last?.passed
            ? t('try.passed')
            : t('try.failed', { codes: last?.findings.map(({ code }) => code).join(', ') || (last?.failure ?? '–') })
        },
      ),
    )
  }
  const last = made?.attempts.at(-1)
  return (
    <section class="card">
      <header>
        <h2>{t('try')}</h2>
        <div class="actions">
          <button type="button" class="primary" onClick={call}>
            {t('try')}
          </button>
        </div>
      </header>
      <div class="card-body">
        <p class="muted">{t('try.about')}</p>
        {last && <OneAttempt key={made?.delivery.id} attempt={last} open />}
      </div>
    </section>
  )
}
