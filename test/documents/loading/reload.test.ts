import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSandbox } from '../../../src/sandbox/open-sandbox.ts'
import type { Sandbox } from '../../../src/sandbox/sandbox-api.ts'

let folder: string
let sandbox: Sandbox
const until = { current: new AbortController() }
const notices: string[] = []
let heard: () => void = () => {}

const API = (answer: string, more = '') => `openapi: 3.1.0
info: { title: Shop, version: '1' }
paths:
  /answer: { get: { operationId: Answer, responses: { 200: { description: x, content: { application/json: { example: ${answer} } } } } } }
  /pets: { $ref: paths/pets.yaml }
${more}`
const PETS = (answer: string) => `get: { operationId: ListPets, responses: { 200: { description: x, content: { application/json: { example: ${answer} } } } } }
post: { operationId: AddPet, requestBody: { content: { application/json: { schema: { type: object, properties: { id: { type: string }, name: { type: string } } } } } }, responses: { 201: { description: x, content: { application/json: { schema: { type: object, properties: { id: { type: string }, name: { type: string } } } } } } } }
` // biome-ignore format: one operation a line

const write = (name: string, text: string) => {
  // As editors do it: the whole file appears at once.
  writeFileSync(join(folder, `${name}.new`), text)
  renameSync(join(folder, `${name}.new`), join(folder, name))
}
const get = async (path: string) => (await sandbox.fetch(path)).json()
/** The next notice that mentions a text. */
const told = async (text: string): Promise<string> => {
  for (;;) {
    const found = notices.find((one) => one.includes(text))
    if (found !== undefined) return found
    await new Promise<void>((resolve) => {
      heard = resolve
    })
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'koosandbox-reload-'))
  mkdirSync(join(folder, 'paths'))
  write('api.yaml', API('one'))
  write('paths/pets.yaml', PETS('[1]'))
  notices.length = 0
  until.current = new AbortController()
  sandbox = await openSandbox({
    spec: [join(folder, 'api.yaml')],
    clock: 'frozen',
    drain: 50,
    reloadSpecs: until.current.signal,
    onNotice: (text) => {
      notices.push(text)
      heard()
    },
  })
})
afterEach(async () => {
  until.current.abort()
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a document that changes is read again, and the world stays', async () => {
  await sandbox.clock.advance('1h')
  const before = sandbox.clock.now()
  expect(await get('/answer')).toBe('one')
  write('api.yaml', API('two', '  /more: { get: { operationId: More, responses: { 200: { description: x } } } }'))
  expect(await told('api.yaml changed.')).toBe('api.yaml changed. It was read again: 4 operations.')
  expect(await get('/answer')).toBe('two')
  expect((await sandbox.fetch('/more')).status).toBe(200)
  expect(sandbox.clock.now()).toEqual(before)
})

test('so is a file that it refers to', async () => {
  expect(await get('/pets')).toEqual([1])
  write('paths/pets.yaml', PETS('[2]'))
  await told('pets.yaml changed.')
  expect(await get('/pets')).toEqual([2])
})

test.each([
  ['the document', 'api.yaml', 'openapi: [', 'api.yaml changed, but it cannot be served: '],
  ['a file that it refers to', 'paths/pets.yaml', 'get: {', 'pets.yaml changed, but it cannot be served: '],
  ['another kind of document', 'api.yaml', "swagger: '2.0'", 'Convert it to OpenAPI 3'],
])('what cannot be served is told, and the version before goes on: %s', async (_what, file, text, said) => {
  write(file, text)
  expect(await told(said)).toContain('The version before it is still served.')
  expect([await get('/answer'), await get('/pets')]).toEqual(['one', [1]])
  write('api.yaml', API('three'))
  write('paths/pets.yaml', PETS('[3]'))
  await told('changed. It was read again')
  expect(await get('/answer')).toBe('three')
})
