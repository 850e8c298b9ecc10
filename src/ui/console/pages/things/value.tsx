import { Money } from '../../parts/money.tsx'
import { State } from '../../parts/state.tsx'
import { Time } from '../../parts/time.tsx'
import { type KindColumn, kindNamed, thingHref } from './kinds.ts'

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const AMOUNT = /^-?\d+\.\d\d$/

/** Names of accounts and products by id: ids say nothing to people. */
export interface Names {
  readonly accounts: ReadonlyMap<string, string>
  readonly products: ReadonlyMap<string, string>
}

/** A value of a list, as its column says. */
export function Cell({ value, as, names }: { readonly value: unknown; readonly as: KindColumn['as']; readonly names: Names }) {
  if (value === undefined || value === null || value === '') return <span class="muted">–</span>
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (as === 'state') return <State name={text} />
  if (as === 'time' && MOMENT.test(text)) return <Time at={text} />
  if (as === 'money') return <Money amount={text} />
  if (as === 'account') return <>{names.accounts.get(text) ?? text}</>
  if (as === 'product') return <>{names.products.get(text) ?? text}</>
  return as === 'code' ? <code>{text}</code> : text
}

/** The value of a member in full: moments and amounts in the reader's form, ids as links. */
export function Value({ member, value }: { readonly member: string; readonly value: unknown }) {
  const kind = kindNamed(member)
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.length === 0 ? (
      <span class="muted">–</span>
    ) : (
      <span class="values">
        {value.map((one) => (
          <Value key={String(one)} member={member} value={one} />
        ))}
      </span>
    )
  if (Array.isArray(value))
    return (
      <>
        {value.map((one, place) => (
          <Nested key={String(place)} title={`${member} ${place + 1}`} value={one} />
        ))}
      </>
    )
  if (typeof value === 'object' && value !== null) return <Members of={value} />
  const text = String(value)
  if (kind !== undefined && text !== '')
    return (
      <a href={thingHref(kind, text)}>
        <code>{text}</code>
      </a>
    )
  if (member === 'status') return <State name={text} />
  if (MOMENT.test(text)) return <Time at={text} />
  if (typeof value === 'string' && AMOUNT.test(text)) return <Money amount={text} />
  return /Id$|^id$/.test(member) ? <code>{text}</code> : text
}

function Nested({ title, value }: { readonly title: string; readonly value: object }) {
  return (
    <details open>
      <summary class="muted">{title}</summary>
      <Members of={value} />
    </details>
  )
}

/** The members of an object as names and values. */
export function Members({ of: value, nested = true }: { readonly of: object; readonly nested?: boolean }) {
  return (
    <dl class={nested ? 'pairs nested' : 'pairs'}>
      {Object.entries(value)
        .filter(([, one]) => one !== '' && one !== null)
        .map(([member, one]) => [
          <dt key={`${member} name`}>
            <code>{member}</code>
          </dt>,
          <dd key={member}>
            <Value member={member} value={one} />
          </dd>,
        ])}
    </dl>
  )
}
