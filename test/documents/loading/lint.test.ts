import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lintDocuments } from '../../../src/contract/lint/lint-documents.ts'
import { seededNumbers } from '../../../src/world/engine/chance.ts'
import { runCli } from '../../cli/run-cli.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'koosandbox-lint-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const written = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

/** A document with one operation from line 4 on. */
const withOperation = (operation: string, schemas = '{}', path = '/a', method = 'post') => `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  ${path}:
    ${method}: { operationId: Do, responses: { 204: { description: done } }, ${operation} }
components: { schemas: ${schemas} }
`
const body = (schema: string) => `requestBody: { content: { application/json: { schema: ${schema} } } }`
const PAIR = '{ One: { type: object, required: [a], properties: { a: { type: integer } } } }'

describe('operations that refuse nothing, or everything', () => {
  test.each<readonly [what: string, document: string, codes: readonly string[]]>([
    ['a required parameter', withOperation('parameters: [{ name: q, in: query, required: true, schema: { type: string } }]'), []],
    ['an optional number', withOperation('parameters: [{ name: q, in: query, schema: { type: integer } }]'), []],
    ['a list of numbers in a header', withOperation('parameters: [{ name: X-Q, in: header, schema: { type: array, items: { type: integer } } }]'), []],
    ['a number in a cookie', withOperation('parameters: [{ name: q, in: cookie, schema: { type: integer } }]'), []],
    ['an object of several members in the query', withOperation('parameters: [{ name: q, in: query, style: deepObject, required: true, schema: { type: object, required: [a], properties: { a: { type: integer } } } }]'), []],
    ['a schema below content', withOperation(`parameters: [{ name: q, in: query, content: { application/json: { schema: { $ref: '#/components/schemas/One' } } } }]`, PAIR), []],
    ['a body', withOperation(body("{ $ref: '#/components/schemas/One' }"), PAIR), []],
    ['several references to one schema', withOperation(`${body("{ type: object, required: [x, y], properties: { x: { $ref: '#/components/schemas/One' }, y: { $ref: '#/components/schemas/One' } } }")}`, PAIR), []],
    ['no other members beside all of something', withOperation(body("{ allOf: [{ $ref: '#/components/schemas/One' }], unevaluatedProperties: false }"), PAIR), []],
    ['a form', withOperation('requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, required: [a], properties: { a: { type: integer } } } } } }'), []],
    ['a text of limited length in the path', withOperation('parameters: [{ name: id, in: path, required: true, schema: { type: string, maxLength: 64 } }]', '{}', '/a/{id}', 'delete'), []],
    ['neither parameters nor body', withOperation('summary: nothing', '{}', '/a', 'get'), []],
    ['a callback to an address of the request', withOperation(`${body("{ $ref: '#/components/schemas/One' }")}, callbacks: { done: { '{$request.body#/a}?id={$response.body#/id}': { post: { responses: { 200: { description: ok } } } } } }`, PAIR), []],
    ['an exploded list in the path, matrix', withOperation('parameters: [{ name: id, in: path, required: true, style: matrix, explode: true, schema: { type: array, minItems: 2, items: { type: integer } } }]', '{}', '/a/{id}', 'get'), []],
    ['an exploded object in the path, matrix', withOperation('parameters: [{ name: id, in: path, required: true, style: matrix, explode: true, schema: { type: object, required: [a, b], properties: { a: { type: integer }, b: { type: integer } } } }]', '{}', '/a/{id}', 'get'), []],
    ['an exploded list in the path, label', withOperation('parameters: [{ name: id, in: path, required: true, style: label, explode: true, schema: { type: array, minItems: 2, items: { type: integer } } }]', '{}', '/a/{id}', 'get'), []],
    ['an exploded object in the path, label', withOperation('parameters: [{ name: id, in: path, required: true, style: label, explode: true, schema: { type: object, required: [a, b], properties: { a: { type: integer }, b: { type: integer } } } }]', '{}', '/a/{id}', 'get'), []],
    ['texts without rules', withOperation('parameters: [{ name: id, in: path, required: true, schema: { type: string } }]', '{}', '/a/{id}', 'get'), ['info document.operation.accepts-all 5']],
    ['a body of any form', withOperation(body('{}')), ['warning document.operation.accepts-all 5']],
    ['closed objects that exclude each other', withOperation(body('{ allOf: [{ type: object, additionalProperties: false, required: [a], properties: { a: {} } }, { type: object, required: [b] }] }')), ['warning document.operation.refuses-valid 5']],
    ['a reference to nothing', withOperation(body("{ $ref: '#/components/schemas/Two' }")), ['error document.reference.dangling 5', 'warning document.operation.accepts-all 5']],
  ])('%s', async (what, text, codes) => {
    const { notes } = await lintDocuments({
      files: [written(`${what.replaceAll(' ', '-')}.yaml`, text)],
      numbersFrom: seededNumbers,
      clock: { now: () => 0 },
    })
    expect(notes.map(({ level, code, line }) => `${level} ${code} ${line}`)).toEqual(codes)
  })
}) // biome-ignore format: one row a line

describe('the command', () => {
  const GOOD = withOperation(body("{ $ref: '#/components/schemas/One' }"), PAIR)
  const DOUBT = GOOD.replace('type: integer', 'type: int')
  const BAD = GOOD.replace('204:', 'OK:')

  test.each([
    ['a right document', [GOOD], [], 0, '1 operation, 0 errors, 0 warnings, 0 notes.\n'],
    ['a warning', [DOUBT], [], 0, ': warning: there is no type "int". It is read as integer. [document.schema.type]\n1 operation, 0 errors, 1 warning, 0 notes.\n'],
    ['a warning with --strict', [DOUBT], ['--strict'], 1, '1 warning'],
    ['an error', [BAD], [], 1, ':5: error: "OK" is no status: write 200, 2XX or default. The answer is ignored. [document.responses.status]'],
    ['two documents', [GOOD, GOOD], [], 1, 'is answered by /a of'],
    ['another document', ["swagger: '2.0'"], [], 1, ''],
  ])('%s', async (_what, texts, options, code, said) => {
    const files = texts.map((text, i) => written(`cli${i}.yaml`, text))
    const ran = await runCli('lint', ...files, ...options)
    expect({ code: ran.code, said: ran.out.includes(said) || ran.out }).toEqual({ code, said: true })
  })

  test('it says what --stateful would remember', async () => {
    const item = '{ type: object, properties: { id: { type: integer } } }'
    const pets = `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /pets:
    get: { operationId: List, responses: { 200: { description: x, content: { application/json: { schema: { type: array, items: ${item} } } } } } }
    post: { operationId: Add, requestBody: { content: { application/json: { schema: ${item} } } }, responses: { 201: { description: x, content: { application/json: { schema: ${item} } } } } }
`
    const { out } = await runCli('lint', written('pets.yaml', pets))
    expect(out).toContain('serve --stateful remembers:\n  /pets: list, create\n')
  })

  test('as JSON it is a report like every other', async () => {
    const { code, out } = await runCli('lint', written('json.yaml', BAD), '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      format: 1,
      command: 'lint',
      about: { errors: '1' },
      groups: [{ checks: [{ state: 'failed', findings: [{ code: 'document.responses.status', place: expect.stringMatching(/json\.yaml:5$/) }, {}] }] }],
    })
  })
}) // biome-ignore format: one row a line
