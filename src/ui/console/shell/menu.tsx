import { GROUPS, PAGES } from '../pages/pages.ts'
import { href } from '../place.ts'
import { language } from '../texts/language.ts'
import { t } from '../texts/shared.ts'

/** The pages, by what they are about. */
export function Menu({ present }: { readonly present: string | undefined }) {
  return (
    <nav class="menu" id="menu" aria-label={t('menu')}>
      {GROUPS.map((group) => {
        const pages = PAGES.filter((page) => page.group === group)
        if (pages.length === 0 && group !== 'sandbox') return null
        return (
          <section key={group}>
            <h2>{t(`group.${group}`)}</h2>
            <ul>
              {pages.map(({ path, title }) => (
                <li key={path}>
                  <a href={href(path)} aria-current={path === present ? 'page' : undefined}>
                    {title()}
                  </a>
                </li>
              ))}
              {group === 'sandbox' && (
                <li>
                  {/* A page of its own, in the language of this one. */}
                  <a href={`/_sandbox/docs?lang=${language.value}`}>{t('reference')}</a>
                </li>
              )}
            </ul>
          </section>
        )
      })}
    </nav>
  )
}
