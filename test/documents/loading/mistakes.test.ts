import { expect, test } from 'vitest'
import { load, withPaths, withSchema } from './load-document.ts'

const OK = 'responses: { 204: { description: done } }'
/** A document with parameters in line 4 (and behind it) of GET /a/{id}. */
const withParameters = (parameters: string, version?: string) =>
  withPaths(`  /a/{id}: { get: { operationId: A, parameters: ${parameters}, ${OK} } }`, '', version)
const ID = '{ name: id, in: path, required: true, schema: { type: string } }'

type Row = readonly [what: string, document: string, notes: readonly string[], kept: unknown]

/** The parts of the parameters that these rows are about. */
const parametersOf = ({ document }: ReturnType<typeof load>) =>
  document.paths?.['/a/{id}']?.get?.parameters?.map(({ name, in: place, required, schema, content }) =>
    [place, name, ...(required ? ['required'] : []), JSON.stringify(content ?? schema)].join(' '),
  )
const THE_ID = 'path id required {"type":"string"}'

test.each<Row>([
  ['undeclared', withParameters('[]'), ['parameter.undeclared 4'], [THE_ID]],
  ['declared, but not in the path', withParameters(`[${ID}, { name: no, in: path, required: true, schema: {} }]`), ['parameter.path 4'], [THE_ID]],
  ['not required in the path', withParameters('[{ name: id, in: path, schema: { type: string } }]'), ['parameter.required 4'], [THE_ID]],
  ['not a list', withParameters(`{ one: ${ID} }`), ['parameters.form 4'], [THE_ID]],
  ['no object', withParameters(`[${ID}, limit]`), ['parameter.form 4'], [THE_ID]],
  ['without a name', withParameters(`[${ID}, { in: query, schema: {} }]`), ['parameter.name 4'], [THE_ID]],
  ['without a place', withParameters(`[${ID}, { name: q, schema: {} }]`), ['parameter.in 4'], [THE_ID]],
  ['in the body', withParameters(`[${ID}, { name: q, in: body, schema: {} }]`), ['parameter.in 4'], [THE_ID]],
  ['in capitals', withParameters(`[${ID}, { name: q, in: Query, schema: {} }]`), ['parameter.in 4'], [THE_ID, 'query q {}']],
  ['twice', withParameters(`[${ID}, { name: q, in: query, schema: { type: integer } }, { name: q, in: query, schema: {} }]`), ['parameter.twice 4'], [THE_ID, 'query q {"type":"integer"}']],
  ['with schema and content', withParameters(`[${ID}, { name: q, in: query, schema: { type: integer }, content: { application/json: {} } }]`), ['parameter.content 4'], [THE_ID, 'query q {"type":"integer"}']],
  ['with content', withParameters(`[${ID}, { name: q, in: query, content: { application/json: { schema: { type: object } } } }]`), [], [THE_ID, 'query q {"application/json":{"schema":{"type":"object"}}}']],
  ['with two contents', withParameters(`[${ID}, { name: q, in: query, content: { a/b: {}, c/d: {} } }]`), ['parameter.content 4'], [THE_ID, 'query q {"a/b":{}}']],
  ['with neither', withParameters(`[${ID}, { name: q, in: query }]`), ['parameter.schema 4'], [THE_ID, 'query q {}']],
  ['as in OpenAPI 2.0', withParameters(`[${ID}, { name: q, in: query, type: integer, maximum: 5 }]`), ['parameter.schema 4'], [THE_ID, 'query q {"type":"integer","maximum":5}']],
  ['a header that is described elsewhere', withParameters(`[${ID}, { name: authorization, in: header, schema: {} }]`), ['parameter.header 4'], [THE_ID]],
  ['a reference to nothing', withParameters(`[${ID}, { $ref: '#/components/parameters/No' }]`), ['reference.dangling 4'], [THE_ID]],
  ['a reference to itself', `${withParameters(`[${ID}, { $ref: '#/components/parameters/A' }]`)}components: { parameters: { A: { $ref: '#/components/parameters/A' } } }`, ['reference.loop 4'], [THE_ID]],
])('a parameter: %s', (_what, document, notes, kept) => {
  const loaded = load(document)
  expect(loaded.told).toEqual(notes)
  expect(parametersOf(loaded)).toEqual(kept)
}) // biome-ignore format: one row a line

