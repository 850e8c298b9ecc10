import { useLoaded } from '../../loaded.ts'
import { Money } from '../../parts/money.tsx'
import { Shown } from '../../parts/shown.tsx'
import { State } from '../../parts/state.tsx'
import { moment } from '../../parts/time.tsx'
import { thingHref } from './kinds.ts'
import { type Entity, readNames, readRelated } from './reading.ts'
import { t } from './texts.ts'
import { Value } from './value.tsx'

interface Amounts {
  readonly official: string
  readonly afterDiscount: string
  readonly cashCoupon: string
  readonly voucher: string
  readonly storedCard: string
}

interface Line {
  readonly id: string
  readonly productId: string
  readonly quantity: number
  readonly periodType?: string
  readonly periodNum?: number
  readonly amounts: Amounts
}

const fen = (yuan: string | undefined) => Math.round(Number(yuan ?? 0) * 100)
const yuan = (amount: number) => (amount / 100).toFixed(2)

/** What is left to pay after coupons and cards: they pay, they do not lower the price. */
const dueOf = ({ afterDiscount, cashCoupon, voucher, storedCard }: Amounts) =>
  yuan(fen(afterDiscount) - fen(cashCoupon) - fen(voucher) - fen(storedCard))

const reducedOf = (amounts: Amounts) => yuan(fen(amounts.official) - fen(dueOf(amounts)))

/** What an order costs, how it was paid, and the orders that go on from it. */
export function Bill({ order }: { readonly order: Entity }) {
  const names = useLoaded(readNames, [], { live: false })
  const lines = (order['lines'] ?? []) as readonly Line[]
  const amounts = order['amounts'] as Amounts
  const row = (head: preact.ComponentChild, one: Amounts, line?: Line) => (
    <tr key={line?.id ?? 'sum'}>
      <th scope="row">{head}</th>
      <td class="right num">{line?.quantity}</td>
      <td>{line?.periodType === undefined ? '' : `${line.periodType} × ${line.periodNum ?? 1}`}</td>
      <td class="right">
        <Money amount={one.official} />
      </td>
      <td class="right">
        <Money amount={reducedOf(one)} />
      </td>
      <td class="right">
        <Money amount={dueOf(one)} />
      </td>
    </tr>
  )
  return (
    <>
      <section class="card table" aria-label={t('bill')}>
        <table class="bill">
          <thead>
            <tr>
              <th scope="col">{t('line')}</th>
              <th scope="col" class="right">
                {t('quantity')}
              </th>
              <th scope="col">{t('period')}</th>
              <th scope="col" class="right">
                {t('official')}
              </th>
              <th scope="col" class="right">
                {t('reductions')}
              </th>
              <th scope="col" class="right">
                {t('payable')}
              </th>
            </tr>
          </thead>
          <tbody>{lines.map((line) => row(names.data?.products.get(line.productId) ?? line.productId, line.amounts, line))}</tbody>
          <tfoot>{row(t('sum'), amounts)}</tfoot>
        </table>
      </section>
      <div class="thing-columns">
        <Payment order={order} />
        <FollowUps order={order} />
      </div>
    </>
  )
}

function Payment({ order }: { readonly order: Entity }) {
  const members = ['payerId', 'paying', 'couponIds', 'discountIds', 'combinedId', 'contractId', 'fundsRequest', 'refund', 'invoiced']
  const shown = members.filter((member) => order[member] !== undefined && String(order[member]) !== '')
  const { paidAt, paymentDeadline, status } = order as Readonly<Record<string, unknown>>
  const said =
    typeof paidAt === 'string'
      ? t('payment.paid', { at: moment(paidAt) })
      : typeof paymentDeadline === 'string' && status === 'pending-payment'
        ? t('payment.due', { at: moment(paymentDeadline) })
        : t('payment.none')
  return (
    <section class="card" aria-labelledby="payment">
      <header>
        <h2 id="payment">{t('payment')}</h2>
      </header>
      <div class="card-body">
        <p>{said}</p>
        {shown.length > 0 && (
          <dl class="pairs">
            {shown.map((member) => [
              <dt key={`${member} name`}>
                <code>{member}</code>
              </dt>,
              <dd key={member}>
                <Value member={member} value={order[member]} />
              </dd>,
            ])}
          </dl>
        )}
      </div>
    </section>
  )
}

function FollowUps({ order }: { readonly order: Entity }) {
  const loaded = useLoaded(() => readRelated('orders', order.id), [order.id])
  return (
    <section class="card" aria-labelledby="followups">
      <header>
        <h2 id="followups">{t('followups')}</h2>
      </header>
      <Shown of={loaded}>
        {({ related }) => {
          const orders = related.filter(({ kind }) => kind === 'orders').flatMap(({ entities }) => entities)
          return orders.length === 0 ? (
            <p class="card-body muted">–</p>
          ) : (
            <ul class="card-body related">
              {orders.map((one) => (
                <li key={one.id} class="related-thing">
                  <a href={thingHref('orders', one.id)}>
                    <code>{one.id}</code>
                  </a>{' '}
                  {one.status !== undefined && <State name={one.status} />} <span class="muted">{one.type}</span>
                </li>
              ))}
            </ul>
          )
        }}
      </Shown>
    </section>
  )
}
