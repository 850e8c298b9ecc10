import { useLocation } from 'preact-iso/router'
import { ask, control, loggedIn, logOut } from '../api.ts'
import { connection } from '../live.ts'
import { useLoaded } from '../loaded.ts'
import { href, world } from '../place.ts'
import { language, speak } from '../texts/language.ts'
import { t } from '../texts/shared.ts'
import { chooseTheme, chooseZone, THEMES, type Theme, theme, ZONES, type Zone, zone } from '../view.ts'

interface HeadProps {
  readonly onMenu: () => void
  readonly onHelp: () => void
  readonly menuOpen: boolean
}

export function Head({ onMenu, onHelp, menuOpen }: HeadProps) {
  return (
    <header class="head">
      <button type="button" class="quiet menu-button" onClick={onMenu} aria-expanded={menuOpen} aria-controls="menu" aria-label={t('menu')}>
        ☰
      </button>
      <a class="brand" href={href('')}>
        <span class="brand-mark" aria-hidden="true">
          K
        </span>
        <span class="brand-name">koogallery-sandbox</span>
      </a>
      <WorldSelect />
      <span class={`connection ${connection.value}`}>
        <span class="dot" aria-hidden="true" />
        <span class="connection-text">
          {connection.value === 'live' ? t('live.on') : connection.value === 'opening' ? t('live.opening') : t('failure.away')}
        </span>
      </span>
      <span class="spring" />
      <ViewMenu />
      {loggedIn.value && (
        <button type="button" class="quiet" onClick={() => logOut()}>
          {t('logout')}
        </button>
      )}
      <button
        type="button"
        class="quiet"
        onClick={() => speak(language.value === 'zh' ? 'en' : 'zh')}
        lang={language.value === 'zh' ? 'en' : 'zh-CN'}
      >
        {language.value === 'zh' ? 'English' : '中文'}
      </button>
      <button type="button" class="quiet help-button" onClick={onHelp} aria-label={t('shortcuts')}>
        ?
      </button>
    </header>
  )
}

/** The worlds that are open. The page stays the same, in another world. */
function WorldSelect() {
  const { route, path } = useLocation()
  const { data } = useLoaded(() => ask(control.GET('/_sandbox/worlds')))
  const open = data?.worlds.map(({ name }) => name) ?? []
  // A page about one thing of a world leads to the list of such things in the other.
  const list = path.replace(/^(\/_sandbox\/ui\/[^/]+).*$/, '$1')
  const choose = (name: string) => route(`${list}${name === 'default' ? '' : `?world=${name}`}`)
  const names = open.includes(world.value) ? open : [world.value, ...open]
  return (
    <label class="world">
      <span class="world-label">{t('world')}</span>
      <select id="world" value={world.value} onChange={(event) => choose(event.currentTarget.value)}>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}

/** How the page looks. It closes by itself when something else is used. */
function ViewMenu() {
  return (
    <>
      <button type="button" class="quiet" popovertarget="view-menu">
        {t('view')}
      </button>
      <div id="view-menu" popover="auto" class="popover">
        <Choice
          label={t('theme')}
          present={theme.value}
          values={THEMES}
          text={(one) => t(`theme.${one}`)}
          choose={(one: Theme) => chooseTheme(one)}
        />
        <Choice
          label={t('zone')}
          present={zone.value}
          values={ZONES}
          text={(one) => t(`zone.${one}`)}
          choose={(one: Zone) => chooseZone(one)}
        />
      </div>
    </>
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly present: T
  readonly values: readonly T[]
  readonly text: (value: T) => string
  readonly choose: (value: T) => void
}

function Choice<T extends string>({ label, present, values, text, choose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {values.map((value) => (
        <label key={value}>
          <input type="radio" name={label} checked={value === present} onChange={() => choose(value)} /> {text(value)}
        </label>
      ))}
    </fieldset>
  )
}