test.each<Row>([
  ['a key that is no method', `  /a: { get: { operationId: A, ${OK} }, poost: {} }`, ['method.unknown 4'], ['A GET /a']],
  ['a method in capitals', `  /a: { GET: { operationId: A, ${OK} } }`, ['method.form 4'], ['A GET /a']],
  ['an operation that is nothing', `  /a: { get: { operationId: A, ${OK} }, put: }`, ['operation.form 4'], ['A GET /a']],
  ['a path that is nothing', `  /a:\n  /b: { get: { operationId: B, ${OK} } }`, [], ['B GET /b']],
  ['a path that is a text', `  /a: todo\n  /b: { get: { operationId: B, ${OK} } }`, ['path.item 4'], ['B GET /b']],
  ['no slash', `  a: { get: { operationId: A, ${OK} } }`, ['path.form 4'], ['A GET /a']],
  ['a query in the path', `  /a?b=c: { get: { operationId: A, ${OK} } }`, ['path.form 4'], ['A GET /a']],
  ['two paths of one shape', `  /a/{b}: { get: { operationId: A, parameters: [{ name: b, in: path, required: true, schema: {} }], ${OK} } }\n  /a/{c}: { get: { operationId: B, parameters: [{ name: c, in: path, required: true, schema: {} }], ${OK} } }`, ['path.same 5'], ['A GET /a/{b}', 'B GET /a/{c}']],
  ['no responses', '  /a: { get: { operationId: A } }', ['responses.missing 4'], ['A GET /a']],
  ['empty responses', '  /a: { get: { operationId: A, responses: {} } }', ['responses.missing 4'], ['A GET /a']],
  ['a status that is none', `  /a: { get: { operationId: A, responses: { 204: {}, OK: {} } } }`, ['responses.status 4'], ['A GET /a']],
  ['a body without content', `  /a: { post: { operationId: A, requestBody: { required: true }, ${OK} } }`, ['body.content 4'], ['A POST /a']],
  ['content that is a list', `  /a: { post: { operationId: A, requestBody: { content: [a] }, ${OK} } }`, ['content.form 4'], ['A POST /a']],
  ['a scheme that is not declared', `  /a: { get: { operationId: A, security: [{ key: [] }], ${OK} } }`, ['security.unknown 4'], ['A GET /a']],
  ['security that is no list', `  /a: { get: { operationId: A, security: { key: [] }, ${OK} } }`, ['security.form 4'], ['A GET /a']],
  ['a server without an address', `  /a: { get: { operationId: A, servers: [{ description: x }], ${OK} } }`, ['server.url 4'], ['A GET /a']],
  ['a variable of a server', `  /a: { get: { operationId: A, servers: [{ url: 'https://{x}.example' }], ${OK} } }`, ['server.variable 4'], ['A GET /a']],
  ['an example without "value"', `  /a: { get: { operationId: A, responses: { 200: { description: x, content: { application/json: { examples: { one: { a: 1 } } } } } } } }`, ['examples.form 4'], ['A GET /a']],
  ['an example in the network', `  /a: { get: { operationId: A, responses: { 200: { description: x, content: { application/json: { examples: { one: { externalValue: 'https://x.example/a' } } } } } } } }`, ['example.external 4'], ['A GET /a']],
  ['a path that is a reference to itself', `  /a: { $ref: '#/paths/~1a' }\n  /b: { get: { operationId: B, ${OK} } }`, ['reference.loop 4'], ['B GET /b']],
  ['a path that is a reference to another', `  /a: { $ref: '#/paths/~1b' }\n  /b: { get: { ${OK} } }`, [], ['get-a GET /a', 'get-b GET /b']],
  ['paths of a path in the components', `  /a: { $ref: '#/components/pathItems/A' }\ncomponents: { pathItems: { A: { get: { operationId: A, ${OK} } } } }`, [], ['A GET /a']],
])('an operation: %s', (_what, paths, notes, operations) => {
  const loaded = load(withPaths(paths))
  expect(loaded.told).toEqual(notes)
  expect(loaded.operations).toEqual(operations)
}) // biome-ignore format: one row a line

