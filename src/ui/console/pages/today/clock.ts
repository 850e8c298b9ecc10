import { useEffect, useState } from 'preact/hooks'
import { ask, control, type Schemas } from '../../api.ts'
import { move } from '../../live.ts'
import { moment } from '../../parts/time.tsx'
import { attempt } from '../../parts/toast.tsx'
import { world } from '../../place.ts'
import { t } from './texts.ts'

export type Clock = Schemas['Clock']
export type Plan = Schemas['Upcoming']['upcoming'][number]

/** The world's time now: a running clock goes on between two readings. */
export function useNow(clock: Clock | undefined): number | undefined {
  const [, tick] = useState(0)
  const [read, remember] = useState<{ readonly clock: Clock; readonly at: number }>()
  useEffect(() => {
    if (!clock) return
    remember({ clock, at: performance.now() })
    if (clock.mode !== 'live') return
    const timer = setInterval(() => tick((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [clock])
  if (!clock) return undefined
  const since = clock.mode === 'live' && read?.clock === clock ? performance.now() - read.at : 0
  return Date.parse(clock.now) + since
}

/** Moves the clock, and says what was done on the way. */
export async function advance(body: Schemas['AdvanceClockRequest']): Promise<void> {
  await attempt(
    // The answer waits for all that is done on the way; the stream of facts shows it meanwhile.
    () => ask(control.POST('/_sandbox/clock/advance', { params: { query: { world: world.value } }, body })),
    (done) => ('count' in done ? t('advanced', { count: done.count, now: moment(done.now) }) : ''),
  )
  move()
}

/** Stops the clock, or lets it run. */
export async function switchClock(to: 'freeze' | 'live'): Promise<void> {
  await attempt(
    () => ask(control.POST(`/_sandbox/clock/${to}`, { params: { query: { world: world.value } } })),
    () => (to === 'freeze' ? t('frozen') : t('released')),
  )
  move()
}
