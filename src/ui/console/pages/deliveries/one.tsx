import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { Time } from '../../parts/time.tsx'
import { attempt } from '../../parts/toast.tsx'
import { href, world } from '../../place.ts'
import { OneAttempt } from './attempt.tsx'
import { AttemptAxis } from './axis.tsx'
import { Resend } from './resend.tsx'
import { t } from './texts.ts'

/** One call with all its attempts. */
export function OneDelivery({ id }: { readonly id: string }) {
  const path = { delivery: id }
  const loaded = useLoaded(
    () => ask(control.GET('/_sandbox/deliveries/{delivery}', { params: { path, query: { world: world.value } } })),
    [id],
  )
  return (
    <>
      <nav class="crumbs">
        <a href={href('/deliveries')}>{t('list')}</a>
      </nav>
      <Shown of={loaded}>{(shown) => <Whole shown={shown} reload={loaded.reload} />}</Shown>
    </>
  )
}

function Whole({ shown: { delivery, attempts }, reload }: { readonly shown: Schemas['DeliveryShown']; readonly reload: () => void }) {
  const { id, operation, status, timetable, cause, orderId, nextAt, heldByHand, url } = delivery
  const restart = async () => {
    await attempt(
      () =>
        ask(control.POST('/_sandbox/deliveries/{delivery}/restart', { params: { path: { delivery: id }, query: { world: world.value } } })),
      () => t('restarted'),
    )
    reload()
  }
  const hold = async (verb: 'hold' | 'release') => {
    const params = { path: { delivery: id }, query: { world: world.value } }
    await attempt(
      () => ask(control.POST(`/_sandbox/deliveries/{delivery}/${verb}`, { params })),
      () => t(verb === 'hold' ? 'held' : 'released'),
    )
    reload()
  }
  return (
    <>
      <div class="page-head">
        <h1>
          <code>{id}</code> <State name={status} />
        </h1>
        <p class="muted">
          <code>{operation}</code> · {t('one.about', { timetable, cause })}
          {orderId !== undefined && (
            <>
              {' '}
              · <a href={href(`/orders/${encodeURIComponent(orderId)}`)}>{orderId}</a>
            </>
          )}
        </p>
        <div class="actions buttons">
          <button type="button" onClick={restart} disabled={status !== 'held' && status !== 'given-up'}>
            {t('restart')}
          </button>
          {heldByHand ? (
            <button type="button" onClick={() => hold('release')}>
              {t('release')}
            </button>
          ) : (
            <button type="button" onClick={() => hold('hold')} disabled={status !== 'waiting' || nextAt === undefined}>
              {t('hold')}
            </button>
          )}
        </div>
      </div>
      <p class="muted">
        <code>{url}</code>
        {nextAt !== undefined && (
          <>
            {' '}
            · {t(heldByHand ? 'was-due' : 'next')}: <Time at={nextAt} />
          </>
        )}
      </p>
      {attempts.length === 0 ? (
        <Empty title={t('no-attempt')}>{t(heldByHand ? 'no-attempt.held' : 'no-attempt.hint')}</Empty>
      ) : (
        <>
          <AttemptAxis attempts={attempts} nextAt={heldByHand ? undefined : nextAt} />
          <Resend ids={[id]} onDone={reload} />
          {attempts.toReversed().map((one, index) => (
            <OneAttempt key={one.number} attempt={one} open={index === 0} />
          ))}
        </>
      )}
    </>
  )
}
