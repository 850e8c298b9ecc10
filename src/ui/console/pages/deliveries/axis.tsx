import type { Schemas } from '../../api.ts'
import { moment } from '../../parts/time.tsx'
import { t } from './texts.ts'

const WIDTH = 1000

/** The attempts on an axis of world time, and the next one. */
export function AttemptAxis({
  attempts,
  nextAt,
}: {
  readonly attempts: readonly Schemas['Attempt'][]
  readonly nextAt: string | undefined
}) {
  const points = attempts.map(({ at, number, passed }) => ({ at: Date.parse(at), number, tone: passed ? 'good' : 'bad' }))
  const all = nextAt === undefined ? points : [...points, { at: Date.parse(nextAt), number: attempts.length + 1, tone: 'next' }]
  const first = all[0]?.at ?? 0
  const span = Math.max(1, (all.at(-1)?.at ?? first) - first)
  const x = (at: number) => 20 + ((at - first) / span) * (WIDTH - 40)
  return (
    <figure class="axis">
      <svg viewBox={`0 0 ${WIDTH} 56`} role="img" aria-label={t('axis')}>
        <line x1={20} x2={WIDTH - 20} y1={24} y2={24} class="axis-line" />
        {all.map(({ at, number, tone }) => (
          <g key={number}>
            <title>{`${t('attempt', { number })}: ${moment(at)}`}</title>
            <circle cx={x(at)} cy={24} r={6} class={`axis-${tone}`} />
          </g>
        ))}
        <text x={20} y={50}>
          {moment(first)}
        </text>
        {all.length > 1 && (
          <text x={WIDTH - 20} y={50} text-anchor="end">
            {moment(first + span)}
          </text>
        )}
      </svg>
    </figure>
  )
}