test.each<Row>([
  ['a reference to nothing', withSchema("{ $ref: '#/components/schemas/Won' }"), ['reference.dangling 11'], {}],
  ['a name instead of a reference', withSchema('{ items: { $ref: Two } }', '3.1.0', '    Two: { type: integer }'), ['reference.form 11'], { items: { $ref: '#/components/schemas/Two' } }],
  ['a reference without its slash', withSchema("{ items: { $ref: '#components/schemas/One' } }"), ['reference.form 11'], { items: { $ref: '#/components/schemas/One' } }],
  ['a reference as in OpenAPI 2.0', withSchema("{ items: { $ref: '#/definitions/One' } }"), ['reference.form 11'], { items: { $ref: '#/components/schemas/One' } }],
  ['a reference to the network', withSchema("{ items: { $ref: 'https://x.example/a.json' } }"), ['reference.remote 11'], { items: {} }],
  ['a reference to itself', withSchema("{ $ref: '#/components/schemas/One' }"), ['schema.loop 11'], {}],
  ['all of itself', withSchema("{ allOf: [{ $ref: '#/components/schemas/One' }, { type: integer }] }"), ['schema.loop 11'], { allOf: [{ type: 'integer' }] }],
  ['two that are each other', withSchema("{ $ref: '#/components/schemas/Two' }", '3.1.0', "    Two: { $ref: '#/components/schemas/One' }"), [], { $ref: '#/components/schemas/Two-base' }],
  ['a reference into the paths', withSchema("{ items: { $ref: '#/paths/~1a/post/requestBody/content/application~1json/schema' } }"), [], { items: { $ref: '#/components/schemas/paths-a-post-requestBody-content-application-json-schema' } }],
  ['a reference into a schema', withSchema("{ properties: { a: { type: integer }, b: { $ref: '#/components/schemas/One/properties/a' } } }"), [], { properties: { a: { type: 'integer' }, b: { $ref: '#/components/schemas/One-a' } } }],
  ['an anchor', withSchema("{ properties: { a: { $anchor: x, type: integer }, b: { $ref: '#x' } } }"), [], { properties: { a: { type: 'integer' }, b: { $ref: '#/components/schemas/One-a' } } }],
  ['no anchor', withSchema("{ properties: { b: { $ref: '#x' } } }"), ['reference.dangling 11'], { properties: { b: {} } }],
  ['an id, and what counts from it', withSchema("{ $id: 'http://x.example/y', properties: { b: { $ref: '#/$defs/c' } }, $defs: { c: { type: integer } } }"), [], { properties: { b: { $ref: '#/components/schemas/One-c' } }, $defs: { c: { type: 'integer' } } }],
  ['a reference to an id', withSchema("{ items: { $ref: 'http://x.example/y' } }", '3.1.0', "    Two: { $id: 'http://x.example/y', type: integer }"), [], { items: { $ref: '#/components/schemas/Two' } }],
  ['two equal ids', withSchema('{ properties: { a: { $id: x, type: integer }, b: { $id: x, type: string } } }'), [], { properties: { a: { type: 'integer' }, b: { type: 'string' } } }],
  ['what only looks like a reference', withSchema("{ properties: { $ref: { type: string } }, example: { $ref: '#/x' }, x-a: { $ref: '#/x' } }"), [], { properties: { $ref: { type: 'string' } }, example: { $ref: '#/x' }, 'x-a': { $ref: '#/x' } }],
  ['3.0: what stands beside a reference', withSchema("{ items: { $ref: '#/components/schemas/One', nullable: true } }", '3.0.3'), ['reference.siblings 11'], { items: { $ref: '#/components/schemas/One' } }],
  ['3.0: null and exclusive limits', withSchema('{ type: number, nullable: true, minimum: 1, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: false }', '3.0.3'), [], { type: ['number', 'null'], exclusiveMinimum: 1, maximum: 2 }],
  ['3.0: null beside a combination', withSchema('{ nullable: true, anyOf: [{ type: string }] }', '3.0.3'), [], { anyOf: [{ anyOf: [{ type: 'string' }] }, { type: 'null' }] }],
  ['3.0: null and an enum', withSchema('{ type: string, nullable: true, enum: [a] }', '3.0.3'), [], { type: ['string', 'null'], enum: ['a', null] }],
  ['3.1: null as in 3.0', withSchema('{ type: string, nullable: true }'), ['schema.old 11'], { type: ['string', 'null'] }],
  ['3.1: a limit as in 3.0', withSchema('{ type: integer, minimum: 1, exclusiveMinimum: true }'), ['schema.old 11'], { type: 'integer', exclusiveMinimum: 1 }],
  ['a type null without quotes', withSchema('{ type: [string, null] }'), [], { type: ['string', 'null'] }],
  ['a type of another language', withSchema('{ type: int }'), ['schema.type 11'], { type: 'integer' }],
  ['a type that there is not', withSchema('{ type: any }'), ['schema.type 11'], {}],
  ['draft 4', withSchema("{ $schema: 'http://json-schema.org/draft-04/schema#', type: array, items: [{ type: integer }] }"), ['schema.dialect 11'], { type: 'array', prefixItems: [{ type: 'integer' }] }],
  ['an empty enum', withSchema('{ type: string, enum: [] }'), ['schema.keyword 11'], { type: 'string' }],
  ['nothing but numbers in the enum of a text', withSchema('{ type: string, enum: [1, true] }'), ['schema.keyword 11'], { type: 'string', enum: ['1', 'true'] }],
  ['numbers beside texts in the enum of a text', withSchema('{ type: string, enum: [1, x] }'), ['schema.keyword 11'], { type: 'string', enum: ['x'] }],
  ['an enum with a value twice', withSchema('{ enum: [1, 1, 2] }'), ['schema.keyword 11'], { enum: [1, 2] }],
  ['a member that calls itself required', withSchema('{ properties: { a: { required: true } } }'), ['schema.keyword 11'], { properties: { a: {} } }],
  ['a limit in quotes', withSchema("{ maxLength: '5' }"), ['schema.keyword 11'], { maxLength: 5 }],
  ['a limit that is none', withSchema('{ maxLength: -1, maximum: many }'), ['schema.keyword 11', 'schema.keyword 11'], {}],
  ['an empty combination', withSchema('{ allOf: [], oneOf: { type: string } }'), ['schema.keyword 11', 'schema.keyword 11'], { oneOf: [{ type: 'string' }] }],
  ['a schema that is a text', withSchema('{ properties: { a: string } }'), ['schema.form 11'], { properties: { a: {} } }],
  ['properties that are a list', withSchema('{ properties: [a] }'), ['schema.keyword 11'], {}],
  ['a discriminator that is a text', withSchema('{ discriminator: kind }'), ['schema.keyword 11'], { discriminator: { propertyName: 'kind' } }],
  ['a mapping to names', withSchema('{ discriminator: { propertyName: kind, mapping: { a: One } } }'), [], { discriminator: { propertyName: 'kind', mapping: { a: '#/components/schemas/One' } } }],
  ['dependencies of older drafts', withSchema('{ dependencies: { a: [b], c: { type: object } } }'), [], { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { type: 'object' } } }],
  ['needless escapes in a pattern', withSchema("{ pattern: '^[\\-\\:]$' }"), ['pattern.escape 11'], { pattern: '^[\\-\\:]$' }],
  ['a pattern of another language', withSchema("{ pattern: '(?i)x' }"), ['pattern.unknown 11'], { pattern: '(?i)x' }],
  ['a pattern between slashes', withSchema('{ pattern: /^a$/ }'), ['schema.keyword 11'], { pattern: '/^a$/' }],
])('a schema: %s', (_what, text, notes, kept) => {
  const { told, document } = load(text)
  expect(told).toEqual(notes)
  expect(document.components?.schemas?.One).toEqual(kept)
}) // biome-ignore format: one row a line

test('a name that a reference cannot hold is replaced', () => {
  const { document, told } = load(withSchema("{ items: { $ref: '#/components/schemas/Page%C2%ABItem%C2%BB' } }", '3.1.0', '    Page«Item»: { type: integer }\n    宠物: {}'))
  expect(told).toEqual([])
  expect(document.components?.schemas).toEqual({ One: { items: { $ref: '#/components/schemas/Page-Item' } }, 'Page-Item': { type: 'integer' }, 宠物: {} })
}) // biome-ignore format: one thought a line

test('one that is one of several, each of which is that one and more, is checked without end in sight', () => {
  const { document } = load(
    withSchema(
      "{ required: [kind], oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }",
      '3.1.0',
      "    Cat: { allOf: [{ $ref: '#/components/schemas/One' }, { required: [claws] }] }\n    Dog: { allOf: [{ $ref: '#/components/schemas/One' }, { required: [bark] }] }",
    ),
  )
  expect(document.components?.schemas).toMatchObject({
    Cat: { allOf: [{ $ref: '#/components/schemas/One-base' }, { required: ['claws'] }] },
    'One-base': { required: ['kind'] },
  })
})
