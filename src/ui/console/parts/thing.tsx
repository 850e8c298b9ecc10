import { href, pagePaths } from '../place.ts'
import { Money } from './money.tsx'
import { Time } from './time.tsx'

/** Members of facts, plans and deliveries that name a thing, with the page of such things. */
const PAGE_OF: Readonly<Record<string, string>> = {
  orderId: '/orders',
  resourceId: '/resources',
  deliveryId: '/deliveries',
  productId: '/products',
  accountId: '/accounts',
  customerId: '/accounts',
  filingId: '/filings',
  licenceId: '/licences',
}

/** The id of a thing; a link where its page exists. */
function Thing({ member, id }: { readonly member: string; readonly id: string }) {
  const page = PAGE_OF[member]
  const text = <code title={`${member} ${id}`}>{id}</code>
  return page !== undefined && pagePaths.has(page) ? <a href={href(`${page}/${encodeURIComponent(id)}`)}>{text}</a> : text
}

/** A moment or an amount (facts have it in fen) in the reader's form; anything else as it is. */
function Plain({ name, value }: { readonly name: string; readonly value: unknown }) {
  if (name === 'amount' && typeof value === 'number') return <Money amount={value / 100} />
  if (typeof value === 'number' && value > YEAR_2001) return <Time at={new Date(value).toISOString()} />
  return <>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</>
}

/** In milliseconds; no count of anything is as large. */
const YEAR_2001 = 1e12

/** What a fact or a plan is about: its things first, then the rest as text. */
export function About({ about }: { readonly about: unknown }) {
  if (typeof about !== 'object' || about === null) return null
  const members = Object.entries(about)
  const things = members.filter(([name, value]) => name in PAGE_OF && typeof value === 'string')
  const others = members.filter(([name]) => !things.some(([thing]) => thing === name))
  return (
    <span class="about">
      {things.map(([name, id]) => (
        <Thing key={name} member={name} id={String(id)} />
      ))}
      {others.map(([name, value]) => (
        <span key={name} class="muted">
          {name} <Plain name={name} value={value} />
        </span>
      ))}
    </span>
  )
}
