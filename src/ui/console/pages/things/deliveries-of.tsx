import { ask, control, type Schemas } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import { Empty, Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { type Column, Table } from '../../parts/table.tsx'
import { Time } from '../../parts/time.tsx'
import { world } from '../../place.ts'
import { thingHref } from './kinds.ts'
import { t } from './texts.ts'

type Delivery = Schemas['Delivery']

/** The marketplace's calls of sellers about an order. */
export function DeliveriesOf({ order }: { readonly order: string }) {
  const query = { world: world.value, order, limit: 500 }
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/deliveries', { params: { query } })), [order])
  const columns: readonly Column<Delivery>[] = [
    { head: t('id'), width: '8rem', cell: ({ id }) => <code>{id}</code> },
    { head: t('state'), width: '8rem', cell: ({ status }) => <State name={status} /> },
    { head: t('call'), cell: ({ operation }) => <code>{operation}</code>, title: ({ operation }) => operation },
    { head: t('created'), width: '11rem', cell: ({ createdAt }) => <Time at={createdAt} /> },
    { head: t('attempts'), width: '6rem', kind: 'number', cell: ({ attempts }) => attempts },
    { head: t('next'), width: '11rem', cell: ({ nextAt }) => (nextAt === undefined ? <span class="muted">–</span> : <Time at={nextAt} />) },
  ]
  return (
    <Shown of={loaded}>
      {({ deliveries }) =>
        deliveries.length === 0 ? (
          <Empty title={t('deliveries.none')}>{t('deliveries.none.hint')}</Empty>
        ) : (
          <Table
            label={t('deliveries')}
            rows={[...deliveries].reverse()}
            columns={columns}
            rowKey={({ id }) => id}
            link={({ id }) => thingHref('deliveries', id)}
          />
        )
      }
    </Shown>
  )
}
