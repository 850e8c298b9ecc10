import { Graph as Layout, layout } from '@dagrejs/dagre'
import { useMemo } from 'preact/hooks'
import { kindName } from './kind-names.ts'
import type { LifecycleData } from './reading.ts'
import { t } from './texts.ts'

/** Pixels. Letters of the page's font at 12 px are about this wide; a little more than needed is better than less. */
const LETTER = 6.9
const LINE = 16
const NODE = 30
const MARGIN = 12
/** Events that stand at one arrow. The others are in its title. */
const LABELS = 3

interface Arrow {
  readonly from: string
  readonly to: string
  readonly events: readonly string[]
}

interface Point {
  readonly x: number
  readonly y: number
}

/** States that the picture shows: those of the way and what follows them directly, or all. */
function shownStates({ transitions, states, status, way }: LifecycleData, whole: boolean): ReadonlySet<string> {
  if (whole) return new Set(states)
  const passed = new Set([...(status === undefined ? [] : [status]), ...way.flatMap(({ state }) => state ?? [])])
  const near = transitions.filter(({ from }) => passed.has(from)).map(({ to }) => to)
  return new Set([...passed, ...near])
}

function arrowsOf({ transitions }: LifecycleData, shown: ReadonlySet<string>): readonly Arrow[] {
  const arrows = new Map<string, Arrow>()
  for (const { from, to, event } of transitions) {
    if (!shown.has(from) || !shown.has(to) || from === to) continue
    const key = `${from} ${to}`
    arrows.set(key, { from, to, events: [...(arrows.get(key)?.events ?? []), event] })
  }
  return [...arrows.values()]
}

const labelOf = ({ events }: Arrow): readonly string[] =>
  events.length <= LABELS ? events : [...events.slice(0, LABELS - 1), `+ ${events.length - LABELS + 1}`]

const widthOf = (texts: readonly string[]) => Math.max(...texts.map((text) => text.length)) * LETTER

function lay(data: LifecycleData, whole: boolean) {
  const shown = shownStates(data, whole)
  const arrows = arrowsOf(data, shown)
  const graph = new Layout()
  graph.setGraph({ rankdir: 'TB', nodesep: 24, ranksep: 26, edgesep: 14, marginx: MARGIN, marginy: MARGIN })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const state of data.states) if (shown.has(state)) graph.setNode(state, { width: widthOf([state]) + 26, height: NODE })
  for (const arrow of arrows) {
    const label = labelOf(arrow)
    graph.setEdge(arrow.from, arrow.to, { width: widthOf(label) + 8, height: label.length * LINE, labelpos: 'c' })
  }
  layout(graph)
  return { graph, arrows, states: data.states.filter((state) => shown.has(state)) }
}

/** The transition table, from the beginning at the top to the ends. */
export default function Graph({ data, whole }: { readonly data: LifecycleData; readonly whole: boolean }) {
  const { status = '', way, steps, kind } = data
  const laid = useMemo(() => lay(data, whole), [whole, kind, whole ? '' : status, whole ? '' : way.length])
  const { width = 0, height = 0 } = laid.graph.graph() as { width?: number; height?: number }
  const passed = new Set(way.flatMap(({ state }) => state ?? []))
  const order = way.flatMap(({ state }) => state ?? [])
  const walked = new Set(order.flatMap((state, i) => (i === 0 || order[i - 1] === state ? [] : [`${order[i - 1]} ${state}`])))
  const toneOf = ({ from, to }: Arrow) => {
    if (from === status) return steps.some((step) => step.to === to && step.allowed) ? 'allowed' : 'refused'
    return walked.has(`${from} ${to}`) ? 'passed' : 'other'
  }
  const possible = steps.filter(({ allowed }) => allowed).map(({ to }) => to)
  const about = t('graph.about', {
    kind: kindName(kind),
    state: status,
    passed: [...passed].join(', ') || '–',
    next: possible.join(', ') || '–',
  })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section class="graph" tabIndex={0} aria-label={t('graph')}>
      <svg
        width={Math.ceil(width)}
        height={Math.ceil(height)}
        viewBox={`0 0 ${Math.ceil(width)} ${Math.ceil(height)}`}
        role="img"
        aria-label={about}
      >
        <defs>
          {['passed', 'allowed', 'refused', 'other'].map((tone) => (
            <marker key={tone} id={`arrow-${tone}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path class={`head ${tone}`} d="M0 0 8 4 0 8z" />
            </marker>
          ))}
        </defs>
        {laid.arrows.map((arrow) => {
          const { points, x = 0, y = 0 } = laid.graph.edge(arrow.from, arrow.to) as { points: readonly Point[]; x?: number; y?: number }
          const tone = toneOf(arrow)
          const label = labelOf(arrow)
          return (
            <g key={`${arrow.from} ${arrow.to}`} class={`arrow ${tone}`}>
              <title>{`${arrow.from} → ${arrow.to}: ${arrow.events.join(', ')}`}</title>
              <polyline points={points.map((point) => `${point.x},${point.y}`).join(' ')} marker-end={`url(#arrow-${tone})`} />
              {label.map((text, line) => (
                <text key={text} x={x} y={y + (line - (label.length - 1) / 2) * LINE + 4}>
                  {text}
                </text>
              ))}
            </g>
          )
        })}
        {laid.states.map((state) => {
          const { x, y, width: wide } = laid.graph.node(state) as Point & { width: number }
          const tone = state === status ? 'now' : passed.has(state) ? 'passed' : possible.includes(state) ? 'allowed' : 'other'
          return (
            <g key={state} class={`node ${tone}`}>
              <rect x={x - wide / 2} y={y - NODE / 2} width={wide} height={NODE} rx="6" />
              <text x={x} y={y + 4}>
                {state}
              </text>
            </g>
          )
        })}
      </svg>
    </section>
  )
}
