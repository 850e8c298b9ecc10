const petBody = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', minLength: 1 }, tag: { type: 'string' }, age: { type: 'integer', minimum: 0 } },
}
const json = (schema: object) => ({ content: { 'application/json': { schema } } })
const answer = (schema?: object) => ({ description: 'Answer', ...(schema ? json(schema) : {}) })
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const idParameter = (name: string, type = 'integer') => ({ name, in: 'path', required: true, schema: { type } })
const query = (name: string, type = 'integer') => ({ name, in: 'query', schema: { type } })

/** A shop as strangers write them: pets with numbers as keys, owners with UUIDs, one settings page, lists in three forms. */
export const petShop = {
  openapi: '3.0.3',
  info: { title: 'Pet shop', version: '1' },
  paths: {
    '/pets': {
      get: {
        operationId: 'listPets',
        parameters: [query('limit'), query('offset'), query('tag', 'string'), query('sort', 'string')],
        responses: { 200: answer({ type: 'array', items: ref('Pet') }) },
      },
      post: {
        operationId: 'createPet',
        requestBody: { required: true, ...json(ref('NewPet')) },
        responses: { 201: answer(ref('Pet')), 409: answer(ref('Problem')) },
      },
    },
    '/pets/{petId}': {
      parameters: [idParameter('petId')],
      get: { operationId: 'showPet', responses: { 200: answer(ref('Pet')), 404: answer(ref('Problem')) } },
      put: {
        operationId: 'replacePet',
        requestBody: { required: true, ...json(ref('NewPet')) },
        responses: { 200: answer(ref('Pet')), 404: answer(ref('Problem')) },
      },
      patch: {
        operationId: 'changePet',
        requestBody: {
          required: true,
          content: {
            'application/merge-patch+json': { schema: { type: 'object' } },
            'application/json-patch+json': { schema: { type: 'array', items: { type: 'object' } } },
          },
        },
        responses: { 200: answer(ref('Pet')), 404: answer(ref('Problem')) },
      },
      delete: { operationId: 'deletePet', responses: { 204: answer(), 404: answer(ref('Problem')) } },
    },
    '/owners': {
      get: {
        operationId: 'listOwners',
        parameters: [query('page'), query('page_size')],
        responses: {
          200: answer({
            type: 'object',
            required: ['data', 'meta'],
            properties: {
              data: { type: 'array', items: ref('Owner') },
              meta: {
                type: 'object',
                properties: {
                  total: { type: 'integer' },
                  page: { type: 'integer' },
                  total_pages: { type: 'integer' },
                  has_more: { type: 'boolean' },
                },
              },
            },
          }),
        },
      },
      post: {
        operationId: 'createOwner',
        requestBody: { required: true, ...json({ type: 'object', properties: { name: { type: 'string' }, email: { type: 'string' } } }) },
        responses: { 201: answer({ type: 'object', properties: { data: ref('Owner') } }) },
      },
    },
    '/owners/{owner_id}': {
      parameters: [idParameter('owner_id', 'string')],
      get: { operationId: 'showOwner', responses: { 200: answer({ type: 'object', properties: { data: ref('Owner') } }), 404: answer() } },
      put: {
        operationId: 'putOwner',
        requestBody: { required: true, ...json({ type: 'object', properties: { name: { type: 'string' } } }) },
        responses: {
          200: answer({ type: 'object', properties: { data: ref('Owner') } }),
          201: answer({ type: 'object', properties: { data: ref('Owner') } }),
        },
      },
      delete: { operationId: 'deleteOwner', responses: { 204: answer(), 404: answer() } },
    },
    '/owners/{owner_id}/pets': {
      parameters: [idParameter('owner_id', 'string')],
      get: {
        operationId: 'listOwnersPets',
        parameters: [query('cursor', 'string'), query('limit')],
        responses: {
          200: answer({
            type: 'object',
            required: ['items'],
            properties: { items: { type: 'array', items: ref('Pet') }, next_cursor: { type: 'string' }, count: { type: 'integer' } },
          }),
        },
      },
      post: {
        operationId: 'addOwnersPet',
        requestBody: { required: true, ...json(ref('NewPet')) },
        responses: { 201: answer(ref('Pet')) },
      },
    },
    '/settings': {
      get: { operationId: 'showSettings', responses: { 200: answer(ref('Settings')) } },
      put: {
        operationId: 'putSettings',
        requestBody: { required: true, ...json(ref('Settings')) },
        responses: { 200: answer(ref('Settings')) },
      },
    },
    '/coupons': {
      post: {
        operationId: 'createCoupon',
        requestBody: { required: true, ...json(ref('Coupon')) },
        responses: { 200: answer(ref('Coupon')), 409: answer(ref('Problem')) },
      },
    },
    '/coupons/{code}': {
      parameters: [idParameter('code', 'string')],
      get: { operationId: 'showCoupon', responses: { 200: answer(ref('Coupon')), 404: answer() } },
    },
    '/health': { get: { operationId: 'health', responses: { 200: answer({ type: 'object', properties: { ok: { type: 'boolean' } } }) } } },
  },
  components: {
    schemas: {
      NewPet: petBody,
      Pet: {
        allOf: [
          ref('NewPet'),
          {
            type: 'object',
            required: ['id', 'status'],
            properties: {
              id: { type: 'integer', readOnly: true },
              status: { type: 'string', enum: ['available', 'sold'], default: 'available' },
              createdAt: { type: 'string', format: 'date-time', readOnly: true },
            },
          },
        ],
      },
      Owner: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string', format: 'uuid', readOnly: true },
          name: { type: 'string' },
          email: { type: 'string' },
          password: { type: 'string', writeOnly: true },
        },
      },
      Settings: {
        type: 'object',
        properties: { theme: { type: 'string' }, pageSize: { type: 'integer' } },
        example: { theme: 'light', pageSize: 20 },
      },
      Coupon: { type: 'object', required: ['code'], properties: { code: { type: 'string' }, percent: { type: 'integer' } } },
      Problem: { type: 'object', required: ['message'], properties: { message: { type: 'string' } } },
    },
  },
}
