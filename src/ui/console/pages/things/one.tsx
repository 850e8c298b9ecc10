import { useLoaded } from '../../loaded.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { Json } from '../../parts/json.tsx'
import { Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { Tabs } from '../../parts/tabs.tsx'
import { href } from '../../place.ts'
import { Actions } from './actions.tsx'
import { Bill } from './bill.tsx'
import { DeliveriesOf } from './deliveries-of.tsx'
import { Details } from './details.tsx'
import { FactsOf } from './facts-of.tsx'
import { kindName } from './kind-names.ts'
import { placeOf, thingHref } from './kinds.ts'
import { Lifecycle } from './lifecycle.tsx'
import { type Entity, readThing } from './reading.ts'
import { Related } from './related.tsx'
import { t } from './texts.ts'

/** Members of a thing that name what the marketplace called a seller about. */
const CALLED: Readonly<Record<string, string>> = { orders: 'id', supervisions: 'id', resources: 'orderId', licences: 'orderId' }

/** One thing: where it stands and what can be done, and its data. */
export function One({ kind, id, tab }: { readonly kind: string; readonly id: string; readonly tab: string }) {
  const loaded = useLoaded(() => readThing(kind, id), [kind, id])
  return (
    <>
      <nav class="crumbs" aria-label={kindName(kind)}>
        <a href={href(placeOf(kind))}>{kindName(kind)}</a>
      </nav>
      <Shown of={loaded}>{({ entity }) => <Thing kind={kind} entity={entity as Entity} tab={tab} onDone={loaded.reload} />}</Shown>
    </>
  )
}

interface ThingProps {
  readonly kind: string
  readonly entity: Entity
  readonly tab: string
  readonly onDone: () => void
}

function Thing({ kind, entity, tab, onDone }: ThingProps) {
  const { id } = entity
  const called = CALLED[kind] === undefined ? undefined : entity[CALLED[kind]]
  const names = [
    '',
    'facts',
    ...(typeof called === 'string' ? ['deliveries'] : []),
    ...(kind === 'orders' ? ['bill'] : []),
    'json',
  ] as const
  const tabs = names.map((name) => ({
    name,
    title: t((name === '' ? 'lifecycle' : name) as 'facts'),
    to: thingHref(kind, id, name),
  }))
  return (
    <>
      <div class="page-head thing-head">
        <h1>
          <code>{id}</code>
        </h1>
        {entity['status'] !== undefined && <State name={String(entity['status'])} />}
        {(entity['name'] ?? entity['siteName']) !== undefined && <span class="muted">{String(entity['name'] ?? entity['siteName'])}</span>}
        <CopyButton text={() => id} />
        <div class="actions buttons">
          <Actions kind={kind} id={id} drafts={{ PayOrders: { orders: [id] } }} onDone={onDone} />
        </div>
      </div>
      <Tabs label={t('tabs.label', { id })} tabs={tabs} present={tab}>
        {tab === '' && (
          <>
            <Lifecycle kind={kind} id={id} />
            <div class="thing-columns">
              <Details entity={entity} />
              <Related kind={kind} id={id} />
            </div>
          </>
        )}
        {tab === 'facts' && <FactsOf id={id} />}
        {tab === 'deliveries' && <DeliveriesOf order={String(called)} />}
        {tab === 'bill' && <Bill order={entity} />}
        {tab === 'json' && <Json value={entity} open={3} />}
      </Tabs>
    </>
  )
}
