/** Large documents as strangers write them, the same ones for the same seed. Made here because no real one may be copied. */

/** A small generator of numbers from 0 to 1; bench and tests need nothing better. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const NOUNS = 'account address alert asset balance batch branch budget card cart channel claim client contact contract customer device document event feature file gateway group host image invoice item job label lease ledger licence limit list location member message metric network node note offer order owner package page payment period plan policy port price product profile project quota range rate record region report request resource review role room route rule schedule scope seat secret segment server service session setting share shelf site snapshot source stage stock store stream subnet tag target task team template tenant ticket token topic transfer unit user vault vendor version volume wallet webhook worker zone'.split(' ') // biome-ignore format: one list
const SENTENCE =
  'Returns the state of the thing as the service knows it at the moment of the call, with every member that the caller may see.'

export interface DocumentSize {
  readonly operations: number
  readonly schemas: number
  readonly seed?: number
}

/**
 * A document of so many operations that share so many schemas: nested, recursive, with discriminators, parameters of several styles, errors, examples
 * here and there, and credentials. 5,000 operations with 2,000 schemas are about 13 MB of JSON.
 */
export function largeDocument({ operations, schemas, seed = 1 }: DocumentSize): Record<string, unknown> {
  const random = numbersFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const nameOf = (n: number) => `${NOUNS[n % NOUNS.length]}${n}`.replace(/^./, (letter) => letter.toUpperCase())
  const reference = () => ({ $ref: `#/components/schemas/${nameOf(Math.floor(random() * schemas))}` })
  const leaf = () =>
    pick([
      { type: 'string', minLength: 1, maxLength: 64, description: SENTENCE },
      { type: 'string', format: 'date-time', readOnly: true },
      { type: 'string', format: 'uuid' },
      { type: 'string', pattern: '^[a-z][a-z0-9-]{0,30}$' },
      { type: 'integer', format: 'int32', minimum: 0, maximum: 100_000 },
      { type: 'number', minimum: 0 },
      { type: 'boolean', default: false },
      { type: 'string', enum: ['active', 'suspended', 'deleted'] },
    ])
  const members = (count: number, linked: number) => ({
    id: { type: 'string', format: 'uuid', readOnly: true },
    ...Object.fromEntries(Array.from({ length: count }, (_, i) => [`${NOUNS[Math.floor(random() * NOUNS.length)]}_${i}`, leaf()])),
    ...Object.fromEntries(Array.from({ length: linked }, (_, i) => [`link_${i}`, i % 2 === 0 ? reference() : { type: 'array', maxItems: 20, items: reference() }])),
  }) // biome-ignore format: one member a line
  const shared = Object.fromEntries(
    Array.from({ length: schemas }, (_, n) => {
      if (n % 10 === 3) return [nameOf(n), { allOf: [{ $ref: `#/components/schemas/${nameOf(n - 1)}` }, { type: 'object', properties: members(3, 0) }] }]
      if (n % 10 === 7)
        return [nameOf(n), { anyOf: [1, 2].map((i) => ({ $ref: `#/components/schemas/${nameOf(n - i)}` })), discriminator: { propertyName: 'id' } }]
      return [nameOf(n), { type: 'object', required: ['id'], description: SENTENCE, properties: members(4 + (n % 5), n % 3) }]
    }),
  ) // biome-ignore format: one kind a line
  const failure = (description: string) => ({
    description: `${description}. ${SENTENCE}`,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  })
  const paths: Record<string, Record<string, unknown>> = {}
  for (let n = 0; n < operations; n++) {
    const noun = NOUNS[n % NOUNS.length] as string
    const section = Math.floor(n / 4)
    const isItem = n % 4 >= 2
    const path = `/v1/${noun}-${section}${isItem ? `/{${noun}_id}` : ''}`
    const method = ['get', 'post', 'get', 'delete'][n % 4] as string
    const one = { $ref: `#/components/schemas/${nameOf(n % schemas)}` }
    const success = method === 'delete' ? '204' : method === 'post' ? '201' : '200'
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId: `${method}${nameOf(n)}`,
        summary: `The ${noun} number ${n}`,
        description: `${SENTENCE} `.repeat(4).trim(),
        tags: [noun],
        security: [{ key: [] }],
        parameters: [
          ...(isItem ? [{ name: `${noun}_id`, in: 'path', required: true, schema: { type: 'string', maxLength: 64 } }] : []),
          { name: 'X-Trace', in: 'header', schema: { type: 'string', maxLength: 64 }, description: SENTENCE },
          ...(method === 'get'
            ? [
                { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 10 }, description: SENTENCE },
                { name: 'state', in: 'query', style: 'form', explode: false, schema: { type: 'array', items: { type: 'string', enum: ['on', 'off'] } } },
              ]
            : []),
        ],
        ...(method === 'post' ? { requestBody: { required: true, content: { 'application/json': { schema: one } } } } : {}),
        responses: {
          [success]: {
            description: 'Done',
            ...(success === '204' ? {} : { headers: { 'X-Total': { schema: { type: 'integer' } } }, content: { 'application/json': { schema: isItem || method === 'post' ? one : { type: 'array', items: one } } } }),
          },
          400: failure('The request is wrong'),
          401: failure('Credentials are missing'),
          404: failure('There is no such thing'),
          ...(n % 2 === 0 ? { 500: failure('The service failed'), default: failure('Anything else') } : {}),
        },
      },
    }
  } // biome-ignore format: one part a line
  const problem = {
    type: 'object',
    required: ['title'],
    properties: { title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' } },
  }
  return {
    openapi: '3.0.3',
    info: { title: `Large ${operations}`, version: '1.0.0', description: SENTENCE },
    servers: [{ url: 'https://api.large.example' }],
    paths,
    components: { schemas: { ...shared, Problem: problem }, securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } } },
  } // biome-ignore format: one part a line
}

