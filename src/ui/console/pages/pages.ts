import type { FunctionComponent } from 'preact'
import lazy from 'preact-iso/lazy'
import { pagePaths } from '../place.ts'
import { texts } from '../texts/language.ts'
import type { PageProps } from './page-props.ts'

/** Names of the pages in the menu. */
const t = texts({ today: 'Today', worlds: 'Worlds', settings: 'Settings' }, { today: '今日', worlds: '沙箱世界', settings: '设置' })

export const GROUPS = ['world', 'traffic', 'tests', 'sandbox'] as const

/** A page of the console, in the order of the menu. */
export interface PageRow {
  /** Below `/_sandbox/ui`. */
  readonly path: string
  readonly group: (typeof GROUPS)[number]
  readonly title: () => string
  /** The second key of its shortcut: `g` and this. */
  readonly key: string
  /** Loaded when the page is opened first. It serves the path and everything below. */
  readonly component: FunctionComponent<PageProps>
}

export const PAGES: readonly PageRow[] = [
  { path: '/today', group: 'world', key: 't', title: () => t('today'), component: lazy(() => import('./today/today.tsx')) },
  { path: '/worlds', group: 'sandbox', key: 'w', title: () => t('worlds'), component: lazy(() => import('./worlds/worlds.tsx')) },
  { path: '/settings', group: 'sandbox', key: 's', title: () => t('settings'), component: lazy(() => import('./settings/settings.tsx')) },
]

for (const { path } of PAGES) pagePaths.add(path)
