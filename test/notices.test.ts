import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const project = join(import.meta.dirname, '..')
const read = (...path: string[]) => readFileSync(join(project, ...path), 'utf8').trim()

// The suite builds `dist/` before its first test.
test('the package holds the licence and notices of everything bundled, and of what Swagger UI has bundled itself', () => {
  const notices = read('dist', 'NOTICES.txt')
  for (const file of ['LICENSE', 'NOTICE', 'swagger-ui-bundle.js.LICENSE.txt', 'swagger-ui-standalone-preset.js.LICENSE.txt'])
    expect(notices.includes(read('node_modules', 'swagger-ui-dist', file)), file).toBe(true)
  for (const name of ['ajv', 'yaml', 'hono', 'citty', '@hono/node-server', '@faker-js/faker'])
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'))
  const parts = notices.split(/\n-{80}\n/)
  expect(parts.filter((part) => part.trim().split('\n').length < 5).map((part) => part.trim().split('\n')[0])).toEqual([])
})
