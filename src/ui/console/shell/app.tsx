import { useEffect, useState } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router'
import { tokenWanted } from '../api.ts'
import { connection } from '../live.ts'
import { PAGES } from '../pages/pages.ts'
import { Nowhere } from '../parts/nowhere.tsx'
import { partsOf } from '../parts/parts-of-path.ts'
import { Toasts } from '../parts/toast.tsx'
import { BASE, href, world } from '../place.ts'
import { useShortcuts } from '../shortcuts.ts'
import { t } from '../texts/shared.ts'
import { Head } from './head.tsx'
import { Menu } from './menu.tsx'
import { ShortcutList } from './shortcut-list.tsx'
import { TokenDialog } from './token-dialog.tsx'

/** Other pages of the sandbox, such as the API reference, are loaded as pages of their own. */
const SCOPE = /^\/(?:\?|$)|^\/_sandbox\/ui(?:\/|\?|$)/

export function App() {
  return (
    <LocationProvider scope={SCOPE}>
      <Shell />
    </LocationProvider>
  )
}

function Shell() {
  const { path, query, route } = useLocation()
  // Before anything below reads it: the address says which world the page speaks of.
  world.value = query['world'] ?? 'default'
  const [helps, help] = useState(false)
  const [menu, openMenu] = useState(false)
  const page = PAGES.find((one) => isAt(path, one.path)) ?? (path === '/' || path === BASE ? PAGES[0] : undefined)
  const title = page?.title() ?? t('nowhere.title')
  useEffect(() => {
    document.title = `${title} · koogallery-sandbox`
  }, [title])
  useEffect(() => openMenu(false), [path])
  useShortcuts([
    { keys: '?', about: t('shortcut.help'), act: () => help(true) },
    { keys: '/', about: t('shortcut.search'), act: () => document.querySelector<HTMLInputElement>('input[type=search]')?.focus() },
    { keys: 'w', about: t('shortcut.world'), act: () => document.querySelector<HTMLSelectElement>('#world')?.focus() },
    ...PAGES.map((one) => ({ keys: `g ${one.key}`, about: t('shortcut.go', { page: one.title() }), act: () => route(href(one.path)) })),
  ])
  return (
    <div class={menu ? 'shell menu-open' : 'shell'}>
      <a class="skip" href="#content">
        {t('skip')}
      </a>
      <Head onMenu={() => openMenu(!menu)} onHelp={() => help(true)} menuOpen={menu} />
      <Menu present={page?.path} />
      <main id="content" tabIndex={-1}>
        <Notices />
        {partsOf(path) === undefined ? (
          <Nowhere />
        ) : (
          <Router>
            {PAGES.flatMap(({ path, component }, index) => [
              ...(index === 0
                ? [<Route key="/" path="/" component={component} />, <Route key={BASE} path={BASE} component={component} />]
                : []),
              <Route key={path} path={`${BASE}${path}/:rest*`} component={component} />,
            ])}
            <Route default component={Nowhere} />
          </Router>
        )}
      </main>
      <Toasts />
      {helps && <ShortcutList onClose={() => help(false)} />}
      {tokenWanted.value !== false && <TokenDialog />}
    </div>
  )
}

const isAt = (path: string, page: string): boolean => path === `${BASE}${page}` || path.startsWith(`${BASE}${page}/`)

/** What is wrong with the connection, above whatever the page still shows. */
function Notices() {
  if (connection.value === 'down')
    return (
      <div class="notice bad" role="alert">
        <strong>{t('live.down')}</strong> {t('live.down.hint')}
      </div>
    )
  if (connection.value === 'gone')
    return (
      <div class="notice bad" role="alert">
        <strong>{t('world.gone', { name: world.value })}</strong> {t('world.gone.hint')}
      </div>
    )
  return null
}
