import { createHash } from 'node:crypto'
import type { Page } from '../http/pages-api.ts'
import type { Language } from '../language/language-api.ts'
import { pageHeaders } from './page-headers.ts'

/** A person who can log in, with the texts for the page. */
export interface LoginPerson {
  readonly userName: string
  readonly name: string
  readonly role: 'user' | 'admin'
  readonly organization: string
  readonly tenant: string
}

/** The path of the page. By default the setting `identity.loginPage` points here. */
const LOGIN_PATH = '/_sandbox/login'

/**
 * The login page of the identity centre. It lists every person of the world; each entry is a link back to the authorization request with
 * this person chosen. There is nothing to type, and nothing is loaded from other sites.
 * @param people the persons, for the query of the page (`sandbox_world`, `client_id`)
 * @returns the page at `LOGIN_PATH`, `undefined` for any other path
 */
export function createLoginPage(people: (query: URLSearchParams) => readonly LoginPerson[]) {
  return (path: string, query = '', language?: Language): Page | undefined => {
    if (path !== LOGIN_PATH) return undefined
    const asked = new URLSearchParams(query)
    const body = asked.has('client_id') ? choose(people(asked), asked, language) : nothingAsked(language)
    return { type: 'text/html; charset=utf-8', body: page(body, language), headers: POLICY }
  }
}

/** A text in the reader's language, or in both. */
function both(language: Language | undefined, zh: string, en: string, between = ' '): string {
  if (language !== undefined) return language === 'zh' ? zh : en
  return `${zh}${between}<span lang="en">${en}</span>`
}

const titled = (language: Language | undefined, zh: string, en: string) => `<h1>${language === 'en' ? en : zh}</h1>`

const nothingAsked = (language: Language | undefined) => `${titled(language, '已退出登录', 'Logged out')}
<p>${both(language, '请从应用重新发起登录。', 'You are logged out. Start again from your application.', '<br>')}</p>`

function choose(people: readonly LoginPerson[], asked: URLSearchParams, language: Language | undefined): string {
  const back = new URLSearchParams(asked)
  const tenants = new Map<string, string[]>()
  for (const { userName, name, role, organization, tenant } of people) {
    back.set('sandbox_user', userName)
    const about = [userName, organization, role === 'admin' ? both(language, '管理员', 'admin').replace(/<[^>]*>/g, '') : '']
      .filter((text) => text !== '')
      .join(' · ')
    const link = `<li><a href="${escaped(`/api/v1/oauth2/authorize?${back}`)}">${escaped(name)}<small>${escaped(about)}</small></a></li>`
    tenants.set(tenant, [...(tenants.get(tenant) ?? []), link])
  }
  const lists = [...tenants].map(([tenant, links]) => `<h2>${escaped(tenant)}</h2>\n<ul>\n${links.join('\n')}\n</ul>`)
  const application = escaped(asked.get('client_id') ?? '')
  const who = both(language, `以谁的身份登录 <code>${application}</code>？`, `Who logs in to <code>${application}</code>?`, '<br>')
  return `${titled(language, '登录', 'Log in')}
<p>${who}</p>
${lists.join('\n') || `<p>${both(language, '这个世界里没有用户。', 'This world has no users.')}</p>`}`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`)
}

const STYLE = `
body { max-width: 34rem; margin: 3rem auto; padding: 0 1rem; font: 16px/1.6 system-ui, sans-serif; color: #1c1f24; background: #f6f7f9 }
h1 { font-size: 1.5rem } h2 { margin: 1.5rem 0 .25rem; font-size: 1rem } span, small { color: #626a75 }
ul { margin: 0; padding: 0; list-style: none; border: 1px solid #dfe3e8; border-radius: 8px; background: #fff; overflow: hidden }
li + li { border-top: 1px solid #eceff2 } a { display: block; padding: .6rem 1rem; color: inherit; text-decoration: none }
a:hover, a:focus { background: #eef4ff } small { display: block; font-size: .8rem }
footer { margin-top: 2rem; font-size: .8rem; color: #626a75 }
`

/** The style sheet is allowed by its hash; scripts and forms are not allowed. */
const POLICY = pageHeaders(`style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; img-src data:; form-action 'none'`)

function page(body: string, language: Language | undefined): string {
  return `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${language === 'en' ? 'Log in' : '登录'} · koogallery-sandbox</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
<footer>${both(language, '这是 koogallery-sandbox 的登录页，不是华为云的。', 'A page of koogallery-sandbox, not of Huawei Cloud.')}</footer>
</body>
</html>
`
}
