import type { Entity } from './reading.ts'
import { t } from './texts.ts'
import { Members } from './value.tsx'

/** The members of a thing as a list of names and values. */
export function Details({ entity }: { readonly entity: Entity }) {
  return (
    <section class="card" aria-labelledby="details">
      <header>
        <h2 id="details">{t('details')}</h2>
      </header>
      <div class="card-body">
        <Members of={entity} nested={false} />
      </div>
    </section>
  )
}
