/** An OpenAPI document of so many operations, to see whether anything grows with their number. */
export function manyOperations(count: number): object {
  const paths: Record<string, object> = {}
  for (let n = 0; n < count; n++) {
    paths[`/bench/v1/things-${n}/{thing_id}/parts`] = {
      get: {
        operationId: `ListParts${n}`,
        parameters: [
          { name: 'thing_id', in: 'path', required: true, schema: { type: 'string', maxLength: 64 } },
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 10 } },
        ],
        responses: {
          200: { description: 'Parts', content: { 'application/json': { schema: { $ref: `#/components/schemas/Parts${n % 50}` } } } },
        },
      },
    }
  }
  const schemas = Object.fromEntries(
    Array.from({ length: 50 }, (_, n) => [
      `Parts${n}`,
      { type: 'object', properties: { parts: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } } } } },
    ]),
  )
  return { openapi: '3.1.0', info: { title: `Bench ${count}`, version: '1' }, paths, components: { schemas } }
}
