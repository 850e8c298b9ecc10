import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LANGUAGES, project, readPage } from './read-pages.ts'

const console = join(project, 'src', 'ui', 'console')
const sources = readdirSync(console, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes('generated'))
  .map((name) => readFileSync(join(console, name), 'utf8'))
/** Calls that change something, such as `POST /_sandbox/clock/advance`; a part that the page fills in is `*`. */
const changes = new Set(
  sources.flatMap((text) =>
    [...text.matchAll(/control\.(POST|PUT|PATCH|DELETE)\(\s*['`](\/_sandbox\/[^'`]+)['`]/g)].map(
      ([, method, path = '']) => `${method} ${path.replace(/\$\{\w+\}/g, '*')}`,
    ),
  ),
)

test.each(LANGUAGES)('the page about the console says how to make each of its changes by HTTP (%s)', (language) => {
  const told = [...readPage(`docs/${language}/how-to/console.md`).matchAll(/\| `([A-Z]+ \/_sandbox\/[^`]*)` \|$/gm)].map(
    ([, call = '']) => call,
  )
  const untold = [...changes].filter((change) => {
    const [before = '', after = ''] = change.split('*')
    return !told.some((call) => (change.includes('*') ? call.startsWith(before) && call.endsWith(after) : call === change))
  })
  expect(changes.size).toBeGreaterThan(20)
  expect(untold).toEqual([])
})
