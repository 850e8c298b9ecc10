import type { ComponentChildren } from 'preact'
import { Nowhere } from './nowhere.tsx'

interface TabsProps {
  readonly label: string
  readonly tabs: readonly { readonly name: string; readonly title: string; readonly to: string; readonly count?: number }[]
  /** Where there is no such tab, that is said instead. */
  readonly present: string
  readonly children: ComponentChildren
}

/** Parts of a page of which one is seen. Each is a link, so that it can be sent to others. */
export function Tabs({ label, tabs, present, children }: TabsProps) {
  return (
    <>
      <nav class="tabs" aria-label={label}>
        {tabs.map(({ name, title, to, count }) => (
          <a key={name} href={to} aria-current={name === present ? 'page' : undefined}>
            {title}
            {count !== undefined && <span class="count num">{count}</span>}
          </a>
        ))}
      </nav>
      {tabs.some(({ name }) => name === present) ? children : <Nowhere />}
    </>
  )
}