/** A document whose only schema is nested so deep, each level a shared schema that holds the next and itself. */
export function deepDocument(depth: number): Record<string, unknown> {
  const schemas = Object.fromEntries(
    Array.from({ length: depth }, (_, n) => {
      const next = { $ref: `#/components/schemas/Level${(n + 1) % depth}` }
      const own = { $ref: `#/components/schemas/Level${n}` }
      return [`Level${n}`, { type: 'object', required: ['name'], properties: { name: { type: 'string' }, next, children: { type: 'array', items: own } } }]
    }),
  ) // biome-ignore format: one level a line
  const content = { 'application/json': { schema: { $ref: '#/components/schemas/Level0' } } }
  const put = {
    operationId: 'PutLevel',
    requestBody: { required: true, content },
    responses: { 200: { description: 'The same', content } },
  }
  return { openapi: '3.1.0', info: { title: 'Deep', version: '1' }, paths: { '/level': { put } }, components: { schemas } }
}

/** The files of a document whose animals are told apart by a member, each animal in a file of its own. The first file is the document. */
export function documentInFiles(kinds: number): Readonly<Record<string, string>> {
  const names = Array.from({ length: kinds }, (_, n) => `Animal${n}`)
  const json = (value: unknown) => JSON.stringify(value, null, 2)
  return {
    'openapi.json': json({
      openapi: '3.1.0',
      info: { title: 'Animals', version: '1' },
      paths: { '/animals': { $ref: 'paths/animals.json' } },
    }),
    'paths/animals.json': json({
      post: {
        operationId: 'AddAnimal',
        requestBody: { required: true, content: { 'application/json': { schema: { $ref: '../schemas/Animal.json' } } } },
        responses: { 201: { description: 'Added', content: { 'application/json': { schema: { $ref: '../schemas/Animal.json' } } } } },
      },
    }),
    'schemas/Animal.json': json({
      oneOf: names.map((name) => ({ $ref: `kinds/${name}.json` })),
      discriminator: { propertyName: 'kind', mapping: Object.fromEntries(names.map((name) => [name, `kinds/${name}.json`])) },
    }),
    'schemas/Base.json': json({ type: 'object', required: ['kind'], properties: { kind: { type: 'string' }, parent: { $ref: 'Animal.json' } } }),
    ...Object.fromEntries(
      names.map((name, n) => [
        `schemas/kinds/${name}.json`,
        json({ allOf: [{ $ref: '../Base.json' }, { required: [`leg${n}`], properties: { kind: { const: name }, [`leg${n}`]: { type: 'integer' } } }] }),
      ]),
    ),
  } // biome-ignore format: one file a line
}
