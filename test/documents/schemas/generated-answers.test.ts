import { expect, test } from 'vitest'
import { serveDocument } from '../serve-document.ts'
import { checkOf, madeFor } from './make-sample.ts'

const THING = {
  type: 'object',
  required: ['id', 'secret', 'made', 'kind'],
  properties: {
    id: { type: 'integer', readOnly: true, minimum: 1 },
    secret: { type: 'string', writeOnly: true },
    made: { type: 'string', format: 'date-time' },
    label: { type: 'string', example: 'a label of the document' },
    broken: { type: 'integer', example: 'no integer' },
    size: { type: 'integer', default: 42 },
    words: { type: 'array', items: { type: 'string', examples: ['one', 'two'] } },
    deep: { type: 'object', properties: { note: { type: 'string', examples: ['first', 'second'] } } },
    kind: { type: 'string', pattern: '^[A-Z]{3}-\\d{2}$' },
    parent: { $ref: '#/components/schemas/Thing' },
  },
  xml: { name: 'thing' },
}
const answer = (type: string) => ({ 200: { description: 'done', content: { [type]: { schema: { $ref: '#/components/schemas/Thing' } } } } })
const DOCUMENT = {
  openapi: '3.1.0',
  info: { title: 'Things', version: '1' },
  paths: {
    '/things/{id}': { get: { parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }], responses: answer('application/json') } },
    '/thing.xml': { get: { responses: answer('application/xml') } },
  },
  components: { schemas: { Thing: THING } },
} // biome-ignore format: one path a line

test('the same question gets the same bytes, also after a restart and with a clock that runs; another question gets others', async () => {
  const texts: string[] = []
  for (const clock of ['live', 'live'] as const) {
    await using served = await serveDocument(DOCUMENT, { clock })
    texts.push((await served.ask('GET /things/1')).text, (await served.ask('GET /things/1')).text)
    expect((await served.ask('GET /things/2')).text).not.toBe(texts[0])
  }
  expect(new Set(texts).size).toBe(1)
})

test('examples and defaults of members are used where they fit, what only a request contains is left out', async () => {
  await using served = await serveDocument(DOCUMENT)
  const { status, json } = await served.ask('GET /things/1')
  expect(status).toBe(200)
  expect(checkOf(THING, { Thing: THING } as never)(json)).toEqual([])
  expect(json).toMatchObject({ label: 'a label of the document', size: 42, deep: { note: 'first' }, broken: expect.any(Number) })
  expect(json.words.every((word: string) => word === 'one')).toBe(true)
  expect(json.kind).toMatch(/^[A-Z]{3}-\d{2}$/)
  expect(Object.keys(json)).not.toContain('secret')
  expect(Object.keys(json)).not.toContain('parent')
})

test('XML follows the hints of the schema', async () => {
  await using served = await serveDocument(DOCUMENT)
  const { headers, text } = await served.ask('GET /thing.xml')
  expect(headers['content-type']).toContain('application/xml')
  expect(text).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<thing><id>\d+<\/id><made>[\d-]+T[\d:]+Z<\/made><label>a label/)
})

test('a request leaves out what only an answer contains', () => {
  const { value } = madeFor(THING, { Thing: THING } as never, 'a', { direction: 'request' })
  expect(Object.keys(value as object)).toContain('secret')
  expect(Object.keys(value as object)).not.toContain('id')
})

test('an example without the members of the other direction', () => {
  const schema = { ...THING, example: { id: 1, secret: 'x', made: '2026-01-01T00:00:00Z', kind: 'ABC-12' } }
  expect(madeFor(schema).value).toEqual({ id: 1, made: '2026-01-01T00:00:00Z', kind: 'ABC-12' })
  expect(madeFor(schema, {}, 'a', { direction: 'request' }).value).toEqual({ secret: 'x', made: '2026-01-01T00:00:00Z', kind: 'ABC-12' })
})

test('what cannot be made is told', () => {
  const endless = { type: 'object', required: ['x'], properties: { x: { $ref: '#/components/schemas/Endless' } } }
  const { failed } = madeFor(endless, { Endless: endless } as never)
  expect(failed).toEqual([expect.objectContaining({ rule: 'type', pointer: '' })])
  expect(madeFor({ type: 'string', minLength: 3, maxLength: 2 }).failed).toEqual([expect.objectContaining({ rule: 'minLength' })])
})

test('a member more changes nothing beside it', () => {
  const some = { type: 'object', properties: { name: { type: 'string' }, n: { type: 'number' } } }
  const more = { ...some, properties: { added: { type: 'string' }, ...some.properties } }
  expect(madeFor(more).value).toMatchObject(madeFor(some).value as object)
})
