import { answer, api, body, parameter, ref, type Stranger } from './frame.ts'

const KINDS = [
  { type: 'string', minLength: 1, maxLength: 20 },
  { type: 'integer', minimum: 0, maximum: 1000 },
  { type: 'boolean' },
  { type: 'number', minimum: -1, maximum: 1 },
  { type: 'string', enum: ['on', 'off', 'auto'] },
  { type: 'string', format: 'date-time' },
  { type: 'string', pattern: '^[a-z]{3}-[0-9]{2}$' },
]
const kind = (n: number): object => KINDS[n % KINDS.length] as object

/** Many schemas that refer to each other. */
export function sharedSchemas(count: number): Stranger {
  const schemas = Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      `Model${n}`,
      {
        type: 'object',
        required: ['id', 'value'],
        properties: {
          id: { type: 'integer' },
          value: kind(n),
          ...(n > 0 ? { parent: ref(`Model${Math.floor(n / 2)}`) } : {}),
          next: ref(`Model${(n + 1) % count}`),
          others: { type: 'array', items: ref(`Model${(n * 7) % count}`) },
        },
      },
    ]),
  )
  const paths = Object.fromEntries(
    Array.from({ length: 40 }, (_, n) => [
      `/models/${n}`,
      {
        post: {
          operationId: `model${n}`,
          requestBody: body(ref(`Model${n * Math.floor(count / 40)}`)),
          responses: { 200: answer(ref(`Model${(n * 13) % count}`)) },
        },
      },
    ]),
  )
  return { name: `${count} shared schemas`, document: api('3.0.2', 'Models', paths, { components: { schemas } }) }
}

/** A document of many operations, about 2.6 kB each, as generators write them. */
export function manyOperations(count: number): Stranger {
  const text = 'Describes at length what the operation is for, which rights it needs and what it changes. '.repeat(8)
  const paths: Record<string, object> = {}
  for (let n = 0; n < count / 2; n++) {
    const path = `/service${n % 50}/resources${n}/{id}/parts/{part}`
    const shared = [parameter('path', 'id', { type: 'string', minLength: 1 }), parameter('path', 'part', kind(n + 1))]
    const members = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [`member${i}`, { ...kind(n + i), description: text.slice(0, 90) }]),
    )
    paths[path] = {
      parameters: shared,
      get: {
        operationId: `show${n}`,
        summary: `Shows part ${n}`,
        description: text,
        tags: [`service${n % 50}`],
        parameters: [parameter('query', 'filter', kind(n), { required: n % 3 === 0 }), parameter('header', 'X-Trace', { type: 'string' })],
        responses: { 200: answer({ type: 'object', required: ['member0', 'member1'], properties: members }), 404: answer(ref('Error')) },
      },
      put: {
        operationId: `put${n}`,
        summary: `Replaces part ${n}`,
        description: text,
        tags: [`service${n % 50}`],
        requestBody: body({ type: 'object', required: ['member0', 'member2'], properties: members }),
        responses: {
          200: answer({ type: 'object', required: ['member1'], properties: members }),
          404: answer(ref('Error')),
          422: answer(ref('Error')),
        },
      },
    }
  }
  const components = {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: { Error: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } } },
  }
  return { name: `${count} operations`, document: JSON.stringify(api('3.0.3', 'Many', paths, { security: [{ bearer: [] }], components })) }
}
