import { existsSync, readFileSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '../http/pages-api.ts'
import type { Language } from '../language/language-api.ts'
import { pageHeaders } from './page-headers.ts'

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' }

/** Scripts and styles are files of the sandbox, and no text ever becomes HTML or a script. */
const POLICY = pageHeaders(
  [
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
)

/** Where a browser finds the console. A name with a dot right below is a file; further below it is part of an id: `hws.service.type.obs`. */
const HOME = /^\/$|^(?!.*\/(?:\.|%2e)+(?:\/|$))\/_sandbox\/ui(?:\/(?:[^/.]*|[^/.]+\/.*))?$/i
const FILE = /^\/_sandbox\/ui\/([\w-]+\.(?:js|css))$/
const ICON = '/_sandbox/ui/icon.svg'

/**
 * The console: one page for every path below `/_sandbox/ui/`, because the page itself reads its path, and the files that it loads. At `/` it
 * is for browsers only; who else asks there is a client of the vendor's API.
 * @returns the page or file at a path, `undefined` if there is none
 */
export function createConsole(): (path: string, language?: Language) => Page | undefined {
  return (path, language) => {
    if (HOME.test(path)) return { type: 'text/html; charset=utf-8', body: isBuilt() ? page(language) : notBuilt(language), headers: POLICY }
    if (path === ICON) return { type: 'image/svg+xml', body: SYMBOL, headers: POLICY }
    const file = FILE.exec(path)?.[1]
    return file === undefined ? undefined : readPart(file)
  }
}

function readPart(file: string): Page | undefined {
  const place = join(folder(), file)
  const type = TYPES[extname(file)]
  return type === undefined || !existsSync(place)
    ? undefined
    : { type, body: readFileSync(place), headers: { 'cache-control': 'no-store' } }
}

const isBuilt = (): boolean => existsSync(join(folder(), 'console.js'))

/** Beside the code in the package; in a source checkout where the build puts it. */
function folder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  return here.endsWith(join('src', 'ui')) ? join(here, '..', '..', 'dist', 'ui', 'console') : join(here, 'ui', 'console')
}

const head = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>koogallery-sandbox</title>
<link rel="icon" href="${ICON}">`

/** What stands there without the script, which has the texts of the console: in the language of the reader, or in both. */
const told = (language: Language | undefined, texts: Readonly<Record<Language, string>>) =>
  (language === undefined ? (['en', 'zh'] as const) : [language])
    .map((one) => `<p lang="${one === 'zh' ? 'zh-CN' : 'en'}">${texts[one]}</p>`)
    .join('\n')

const page = (language: Language | undefined) => `${head}
<link rel="stylesheet" href="/_sandbox/ui/console.css">
<script type="module" src="/_sandbox/ui/console.js"></script>
</head>
<body>
<noscript>${told(language, { en: 'The console needs JavaScript.', zh: '控制台需要 JavaScript。' })}</noscript>
</body>
</html>
`

const notBuilt = (language: Language | undefined) => `${head}
</head>
<body>
${told(language, {
  en: 'The console is not built. Run “npm run build” in the checkout, then load this page again.',
  zh: '控制台尚未构建。在源码目录运行 “npm run build”，然后刷新本页。',
})}
</body>
</html>
`

const SYMBOL = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3.5" fill="#2563eb"/><path d="M5 3.5v9M11.5 3.5 6.5 8l5 4.5" fill="none" stroke="#fff" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/></svg>
`
