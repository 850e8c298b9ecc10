import { describe, expect, test } from 'vitest'
import { loadWith } from './make-tree.ts'

const API = 's/openapi.yaml'
const OP = 's/operations/Show.yaml'
const THING = 's/schemas/Thing.yaml'
const ERRORS = 's/errors.yaml'

type Row = [string, string, readonly [string, string], string]

describe('what the loader does not understand is refused with file, line and what was meant', () => {
  test.each<Row>([
    ['an x- key of a service', API, ['x-source:', 'x-sorce:'], 'specs/s/openapi.yaml:3: unknown key "x-sorce". Did you mean "x-source"?'],
    [
      'an x- key of an operation',
      OP,
      ['x-errors', 'x-erors'],
      'specs/s/operations/Show.yaml:3: unknown key "x-erors". Did you mean "x-errors"?',
    ],
    [
      'an x- key of a parameter',
      OP,
      ['name: from,', 'name: from, x-caseles: true,'],
      'Show.yaml:6: unknown key "x-caseles". Did you mean "x-caseless"?',
    ],
    [
      'an x- key of a member',
      THING,
      ['id: {', 'id: { x-evidnce: doc,'],
      'specs/s/schemas/Thing.yaml:3: unknown key "x-evidnce". Did you mean "x-evidence"?',
    ],
    [
      'an x- key of an error',
      ERRORS,
      ['message: One', 'message: One, x-sourc: [S-06]'],
      'specs/s/errors.yaml:6: unknown key "x-sourc". Did you mean "x-source"?',
    ],
    [
      'evidence nobody knows',
      OP,
      ['inferred', 'infered'],
      'specs/s/operations/Show.yaml:3: unknown evidence "infered". Did you mean "inferred"?',
    ],
    [
      'a key of an operation',
      OP,
      ['operationId', 'operationID: x\n  operationId'],
      'specs/s/operations/Show.yaml:2: an operation has no key "operationID". Did you mean "operationId"?',
    ],
    ['a method that is none', OP, ['get:', 'gte:'], 'specs/s/operations/Show.yaml:1: a path has no key "gte". Did you mean "get"?'],
    [
      'an operation without a name',
      OP,
      ['operationId: Show', 'summary: Show'],
      'specs/s/operations/Show.yaml:1: an operation needs an operationId.',
    ],
    [
      'an error that does not exist',
      OP,
      ['[X.1,', '[X.11,'],
      'specs/s/operations/Show.yaml:3: x-errors lists X.11, but errors.yaml has no such entry. Did you mean "X.1"?',
    ],
    [
      'an error variant that does not exist',
      OP,
      ['X.2:other', 'X.2:othr'],
      'x-errors lists X.2:othr, but errors.yaml has no such entry. Did you mean "X.2:other"?',
    ],
    [
      'a family that does not exist',
      API,
      ['x-error-family: x', 'x-error-family: y'],
      'specs/s/operations/Show.yaml:3: x-error-family "y" is not in errors.yaml. Did you mean "x"?',
    ],
    [
      'a violation with an unknown code',
      ERRORS,
      ['missing: X.1', 'missing: X.3'],
      'specs/s/errors.yaml:4: X.3 is not among the errors of "x". Did you mean "X.1"?',
    ],
    [
      'a violation nobody reports',
      ERRORS,
      ['missing: X.1', 'mising: X.1'],
      'specs/s/errors.yaml:4: there is no violation "mising". Did you mean "missing"?',
    ],
    [
      'another table of an unknown code',
      's/errors.yaml',
      ['    errors:', '    tables: { setting: s.table, values: { B: { X.1: X.9 } } }\n    errors:'],
      'specs/s/errors.yaml:5: X.9 is not among the errors of "x". Did you mean "X.1"?',
    ],
    [
      'a key of a family',
      ERRORS,
      ['violations:', 'violation:'],
      'specs/s/errors.yaml:4: an error family has no key "violation". Did you mean "violations"?',
    ],
    [
      'a family without an envelope',
      ERRORS,
      ['envelope:', 'x-evidence: doc\n    # '],
      'specs/s/errors.yaml:2: family "x" needs an envelope and errors.',
    ],
    ['an error without a status', ERRORS, ['status: 400, ', ''], 'specs/s/errors.yaml:6: error "X.1" needs a status and a message.'],
    [
      'a reference to no file',
      OP,
      ['../schemas/Thing.yaml', '../schemas/Thin.yaml'],
      'specs/s/operations/Show.yaml:8: ../schemas/Thin.yaml: there is no file specs/s/schemas/Thin.yaml.',
    ],
    [
      'a reference to no operation',
      API,
      ['{ $ref: operations/Show.yaml }', "{ get: { $ref: 'operations/Show.yaml#/post' } }"],
      'specs/s/openapi.yaml:6: operations/Show.yaml#/post points to nothing.',
    ],
    [
      'a key written twice',
      OP,
      ['operationId: Show', 'operationId: Show\n  operationId: Other'],
      'specs/s/operations/Show.yaml:3: Map keys must be unique',
    ],
    ['a member written twice', THING, ['id:', 'id: {}\n  id:'], 'specs/s/schemas/Thing.yaml:4: Map keys must be unique'],
    [
      'a setting without a default',
      API,
      ['paths:', 'x-settings:\n  wait: { about: How long }\npaths:'],
      'specs/s/openapi.yaml:6: a setting needs "default" and "about".',
    ],
    [
      'a setting without a reason',
      ERRORS,
      ['families:', 'x-settings:\n  wait: { default: 1 }\nfamilies:'],
      'specs/s/errors.yaml:2: a setting needs "default" and "about".',
    ],
    [
      'a span over no parameter',
      OP,
      ['parameters:', 'x-span: [{ from: from, to: form, max: P1Y }]\n  parameters:'],
      'specs/s/operations/Show.yaml:4: there is no query parameter "form". Did you mean "from"?',
    ],
    [
      'a span of no length',
      OP,
      ['parameters:', 'x-span: [{ from: from, to: from, max: P90D }]\n  parameters:'],
      'specs/s/operations/Show.yaml:4: max must be whole years such as P1Y, not "P90D".',
    ],
  ])('%s', (_what, file, change, message) => {
    expect(() => loadWith({ [file]: change })).toThrow(message)
  })

  test('a service without openapi.yaml', () => {
    expect(() => loadWith({ 't/errors.yaml': 'families: {}' })).toThrow('specs/t: a service needs an openapi.yaml.')
  })

  test('names that look like keys are names', () => {
    const bundle = loadWith({
      [THING]: ['id: {', 'x-thing: { type: string, examples: [{ x-y: 1 }] }\n  value: { type: object, default: { x-z: 1 } }\n  id: {'],
    })
    expect(Object.keys(bundle.services.s?.components?.schemas?.Thing?.properties ?? {})).toEqual(['x-thing', 'value', 'id', 'parent'])
  })
})

