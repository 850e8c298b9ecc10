import type { FunctionComponent } from 'preact'
import lazy from 'preact-iso/lazy'
import { pagePaths } from '../place.ts'
import { texts } from '../texts/language.ts'
import { kindName } from './things/kind-names.ts'

/** Names of the pages in the menu. */
const t = texts(
  {
    today: 'Today',
    data: 'All data',
    requests: 'Requests',
    deliveries: 'Deliveries',
    examination: 'Examination',
    faults: 'Faults and scenarios',
    coverage: 'Contracts and coverage',
    worlds: 'Worlds',
    settings: 'Settings',
  },
  {
    today: '今日',
    data: '全部数据',
    requests: '请求',
    deliveries: '投递',
    examination: '商家检查',
    faults: '故障和场景',
    coverage: '契约和覆盖率',
    worlds: '世界',
    settings: '设置',
  },
)

/** A collection with a page of its own. */
const collection = (kind: string, key: string): PageRow => ({
  path: `/${kind}`,
  group: 'world',
  key,
  title: () => kindName(kind),
  component: lazy(() => import('./things/things.tsx').then(({ pageOf }) => pageOf(kind))),
})

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
  readonly component: FunctionComponent
}

export const PAGES: readonly PageRow[] = [
  { path: '/today', group: 'world', key: 't', title: () => t('today'), component: lazy(() => import('./today/today.tsx')) },
  collection('orders', 'o'),
  collection('resources', 'r'),
  collection('licences', 'l'),
  collection('supervisions', 'u'),
  collection('filings', 'f'),
  collection('products', 'p'),
  collection('accounts', 'a'),
  collection('coupons', 'c'),
  { path: '/data', group: 'world', key: 'd', title: () => t('data'), component: lazy(() => import('./data/data.tsx')) },
  { path: '/requests', group: 'traffic', key: 'q', title: () => t('requests'), component: lazy(() => import('./requests/requests.tsx')) },
  {
    path: '/deliveries',
    group: 'traffic',
    key: 'y',
    title: () => t('deliveries'),
    component: lazy(() => import('./deliveries/deliveries.tsx')),
  },
  {
    path: '/examination',
    group: 'tests',
    key: 'e',
    title: () => t('examination'),
    component: lazy(() => import('./examination/examination.tsx')),
  },
  { path: '/faults', group: 'tests', key: 'x', title: () => t('faults'), component: lazy(() => import('./faults/faults.tsx')) },
  {
    path: '/coverage',
    group: 'tests',
    key: 'v',
    title: () => t('coverage'),
    component: lazy(() => import('./coverage/coverage.tsx')),
  },
  { path: '/worlds', group: 'sandbox', key: 'w', title: () => t('worlds'), component: lazy(() => import('./worlds/worlds.tsx')) },
  { path: '/settings', group: 'sandbox', key: 's', title: () => t('settings'), component: lazy(() => import('./settings/settings.tsx')) },
]

for (const { path } of PAGES) pagePaths.add(path)
