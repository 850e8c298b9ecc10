import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

const project = join(import.meta.dirname, '..', '..')
const ID = /\bS-\d{2}\b/g

interface Source {
  readonly kind: string
  readonly statement?: string
}

/** The statements of the source documents; what is background says nothing that a program could do. */
const statements = Object.entries(parse(readFileSync(join(project, 'specs', 'sources.yaml'), 'utf8')) as Record<string, Source>)
  .filter(([, { kind }]) => kind === 'seed')
  .map(([id, { statement = '' }]) => ({ id, background: statement.startsWith('Background:') }))

const titles = readdirSync(join(project, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join(project, 'test', name))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  .filter(({ text }) => text.match(ID))
  .flatMap(({ file, text }) => titlesOf(file, text))

/** What `test`, `it` and `describe` are called with first; of tables (`test.each`, files of rows) the texts of the rows too. */
function titlesOf(file: string, text: string): { where: string; ids: readonly string[] }[] {
  const found: { where: string; ids: readonly string[] }[] = []
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const rows = !file.endsWith('.test.ts')
  const visit = (node: ts.Node, inTitle: boolean): void => {
    const ids = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? node.getText(source).match(ID) : null
    if (ids !== null && inTitle) found.push({ where: relative(project, file), ids })
    if (!ts.isCallExpression(node)) {
      ts.forEachChild(node, (child) => visit(child, inTitle || (rows && ts.isArrayLiteralExpression(child))))
      return
    }
    const called = /^(?:test|it|describe)\b/.test(node.expression.getText(source))
    const table = called && ts.isPropertyAccessExpression(node.expression) && /^(?:each|for)$/.test(node.expression.name.text)
    visit(node.expression, inTitle)
    for (const [i, argument] of node.arguments.entries()) visit(argument, inTitle || table || (called && i === 0))
  }
  visit(source, false)
  return found
}

test('every statement that the tests name is there', () => {
  const known = new Set(statements.map(({ id }) => id))
  const asked = titles.flatMap(({ where, ids }) => ids.map((id) => `${where}: ${id}`))
  expect(asked.filter((one) => !known.has(one.slice(-4)))).toEqual([])
  expect(asked.length).toBeGreaterThan(100)
})

test('every statement is shown by a test that carries its id; what is background by none', () => {
  const shown = new Set(titles.flatMap(({ ids }) => ids))
  expect(statements.filter(({ id, background }) => shown.has(id) === background).map(({ id }) => id)).toEqual([])
})
