import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '../http/pages-api.ts'
import { halfIn } from '../language/chosen-language.ts'
import type { Language } from '../language/language-api.ts'
import { pageHeaders } from './page-headers.ts'
import { startScript } from './start-script.ts'

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' }

/** The page may not be framed and loads nothing from other sites. Swagger UI needs inline styles. */
const POLICY = pageHeaders("script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; font-src data:")

/**
 * The API reference under `/_sandbox/docs`: Swagger UI from local files, one entry per service, without requests to other sites. It shows
 * the same documents that the sandbox checks with, so page and behaviour cannot differ.
 * @param services the names of the services
 * @returns the page or file at a path, `undefined` if there is none
 */
export function createDocs(services: readonly string[]): (path: string, language?: Language) => Page | undefined {
  const kept = new Map<string, Page>()
  return (path, language) => {
    if (path === '/_sandbox/docs' || path === '/_sandbox/docs/')
      return { type: 'text/html; charset=utf-8', body: pageIn(language), headers: POLICY }
    if (path === '/_sandbox/docs/start.js') return { type: 'text/javascript; charset=utf-8', body: startScript(services) }
    const file = /^\/_sandbox\/docs\/(swagger-ui[a-z-]*\.(?:js|css))$/.exec(path)?.[1]
    if (file === undefined) return undefined
    const found = kept.get(file) ?? readPage(file)
    if (found) kept.set(file, found)
    return found
  }
}

function readPage(file: string): Page | undefined {
  const found = [join(here(), 'ui', file), packaged(file)].find((place) => place !== undefined && existsSync(place))
  return found === undefined ? undefined : { type: TYPES[file.split('.').pop() ?? ''] ?? 'text/plain', body: readFileSync(found) }
}

function here(): string {
  return dirname(fileURLToPath(import.meta.url))
}

/** In a source checkout the files come from the development dependency; the build copies them next to the code. */
function packaged(file: string): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), file)
  } catch {
    return undefined
  }
}

/** The page in one language, or with both. The script takes its language from the page. */
function pageIn(language: Language | undefined): string {
  const say = (text: string) => (language === undefined ? text : halfIn(language, text))
  return `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-CN'}"${language === undefined ? ' data-both' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>koogallery-sandbox – ${say('接口参考 · API reference')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_sandbox/docs/swagger-ui.css">
<style>
body { margin: 0 }
.swagger-ui section.block > h3 { display: none } /* "No operations" above the calls to sellers, which are webhooks */
.scheme-container { display: none !important } /* the vendor's addresses: nothing is called there */
#guarded:not([hidden]) { display: inline }
#caller { font: 14px/1.6 sans-serif; padding: .6em 1.6em; background: #eef3f9; color: #222 }
</style>
</head>
<body>
<div id="caller">${say('本页只调用本机沙箱 · “Try it out” calls this sandbox only.')} ${say('调用身份 · Call as')}
<select id="role"><option value="">${say('匿名 · nobody')}</option></select>
<form id="guarded" hidden><label>${say('控制令牌 · Control token')} <input id="token" type="password" autocomplete="off"></label></form></div>
<div id="reference"></div>
<script src="/_sandbox/docs/swagger-ui-bundle.js"></script>
<script src="/_sandbox/docs/swagger-ui-standalone-preset.js"></script>
<script src="/_sandbox/docs/start.js"></script>
</body>
</html>
`
}
