import { answer, api, json, parameter, ref, type Stranger } from './frame.ts'

/** Bodies that are not JSON. */
const files: Stranger = {
  name: 'files in many media types',
  document: api('3.0.1', 'Files', {
    '/upload': {
      post: {
        operationId: 'upload',
        requestBody: {
          required: true,
          content: {
            'multipart/form-data': {
              schema: {
                type: 'object',
                required: ['file', 'title'],
                properties: {
                  file: { type: 'string', format: 'binary' },
                  title: { type: 'string', minLength: 1 },
                  size: { type: 'integer' },
                },
              },
            },
          },
        },
        responses: { 200: answer({ type: 'object', required: ['id'], properties: { id: { type: 'string' } } }) },
      },
    },
    '/form': {
      post: {
        operationId: 'form',
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': {
              schema: {
                type: 'object',
                required: ['name', 'age'],
                properties: {
                  name: { type: 'string' },
                  age: { type: 'integer', minimum: 0 },
                  roles: { type: 'array', items: { type: 'string' } },
                },
              },
            },
          },
        },
        responses: { 303: { description: 'See other', headers: { Location: { schema: { type: 'string', format: 'uri' } } } } },
      },
    },
    '/text': {
      put: {
        operationId: 'text',
        requestBody: { required: true, content: { 'text/plain': { schema: { type: 'string', minLength: 1 } } } },
        responses: { 204: { description: 'Kept' } },
      },
    },
    '/picture': {
      get: {
        operationId: 'picture',
        responses: { 200: { description: 'A picture', content: { 'image/png': { schema: { type: 'string', format: 'binary' } } } } },
      },
      put: {
        operationId: 'putPicture',
        requestBody: { required: true, content: { 'image/png': {} } },
        responses: { 200: { description: 'Kept', content: { 'text/plain': { schema: { type: 'string' } } } } },
      },
    },
    '/feed': {
      get: {
        operationId: 'feed',
        responses: {
          200: {
            description: 'A feed',
            content: {
              'application/xml': {
                schema: {
                  type: 'object',
                  xml: { name: 'feed' },
                  properties: { title: { type: 'string' }, entry: { type: 'array', xml: { wrapped: true }, items: { type: 'string' } } },
                },
              },
            },
          },
        },
      },
    },
  }),
}

/** Versions in media types, ranges of statuses, a base path with a variable, no operation ids. */
const versions: Stranger = {
  name: 'versioned media types and ranges of statuses',
  document: api(
    '3.0.0',
    'Versions',
    {
      '/users/{id}': {
        get: {
          parameters: [parameter('path', 'id', { type: 'string', pattern: '^u[0-9]+$' })],
          responses: {
            '2XX': {
              description: 'A user',
              content: {
                'application/vnd.example.v1+json': { schema: ref('V1') },
                'application/vnd.example.v2+json': { schema: ref('V2') },
              },
            },
            '4XX': {
              description: 'Wrong',
              content: { 'application/json': { schema: { type: 'object', properties: { error: { type: 'string' } } } } },
            },
          },
        },
      },
      '/users/me': { get: { responses: { default: answer(ref('V2')) } } },
      '/users/{id}/avatar.{format}': {
        get: {
          parameters: [parameter('path', 'id', { type: 'string' }), parameter('path', 'format', { type: 'string', enum: ['png', 'svg'] })],
          responses: { 200: answer({ type: 'string' }) },
        },
      },
      '/users/{id}:lock': {
        post: {
          parameters: [
            parameter('path', 'id', { type: 'integer' }),
            parameter('header', 'X-Reason', { type: 'string', minLength: 3 }, { required: true }),
          ],
          responses: { 202: { description: 'Accepted' } },
        },
      },
    },
    {
      servers: [
        {
          url: 'https://{region}.example.com/api/{version}',
          variables: { region: { default: 'eu' }, version: { default: 'v3', enum: ['v3', 'v4'] } },
        },
      ],
      components: {
        schemas: {
          V1: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
          V2: { type: 'object', required: ['given', 'family'], properties: { given: { type: 'string' }, family: { type: 'string' } } },
        },
      },
    },
  ),
}

/** Examples at every place that may have one. */
const shown: Stranger = {
  name: 'examples everywhere',
  document: api('3.1.0', 'Shown', {
    '/weather/{city}': {
      get: {
        operationId: 'weather',
        parameters: [
          parameter('path', 'city', { type: 'string', examples: ['Bern'] }),
          parameter('query', 'day', { type: 'string', format: 'date' }, { required: true, example: '2026-01-02' }),
          parameter('query', 'unit', { type: 'string', enum: ['c', 'f'] }, { examples: { usual: { value: 'c' } } }),
        ],
        responses: {
          200: answer(
            { type: 'object', required: ['degrees'], properties: { degrees: { type: 'number' }, sky: { type: 'string' } } },
            {
              examples: {
                sunny: { value: { degrees: 21.5, sky: 'clear' } },
                rainy: { summary: 'Rain', value: { degrees: 9, sky: 'rain' } },
              },
            },
          ),
          404: answer({ type: 'object', properties: { reason: { type: 'string' } } }, { example: { reason: 'no such city' } }),
        },
      },
    },
    '/stations': {
      post: {
        operationId: 'addStation',
        requestBody: {
          required: true,
          ...json(
            {
              type: 'object',
              required: ['name', 'at'],
              properties: {
                name: { type: 'string', example: 'North' },
                at: { type: 'array', prefixItems: [{ type: 'number' }, { type: 'number' }], items: false, minItems: 2 },
              },
            },
            { example: { name: 'North', at: [46.9, 7.4] } },
          ),
        },
        responses: { 201: answer({ type: 'object', required: ['id'], properties: { id: { type: 'integer', examples: [17] } } }) },
      },
    },
  }),
}

export const answerDocuments: readonly Stranger[] = [files, versions, shown]