describe('the files of a service become one document', () => {
  const show = (bundle = loadWith()) => bundle.services.s?.paths?.['/a/{id}']?.get

  test('schemas are shared by name, even one that holds itself', () => {
    const document = loadWith().services.s
    expect(document?.components?.schemas?.Thing?.properties?.parent).toEqual({ $ref: '#/components/schemas/Thing' })
    expect(show()?.responses['200']?.content?.['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Thing' })
  })

  test('what stands above is written out below, unless it says otherwise', () => {
    const inherited = loadWith({
      [API]: [
        'paths:',
        'x-auth: [token, aksk]\nx-roles: [buyer]\nx-evidence: seed\nx-presence: { empty: ignore, emptyString: refuse }\npaths:',
      ],
      [OP]: ['operationId: Show', 'operationId: Show\n  x-roles: [seller]'],
    })
    expect(show(inherited)).toMatchObject({
      'x-auth': ['token', 'aksk'],
      'x-roles': ['seller'],
      'x-evidence': 'seed',
      'x-source': ['S-06'],
    })
    expect(show()).toMatchObject({ 'x-auth': ['none'], 'x-evidence': 'doc' })
  })

  test('presence is inherited by query parameters alone, form by form', () => {
    const bundle = loadWith({
      [API]: ['paths:', 'x-presence: { empty: ignore, emptyString: refuse }\npaths:'],
      [OP]: ['name: from, in: query,', 'name: from, in: query, x-presence: { empty: refuse },'],
    })
    expect(show(bundle)?.parameters?.map((p) => p['x-presence'])).toEqual([undefined, { empty: 'refuse', emptyString: 'refuse' }])
  })

  test('documented errors become answers with one example each', () => {
    expect(show()?.['x-errors']).toEqual([{ code: 'X.1' }, { code: 'X.2:other', 'x-evidence': 'inferred' }])
    expect(Object.keys(show()?.responses ?? {})).toEqual(['200', '400', '403'])
    expect(show()?.responses['403']?.content?.['application/json']).toEqual({
      schema: { $ref: '#/components/schemas/XError' },
      examples: { 'X.2:other': { value: { code: 'X.2' } } },
    })
  })

  test('an operation may stand in the document itself or in a part of a file', () => {
    const inPlace = loadWith({
      [API]: [
        '{ $ref: operations/Show.yaml }',
        '\n    delete: { operationId: Gone, responses: {} }\n    get: { $ref: "operations/Show.yaml#/get" }',
      ],
    })
    expect(Object.keys(inPlace.services.s?.paths?.['/a/{id}'] ?? {})).toEqual(['get', 'delete'])
    expect(inPlace.places).toMatchObject({ 's.Gone': 'specs/s/openapi.yaml:7', 's.Show': 'specs/s/operations/Show.yaml:1' })
  })

  test('every thing knows its place', () => {
    expect(loadWith().places).toMatchObject({ 's#Thing': 'specs/s/schemas/Thing.yaml:1', 's!x/X.1': 'specs/s/errors.yaml:6' })
  })
})
