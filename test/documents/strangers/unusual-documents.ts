import { answer, api, body, parameter, ref, type Stranger } from './frame.ts'

const list = (items: object) => ({ type: 'array', items, minItems: 1 })
const color = { type: 'object', required: ['R', 'G'], properties: { R: { type: 'integer' }, G: { type: 'integer' } } }

/** Every style a parameter can have, for one value, a list and an object. */
const STYLES: readonly (readonly [where: string, style: string, explodes: readonly boolean[], shapes: readonly string[]])[] = [
  ['path', 'simple', [false, true], ['one', 'list', 'object']],
  ['path', 'label', [false, true], ['one', 'list', 'object']],
  ['path', 'matrix', [false, true], ['one', 'list', 'object']],
  ['query', 'form', [false, true], ['one', 'list', 'object']],
  ['query', 'spaceDelimited', [false], ['list']],
  ['query', 'pipeDelimited', [false], ['list']],
  ['query', 'deepObject', [true], ['object']],
  ['header', 'simple', [false, true], ['one', 'list', 'object']],
  ['cookie', 'form', [true], ['one']],
  ['cookie', 'form', [false], ['list']],
]
const SHAPES: Readonly<Record<string, object>> = { one: { type: 'integer' }, list: list({ type: 'integer' }), object: color }

const styles: Stranger = {
  name: 'all styles of parameters',
  document: api(
    '3.0.3',
    'Styles',
    Object.fromEntries(
      STYLES.flatMap(([where, style, explodes, shapes]) =>
        explodes.flatMap((explode) =>
          shapes.map((shape) => {
            const id = `${where}-${style}-${explode ? 'exploded' : 'joined'}-${shape}`
            const name = where === 'header' ? 'X-Value' : 'value'
            return [
              `/${id}${where === 'path' ? '/{value}' : ''}`,
              {
                get: {
                  operationId: id,
                  parameters: [parameter(where, name, SHAPES[shape] as object, { style, explode, required: true })],
                  responses: { 200: answer({ type: 'object' }) },
                },
              },
            ]
          }),
        ),
      ),
    ),
  ),
}

/** Trees, lists that contain themselves, and a chain of schemas that ends where it began. */
const recursion: Stranger = {
  name: 'deep recursion',
  document: api(
    '3.1.0',
    'Recursion',
    {
      '/trees': { post: { operationId: 'tree', requestBody: body(ref('Tree')), responses: { 200: answer(ref('Tree')) } } },
      '/chains': { post: { operationId: 'chain', requestBody: body(ref('A')), responses: { 200: answer(ref('C')) } } },
      '/expressions': {
        post: { operationId: 'expression', requestBody: body(ref('Expression')), responses: { 200: answer(ref('Expression')) } },
      },
    },
    {
      components: {
        schemas: {
          Tree: {
            type: 'object',
            required: ['value', 'children'],
            properties: { value: { type: 'integer' }, children: { type: 'array', items: ref('Tree') }, parent: ref('Tree') },
          },
          A: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, b: ref('B') } },
          B: { allOf: [ref('A'), { type: 'object', properties: { c: ref('C') } }] },
          C: { type: 'object', required: ['a'], properties: { a: ref('A'), all: { type: 'array', items: ref('B') } } },
          Expression: {
            oneOf: [
              { type: 'number' },
              {
                type: 'object',
                required: ['op', 'left', 'right'],
                additionalProperties: false,
                properties: { op: { enum: ['+', '-'] }, left: ref('Expression'), right: ref('Expression') },
              },
            ],
          },
        },
      },
    },
  ),
}

const card = {
  type: 'object',
  required: ['kind', 'number'],
  properties: { kind: { type: 'string', enum: ['card'] }, number: { type: 'string', pattern: '^[0-9]{16}$' } },
}
const bank = {
  type: 'object',
  required: ['kind', 'iban'],
  properties: { kind: { type: 'string', enum: ['bank'] }, iban: { type: 'string', minLength: 15 } },
}
const method = (card: object, bank: object, cardName: string, bankName: string) => ({
  oneOf: [card, bank],
  discriminator: { propertyName: 'kind', mapping: { card: cardName, bank: bankName } },
})
const withMethod = (schema: object) =>
  api('3.0.3', 'Methods', {
    '/methods': { post: { operationId: 'addMethod', requestBody: body(schema), responses: { 201: answer(schema) } } },
  })

const discriminators: Stranger = {
  name: 'a discriminator over several files',
  document: {
    files: {
      'openapi.yaml': withMethod({ $ref: 'schemas/method.yaml' }),
      'schemas/method.yaml': method(
        { $ref: 'card.json' },
        { $ref: './bank.yaml#/definitions/Bank' },
        'card.json',
        './bank.yaml#/definitions/Bank',
      ),
      'schemas/card.json': card,
      'schemas/bank.yaml': { definitions: { Bank: bank } },
    },
  },
  whole: {
    ...withMethod(ref('Method')),
    components: {
      schemas: { Method: { oneOf: [ref('Card')] }, Card: card },
    },
  },
}

/** OpenAPI 3.1 with what its schemas can say, and webhooks. */
const modern: Stranger = {
  name: 'JSON Schema 2020-12 and webhooks',
  document: api(
    '3.1.0',
    'Modern',
    {
      '/events': {
        post: {
          operationId: 'addEvent',
          requestBody: body({
            type: 'object',
            required: ['id', 'at'],
            properties: {
              id: { type: ['integer', 'string'] },
              at: { type: 'array', prefixItems: [{ type: 'integer' }, { type: 'string' }], items: false, minItems: 2 },
              kind: { const: 'event' },
            },
            dependentRequired: { kind: ['id'] },
            unevaluatedProperties: false,
          }),
          responses: { 200: answer({ $ref: '#/components/schemas/Event' }) },
        },
      },
    },
    {
      components: {
        schemas: {
          Event: {
            $id: 'https://example.com/event',
            type: 'object',
            required: ['tags'],
            properties: { tags: { type: 'array', uniqueItems: true, minItems: 2, items: { type: 'string' } } },
            patternProperties: { '^x-': { type: 'integer' } },
          },
        },
      },
      webhooks: { newEvent: { post: { requestBody: body(ref('Event')), responses: { 204: { description: 'Heard' } } } } },
    },
  ),
}

/** As short as a document can be: no ids, no examples, no descriptions of what goes wrong. */
const bare: Stranger = {
  name: 'examples nowhere',
  document: [
    'openapi: 3.0.0',
    'info: { title: Bare, version: 1 }',
    'paths:',
    '  /things:',
    '    get: { responses: { 200: { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Thing" } } } } } } }',
    '    post: { requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }, responses: { 201: { description: made } } }',
    '  /things/{id}:',
    '    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]',
    '    get: { responses: { default: { description: any } } }',
    '    delete: { responses: { 204: { description: gone } } }',
    'components:',
    '  schemas:',
    '    Thing: { type: object, required: [name], properties: { name: { type: string }, size: { type: integer } } }',
  ].join('\n'),
}

export const unusualDocuments: readonly Stranger[] = [styles, recursion, discriminators, modern, bare]
