import { length, moment } from '../../parts/time.tsx'
import { advance, type Plan } from './clock.ts'
import { workName } from './names.ts'

const MINUTE = 60_000
const MARKS = [60, 1440, 7 * 1440, 30 * 1440, 365 * 1440, 3 * 365 * 1440]

/** What is due on an axis on which each step to the right is much longer than the one before: soon and late are seen together. */
export function DueAxis({ now, plans }: { readonly now: string; readonly plans: readonly Plan[] }) {
  const from = Date.parse(now)
  const most = Math.max(365 * 1440, ...plans.map(({ at }) => (Date.parse(at) - from) / MINUTE))
  const place = (minutes: number) => 1 + (93 * Math.log1p(Math.max(0, minutes) / 10)) / Math.log1p(most / 10)
  const heaps = new Map<number, Plan[]>()
  for (const plan of plans) {
    const x = Math.round(place((Date.parse(plan.at) - from) / MINUTE) * 1.5) / 1.5
    heaps.set(x, [...(heaps.get(x) ?? []), plan])
  }
  return (
    <svg class="due-axis" height="76" width="100%" aria-hidden="true">
      <line x1="0" x2="100%" y1="44" y2="44" class="axis" />
      {MARKS.filter((minutes) => minutes <= most).map((minutes) => (
        <g key={minutes}>
          <line x1={`${place(minutes)}%`} x2={`${place(minutes)}%`} y1="44" y2="48" class="axis" />
          <text x={`${place(minutes)}%`} y="60" text-anchor="middle">
            {length(minutes * MINUTE)}
          </text>
        </g>
      ))}
      {[...heaps].map(([x, heap]) => {
        const height = Math.min(36, 6 + 5 * heap.length)
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table below has a button for each
          <rect
            key={x}
            class="heap"
            x={`${x}%`}
            y={44 - height}
            width="6"
            height={height}
            rx="2"
            transform="translate(-3 0)"
            onClick={() => advance({ to: (heap[0] as Plan).at })}
          >
            <title>{heap.map((plan) => `${moment(plan.at)} ${workName(plan)}`).join('\n')}</title>
          </rect>
        )
      })}
    </svg>
  )
}
