import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { kindName } from './kind-names.ts'
import { thingHref } from './kinds.ts'
import { readRelated } from './reading.ts'
import { t } from './texts.ts'

/** What a thing names and what names it, by collection. */
export function Related({ kind, id }: { readonly kind: string; readonly id: string }) {
  const loaded = useLoaded(() => readRelated(kind, id), [kind, id])
  return (
    <section class="card" aria-labelledby="related">
      <header>
        <h2 id="related">{t('related')}</h2>
      </header>
      <Shown of={loaded}>
        {({ related }) =>
          related.length === 0 ? (
            <Empty title={t('related.none')} />
          ) : (
            <ul class="related">
              {related.map((group) => (
                <li key={`${group.kind} ${group.member}`}>
                  <h3>
                    {kindName(group.kind)} <span class="count num">{group.total}</span> <code class="muted">{group.member}</code>
                  </h3>
                  <ul>
                    {group.entities.map((one) => (
                      <li key={one.id} class="related-thing">
                        <a href={thingHref(group.kind, one.id)}>
                          <code>{one.id}</code>
                        </a>
                        {one.status !== undefined && <State name={one.status} />}
                        {one.type !== undefined && <span class="muted">{one.type}</span>}
                        {one.name !== undefined && <span class="muted">{one.name}</span>}
                      </li>
                    ))}
                  </ul>
                  {group.total > group.entities.length && (
                    <p class="muted">{t('related.more', { count: group.total - group.entities.length })}</p>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </section>
  )
}
