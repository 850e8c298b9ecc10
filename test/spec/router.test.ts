import { describe, expect, test } from 'vitest'
import type { ServiceDocument } from '../../src/spec/document/model.ts'
import { createRouter } from '../../src/spec/router.ts'
import { plainDoc, specsWith } from './make-operation.ts'

describe('a path finds its operation', () => {
  const templates = [
    '/a/{id}',
    '/a/details',
    '/a/{id}/b',
    '/a/details/c',
    '/{x}/{y}',
    '/',
    '/a/{id}/{sub}/d',
    '/f/{id}.json',
    '/f/{a}.{b}.xml',
    '/f/v{n}',
  ]
  const rows: [string, string | undefined, Record<string, string>?][] = [
    ['/a/details', '/a/details'],
    ['/a/1', '/a/{id}', { id: '1' }],
    ['/a/details/b', '/a/{id}/b', { id: 'details' }],
    ['/a/details/c', '/a/details/c'],
    ['/a/details/c/d', '/a/{id}/{sub}/d', { id: 'details', sub: 'c' }],
    ['/b/c', '/{x}/{y}', { x: 'b', y: 'c' }],
    ['/a/1/', '/a/{id}', { id: '1' }],
    ['/f/7.json', '/f/{id}.json', { id: '7' }],
    ['/f/7.tar.xml', '/f/{a}.{b}.xml', { a: '7', b: 'tar' }],
    ['/f/v2', '/f/v{n}', { n: '2' }],
    ['/f/.json', '/{x}/{y}', { x: 'f', y: '.json' }],
    ['/a/CS%201%2F2', '/a/{id}', { id: 'CS%201%2F2' }],
    ['/', '/'],
    ['/a', undefined],
    ['/a//', undefined],
    ['/a//b', undefined],
    ['/a/1/b/c/d', undefined],
    ['', undefined],
    ['*', undefined],
    ['/a/__proto__', '/a/{id}', { id: '__proto__' }],
  ]

  test.each([
    ['as listed', templates],
    ['the other way round', [...templates].reverse()],
  ])('registered %s', (_order, list) => {
    const router = createRouter<string>()
    for (const template of list) router.add('get', template, template)
    for (const [path, value, values = {}] of rows)
      expect([path, ...router.find('GET', path)]).toEqual(value === undefined ? [path] : [path, { value, path: values }])
  })

  test('a method the concrete path lacks is looked for at the template', () => {
    const router = createRouter<string>()
    router.add('get', '/a/details', 'details')
    router.add('post', '/a/{id}', 'one')
    expect(router.find('POST', '/a/details')).toEqual([{ value: 'one', path: { id: 'details' } }])
    expect(router.methods('/a/details')).toEqual(['GET', 'POST'])
    expect(router.methods('/b')).toEqual([])
  })
})

const service = (url: string | undefined, paths: Record<string, string>): ServiceDocument => ({
  openapi: '3.1.0',
  info: { title: 't', version: '1' },
  ...(url ? { servers: [{ url }] } : {}),
  paths: Object.fromEntries(Object.entries(paths).map(([path, operationId]) => [path, { get: plainDoc({ operationId, 'x-errors': [] }) }])),
})

describe('where services share a path, Host picks', () => {
  const specs = specsWith({
    one: service('https://one.example.com', { '/v1/things/{id}': 'ShowThing' }),
    two: service('https://two.{region}.example.com/base', { '/v1/things/{thing_id}': 'ShowThing', '/v1/x': 'X' }),
  })
  const find = (host: string) => {
    const found = specs.find({ method: 'GET', path: '/v1/things/7', host })
    return 'missing' in found ? found : { ref: found.value.ref, path: found.path }
  }

  test.each([
    ['one.example.com', 'one.ShowThing', { id: '7' }],
    ['two.cn-north-4.example.com:443', 'two.ShowThing', { thing_id: '7' }],
    ['localhost:4100', 'one.ShowThing', { id: '7' }],
    ['', 'one.ShowThing', { id: '7' }],
  ])('%s', (host, ref, path) => {
    expect(find(host)).toEqual({ ref, path })
  })

  test('a name of two services needs its service', () => {
    expect(() => specs.operation('ShowThing')).toThrow('"ShowThing" is the name of several operations: one.ShowThing, two.ShowThing.')
    expect(specs.operation('X').ref).toBe('two.X')
    expect(() => specs.operation('one.ShowThin')).toThrow('There is no operation "one.ShowThin". Did you mean "one.ShowThing"?')
  })

  test('an unknown path and an unknown method are told apart', () => {
    expect(specs.find({ method: 'PUT', path: '/v1/x', host: '' })).toEqual({ missing: 'method', methods: ['GET'], foreign: false })
    expect(specs.find({ method: 'GET', path: '/v1', host: '' })).toEqual({ missing: 'path', methods: [], foreign: undefined })
  })

  test.each([
    ['the same address', 'https://a.com', 'https://a.com', '/v1/{id}', '/v1/{other}'],
    ['no address on one side', 'https://a.com', undefined, '/v1/{id}', '/v1/{id}'],
    ['names with hyphens', 'https://a.com', 'https://a.com', '/v1/{thing-id}', '/v1/{id}'],
  ])('a clash is refused at load: %s', (_what, first, second, before, after) => {
    const load = () => specsWith({ one: service(first, { [before]: 'A' }), two: service(second, { [after]: 'B' }) })
    expect(load).toThrow(`two.B and one.A both answer GET ${after}, and no server address tells them apart.`)
  })

  test('a concrete path beside a template is no clash', () => {
    const both = specsWith({ one: service('https://a.com', { '/v1/{id}': 'A' }), two: service('https://a.com', { '/v1/b': 'B' }) })
    expect(both.operations.map(({ ref }) => ref)).toEqual(['one.A', 'two.B'])
  })
})
