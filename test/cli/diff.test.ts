import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { builtInBundle } from '../../src/index.ts'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'diff-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileOf = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const pets = (title: string, { required = false, values = '[cat, dog]' } = {}) => `openapi: 3.1.0
info: { title: ${title}, version: '1' }
paths:
  /pets:
    get:
      parameters: [{ name: kind, in: query, required: ${required}, schema: { type: string } }]
      responses: { '200': { description: Pets, content: { application/json: { schema: { type: object, properties: { kind: { enum: ${values} } } } } } } }
webhooks:
  adopted:
    post:
      operationId: adopted
      requestBody: { content: { application/json: { schema: { type: object, properties: { kind: { enum: ${values} } } } } } }
      responses: { '200': { description: Thanks } }
`
const old = fileOf('old.yaml', pets('Pets'))
const wider = fileOf('wider.yaml', pets('More pets', { values: '[cat, dog, bird]' }))
const stricter = fileOf('stricter.yaml', pets('Pets', { required: true }))

describe('exit codes, of strangers’ documents', () => {
  test.each([
    ['the same', [old, old], 0],
    ['something risky', [old, wider], 0],
    ['something risky that is to fail', [old, wider, '--fail-on', 'risky'], 1],
    ['something breaking', [old, stricter], 1],
    ['the way back', [stricter, old, '--fail-on', 'risky'], 0],
  ])('%s', async (_what, words, code) => {
    expect((await runCli('diff', ...words)).code).toBe(code)
  })

  test('both directions are told, with what was and what is', async () => {
    const { out } = await runCli('diff', old, wider, '--json')
    const findings = JSON.parse(out).groups.flatMap((group: { checks: { findings: unknown[] }[] }) =>
      group.checks.flatMap((check) => check.findings),
    )
    expect(findings).toEqual([
      { code: 'consumer.reply.value-added', level: 'warning', pointer: '/pets.get-pets/200/body/kind', expected: 'nothing', got: 'bird' },
      { code: 'provider.call.value-added', level: 'warning', pointer: '/pets.adopted/body/kind', expected: 'nothing', got: 'bird' },
    ])
  })

  test('on a terminal the worst comes first', async () => {
    const both = fileOf('both.yaml', pets('Pets', { required: true, values: '[cat, dog, bird]' }))
    const { out } = await runCli('diff', old, both)
    expect(out.split('\n').slice(0, 4)).toEqual([
      'breaking  consumer.request.now-required  /pets.get-pets/query/kind',
      '          optional → required',
      'risky     consumer.reply.value-added  /pets.get-pets/200/body/kind',
      '          nothing → bird',
    ])
  })

  test('every form of report says it', async () => {
    const files = { html: join(folder, 'd.html'), junit: join(folder, 'd.xml'), markdown: join(folder, 'd.md') }
    const options = Object.entries(files).flatMap(([name, file]) => [`--${name}`, file])
    expect((await runCli('diff', old, stricter, ...options)).code).toBe(1)
    for (const file of Object.values(files)) expect(readFileSync(file, 'utf8')).toContain('consumer.request.now-required')
  })
})

test('a bundle is read like the specs it was made of', async () => {
  const shipped = fileOf('specs.json', JSON.stringify(builtInBundle()))
  const { code, out } = await runCli('diff', shipped, 'built-in', '--fail-on', 'risky')
  expect(code).toBe(0)
  expect(out).toMatch(/^0 breaking, 0 risky, 0 harmless changes; \d+ operations and tables compared\.$/m)
})

test.each([
  ['one side only', [old], 2, 'Missing argument'],
  ['a third side', [old, old, old], 2, 'Unexpected argument'],
  ['an unknown level', [old, old, '--fail-on', 'harmless'], 2, '--fail-on must be one of breaking, risky'],
  ['what is not there', [old, join(folder, 'nowhere.yaml')], 1, 'there is no such file or folder'],
  ['a folder without specs', [folder, old], 1, 'this is not a folder of specs'],
  ['nothing in it', [fileOf('empty.yaml', ''), old], 1, 'is empty'],
  [
    'no operations',
    [fileOf('none.yaml', 'openapi: 3.1.0\ninfo: { title: x, version: "1" }\npaths: {}\n'), old],
    1,
    'it has no operation to compare',
  ],
  ['half a file', [fileOf('half.json', '{"format":1,'), old], 1, 'this is not JSON'],
  ['a newer bundle', [fileOf('newer.json', '{"format":2,"services":{}}'), old], 1, 'format 2 is not what this version reads (1)'],
  [
    'another document',
    [fileOf('swagger.yaml', 'swagger: "2.0"\n'), old],
    1,
    'this is an OpenAPI 2.0 (Swagger) document. Convert it to OpenAPI 3',
  ],
])('%s is refused', async (_what, words, code, said) => {
  const ran = await runCli('diff', ...words)
  expect(ran).toMatchObject({ code, out: '' })
  expect(ran.err).toContain(said)
})
