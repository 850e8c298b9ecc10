import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { href, pagePaths, world } from '../../place.ts'
import { kindName } from '../things/kind-names.ts'
import { t } from './texts.ts'

type Collection = Schemas['CollectionList']['collections'][number]

/** How many there are of everything that has states, by state. */
export function Numbers() {
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/worlds/{world}/entities', { params: { path: { world: world.value } } })))
  return (
    <section class="card" aria-labelledby="numbers">
      <header>
        <h2 id="numbers">{t('numbers')}</h2>
      </header>
      <Shown of={loaded}>
        {({ collections }) => {
          const shown = collections.filter(({ count, states }) => count > 0 && Object.keys(states).length > 0)
          if (shown.length === 0) return <Empty title={t('numbers.none')}>{t('numbers.none.hint')}</Empty>
          return (
            <ul class="numbers">
              {shown.map((collection) => (
                <Row key={collection.kind} {...collection} />
              ))}
            </ul>
          )
        }}
      </Shown>
    </section>
  )
}

function Row({ kind, count, states }: Collection) {
  const path = `/${kind}`
  const linked = pagePaths.has(path)
  return (
    <li>
      <span class="numbers-kind">{linked ? <a href={href(path)}>{kindName(kind)}</a> : kindName(kind)}</span>
      <span class="num right">{count}</span>
      <span class="numbers-states">
        {Object.entries(states)
          .filter(([, number]) => number > 0)
          .map(([status, number]) => {
            const chip = (
              <>
                <State name={status} /> <span class="num">{number}</span>
              </>
            )
            return linked ? (
              <a key={status} class="plain" href={href(path, { status })}>
                {chip}
              </a>
            ) : (
              <span key={status}>{chip}</span>
            )
          })}
      </span>
    </li>
  )
}
