import type { Shot } from './load.ts'

/** A small document as a stranger writes it: examples written out, a generated answer, a body to check, and a key to send. */
export function petShop(): object {
  const pet = {
    type: 'object',
    required: ['name', 'kind'],
    properties: {
      id: { type: 'string', format: 'uuid', readOnly: true },
      name: { type: 'string', minLength: 1, maxLength: 60 },
      kind: { type: 'string', enum: ['cat', 'dog', 'parrot'] },
      born: { type: 'string', format: 'date' },
      weight: { type: 'number', minimum: 0 },
      tags: { type: 'array', maxItems: 10, items: { type: 'string', maxLength: 30 } },
    },
  }
  const owner = {
    type: 'object',
    required: ['email'],
    properties: { id: { type: 'string', format: 'uuid', readOnly: true }, email: { type: 'string', format: 'email' }, since: { type: 'string', format: 'date-time' }, active: { type: 'boolean' } },
  } // biome-ignore format: one member after the other
  const shown = (n: number) => ({
    id: `5f0c1a6e-0000-4000-8000-00000000000${n}`,
    name: `Pet ${n}`,
    kind: 'cat',
    born: '2024-02-01',
    weight: 4.5,
    tags: ['calm', 'indoor'],
  })
  const json = (schema: object, example?: unknown) => ({ 'application/json': { schema, ...(example === undefined ? {} : { example }) } })
  const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
  return {
    openapi: '3.0.3',
    info: { title: 'Pet shop', version: '1.0.0' },
    servers: [{ url: 'https://pets.example/v1' }],
    security: [{ key: [] }],
    paths: {
      '/pets': {
        get: {
          operationId: 'listPets',
          parameters: [
            { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 10 } },
            { name: 'kind', in: 'query', schema: { type: 'string', enum: ['cat', 'dog', 'parrot'] } },
          ],
          responses: { 200: { description: 'Pets', content: json({ type: 'array', items: ref('Pet') }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(shown)) } },
        },
        post: {
          operationId: 'addPet',
          requestBody: { required: true, content: json(ref('Pet')) },
          responses: { 201: { description: 'Added', content: json(ref('Pet'), shown(1)) } },
        },
      },
      '/owners': {
        post: {
          operationId: 'addOwner',
          requestBody: { required: true, content: json(ref('Owner')) },
          responses: { 201: { description: 'Added', content: json(ref('Owner')) } },
        },
      },
    },
    components: { schemas: { Pet: pet, Owner: owner }, securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } } },
  } // biome-ignore format: one part a line
}

const key = { 'X-Api-Key': 'bench' }
const json = { ...key, 'Content-Type': 'application/json' }

/** What is asked of it: its name, the request and its status. */
export const PET_SHOTS: readonly (readonly [string, Shot, number])[] = [
  ['list', { method: 'GET', path: '/pets?limit=10', headers: key }, 200],
  ['POST, answer shown', { method: 'POST', path: '/pets', headers: json, body: '{"name":"Mia","kind":"cat","born":"2024-02-01","weight":4.5,"tags":["calm"]}' }, 201],
  ['POST, answer generated', { method: 'POST', path: '/owners', headers: json, body: '{"email":"mia@example.com","active":true}' }, 201],
  ['refused (limit=101)', { method: 'GET', path: '/pets?limit=101', headers: key }, 422],
  ['no credentials', { method: 'GET', path: '/pets?limit=10', headers: {} }, 401],
] // biome-ignore format: one a line
