import { answer, api, body, parameter, ref, type Stranger } from './frame.ts'

const problem = { type: 'object', required: ['code', 'message'], properties: { code: { type: 'integer' }, message: { type: 'string' } } }

/** One resource with everything that one does to it, a key in a header. */
const crud: Stranger = {
  name: 'a shop with a key in a header',
  document: api(
    '3.0.3',
    'Shop',
    {
      '/v1/products': {
        get: {
          operationId: 'listProducts',
          parameters: [
            parameter('query', 'limit', { type: 'integer', minimum: 1, maximum: 100, default: 20 }),
            parameter('query', 'category', { type: 'string', enum: ['book', 'game'] }, { required: true }),
          ],
          responses: { 200: answer({ type: 'array', items: ref('Product') }), default: answer(ref('Error')) },
        },
        post: {
          operationId: 'createProduct',
          requestBody: body(ref('NewProduct')),
          responses: { 201: answer(ref('Product')), 400: answer(ref('Error')), default: answer(ref('Error')) },
        },
      },
      '/v1/products/{productId}': {
        parameters: [parameter('path', 'productId', { type: 'integer', format: 'int64', minimum: 1 })],
        get: { operationId: 'showProduct', responses: { 200: answer(ref('Product')), 404: answer(ref('Error')) } },
        put: { operationId: 'replaceProduct', requestBody: body(ref('NewProduct')), responses: { 200: answer(ref('Product')) } },
        delete: { operationId: 'deleteProduct', responses: { 204: { description: 'Gone' } } },
      },
      '/v1/health': {
        get: {
          operationId: 'health',
          security: [],
          responses: { 200: answer({ type: 'object', properties: { up: { type: 'boolean' } } }) },
        },
      },
    },
    {
      security: [{ key: [] }],
      components: {
        securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' } },
        schemas: {
          NewProduct: {
            type: 'object',
            required: ['name', 'price'],
            properties: {
              name: { type: 'string', minLength: 2, maxLength: 40 },
              price: { type: 'number', minimum: 0, exclusiveMinimum: true },
              tags: { type: 'array', items: { type: 'string' }, maxItems: 5 },
              discount: { type: 'number', nullable: true },
            },
          },
          Product: {
            allOf: [ref('NewProduct'), { type: 'object', required: ['id'], properties: { id: { type: 'integer', readOnly: true } } }],
          },
          Error: problem,
        },
      },
    },
  ),
}

/** Credentials of several kinds, together and as alternatives; errors are problems. */
const payments: Stranger = {
  name: 'payments with OAuth and problems',
  document: api(
    '3.1.0',
    'Payments',
    Object.fromEntries(
      [
        ['charges', [{ oauth: ['charge'] }]],
        ['refunds', [{ oauth: ['refund'], signature: [] }]],
        ['payouts', [{ basic: [] }, { bearer: [] }]],
        ['reports', [{ session: [] }]],
        ['events', [{ openid: [] }]],
        ['hooks', [{ inQuery: [] }]],
        ['public', [{}, { oauth: [] }]],
      ].map(([name, security]) => [
        `/${name as string}`,
        {
          post: {
            operationId: `create-${name as string}`,
            security,
            requestBody: body(ref('Amount')),
            responses: {
              201: answer(ref('Charge')),
              401: { description: 'Who are you?', content: { 'application/problem+json': { schema: ref('Problem') } } },
              422: { description: 'Wrong', content: { 'application/problem+json': { schema: ref('Problem') } } },
            },
          },
        },
      ]),
    ),
    {
      components: {
        securitySchemes: {
          oauth: {
            type: 'oauth2',
            flows: { clientCredentials: { tokenUrl: 'https://example.com/token', scopes: { charge: 'Charge', refund: 'Refund' } } },
          },
          signature: { type: 'apiKey', in: 'header', name: 'X-Signature' },
          basic: { type: 'http', scheme: 'Basic' },
          bearer: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'session' },
          inQuery: { type: 'apiKey', in: 'query', name: 'api_key' },
          openid: { type: 'openIdConnect', openIdConnectUrl: 'https://example.com/.well-known/openid-configuration' },
        },
        schemas: {
          Amount: {
            type: 'object',
            required: ['value', 'currency'],
            additionalProperties: false,
            properties: {
              value: { type: 'integer', exclusiveMinimum: 0 },
              currency: { type: 'string', pattern: '^[A-Z]{3}$' },
              note: { type: ['string', 'null'] },
            },
          },
          Charge: {
            type: 'object',
            required: ['id', 'state'],
            properties: { id: { type: 'string', format: 'uuid' }, state: { enum: ['open', 'settled'] } },
          },
          Problem: {
            type: 'object',
            required: ['title', 'status'],
            properties: { title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' } },
          },
        },
      },
    },
  ),
}

export const usualDocuments: readonly Stranger[] = [crud, payments]
