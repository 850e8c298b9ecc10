import { useLocation } from 'preact-iso/router'
import { href } from '../place.ts'

/** What is sought in a list, and which rows are shown: part of the address of its page. */
export function useFilters(path: string) {
  const { query, route } = useLocation()
  const { text = '', show = 'all' } = query
  const seek = (next: { readonly text?: string; readonly show?: string }) => {
    const wanted = { text, show, ...next }
    route(href(path, { text: wanted.text, show: wanted.show === 'all' ? '' : wanted.show }), true)
  }
  return { text, show, seek }
}

/** Above a list: what is sought, and which rows are shown. */
export function Filters<T extends string>({
  labels,
  text,
  show,
  shown,
  nameOf,
  seek,
}: {
  readonly labels: { readonly search: string; readonly show: string }
  readonly text: string
  readonly show: string
  readonly shown: readonly T[]
  readonly nameOf: (one: T) => string
  readonly seek: (next: { readonly text?: string; readonly show?: string }) => void
}) {
  return (
    <div class="filters">
      <input
        type="search"
        aria-label={labels.search}
        placeholder={labels.search}
        value={text}
        onInput={(event) => seek({ text: event.currentTarget.value })}
      />
      <select aria-label={labels.show} value={show} onChange={(event) => seek({ show: event.currentTarget.value })}>
        {shown.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </div>
  )
}
