import type { Schema } from '../../../src/spec/document/model.ts'
import type { Seeded } from '../../helpers/seeded.ts'
import { ref, type Schemas } from './make-sample.ts'

const PATTERNS = ['^[A-Z]{2}\\d{4}$', '^[a-z]+(-[a-z]+)*$', '^(?=.*\\d)[a-z\\d]{6,}$', '^#[0-9a-f]{6}$', '^\\p{L}{3,8}$', '^(red|green|blue)$', '^v\\d+\\.\\d+$', 'x'] // biome-ignore format: one list
const FORMATS = ['date-time', 'date', 'time', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uri', 'uuid', 'json-pointer', 'uri-reference', 'byte'] // biome-ignore format: one list
const NAMES = ['id', 'name', 'size', 'tags', 'owner', 'price', 'state', 'a/b', 'constructor', '名']

/** A schema drawn at random, with the shared schemas that it refers to. Every such schema can be fulfilled. */
export function randomSchema(random: Seeded): { readonly schema: Schema; readonly schemas: Schemas } {
  const schemas: Record<string, Schema> = {}
  schemas.Node = {
    type: 'object',
    required: ['value'],
    properties: { value: leaf(), next: ref('Node'), children: { type: 'array', items: ref('Node'), maxItems: 2 } },
  }
  schemas.Leaf = leaf()
  return { schema: make(0), schemas }

  function chance(one: number): boolean {
    return random.int(one) === 0
  }

  function make(depth: number): Schema {
    if (depth > 2) return leaf()
    const kinds = [leaf, leaf, () => object(depth), () => object(depth), () => list(depth), () => tuple(depth), () => combined(depth), () => tagged(depth), () => conditional(depth), () => map(depth), () => ref('Node'), () => ref('Leaf'), anyOf] // biome-ignore format: one list
    return random.pick(kinds)()
  }

  function leaf(): Schema {
    return random.pick([text, text, number, number, () => ({ type: 'boolean' }), choice])()
  }

  function text(): Schema {
    const least = random.int(12)
    return random.pick<() => Schema>([
      () => ({ type: 'string', minLength: least, maxLength: least + random.int(20) }),
      () => ({ type: 'string', pattern: random.pick(PATTERNS) }),
      () => ({ type: 'string', format: random.pick(FORMATS) }),
      () => ({ type: ['string', 'null'], minLength: 1 }),
      () => ({ type: 'string', not: { enum: ['forbidden'] } }),
    ])()
  }

  function number(): Schema {
    const least = random.int(2000) - 1000
    return random.pick<() => Schema>([
      () => ({ type: 'integer', minimum: least, maximum: least + random.int(50) }),
      () => ({ type: 'integer', exclusiveMinimum: least, exclusiveMaximum: least + 2 + random.int(5) }),
      () => ({ type: 'integer', multipleOf: 2 + random.int(9), minimum: least, maximum: least + 30 }),
      () => ({ type: 'number', minimum: least / 7, exclusiveMaximum: least / 7 + 0.5 }),
      () => ({ type: 'number', multipleOf: random.pick([0.5, 0.25, 0.01]), minimum: 0 }),
      () => ({ type: 'integer', format: 'int32' }),
    ])()
  }

  function choice(): Schema {
    return random.pick<Schema>([{ enum: ['on', 'off', 3] }, { const: { fixed: true } }, { type: 'string', enum: ['one', 'two'] }])
  }

  function object(depth: number): Schema {
    const names = NAMES.filter(() => chance(2))
    const properties = Object.fromEntries(names.map((name) => [name, make(depth + 1)]))
    const required = names.filter(() => chance(2))
    const [first, second] = names
    return {
      type: 'object',
      properties,
      required,
      ...(chance(3) ? { additionalProperties: false } : {}),
      ...(chance(4) && names.length > 0 ? { minProperties: 1 + random.int(names.length) } : {}),
      ...(chance(4) && first !== undefined && second !== undefined ? { dependentRequired: { [first]: [second] } } : {}),
      ...(chance(5) ? { unevaluatedProperties: false } : {}),
    }
  }

  function map(depth: number): Schema {
    return random.pick<Schema>([
      { type: 'object', additionalProperties: make(depth + 1), minProperties: random.int(3) },
      { type: 'object', patternProperties: { '^x-[a-z]+$': make(depth + 1) }, additionalProperties: false, minProperties: 1 },
      { type: 'object', propertyNames: { pattern: '^[a-z]{4}$' }, additionalProperties: { type: 'integer' }, minProperties: 2 },
    ])
  }

  function list(depth: number): Schema {
    const least = random.int(3)
    return random.pick<Schema>([
      { type: 'array', items: make(depth + 1), minItems: least, maxItems: least + random.int(3) },
      { type: 'array', items: { type: 'integer', minimum: 0, maximum: 9 }, uniqueItems: true, minItems: least + 1 },
      { type: 'array', items: { type: 'integer' }, contains: { const: 7 }, minItems: 2 },
    ])
  }

  function tuple(depth: number): Schema {
    return { type: 'array', prefixItems: [make(depth + 1), leaf()], items: false, minItems: 2 } as unknown as Schema
  }

  /** Two objects that both apply, and agree about the member that both name. */
  function combined(depth: number): Schema {
    const one = { type: 'object', required: ['left'], properties: { left: make(depth + 1), both: { type: 'integer', minimum: 3 } } }
    const two = { type: 'object', required: ['both'], properties: { both: { type: 'number', maximum: 8 }, right: leaf() } }
    return { allOf: [one, two], ...(chance(2) ? { unevaluatedProperties: false } : {}) }
  }

  function tagged(depth: number): Schema {
    const branch = (kind: string) => ({
      type: 'object',
      required: ['kind', kind],
      properties: { kind: { const: kind }, [kind]: make(depth + 1) },
    })
    const branches = ['cat', 'dog', 'fish'].slice(0, 2 + random.int(2)).map(branch)
    return { oneOf: branches, ...(chance(2) ? { discriminator: { propertyName: 'kind' } } : {}) }
  }

  function conditional(depth: number): Schema {
    const condition = { properties: { kind: { const: 'long' } } }
    return {
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: ['long', 'short'] }, rest: make(depth + 1) },
      if: condition,
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required: ['length'], properties: { length: { type: 'integer', minimum: 100 } } },
      else: { properties: { length: { type: 'integer', maximum: 9 } } },
    }
  }

  function anyOf(): Schema {
    return { anyOf: [{ type: 'null' }, { type: 'integer', minimum: 5 }, { type: 'string', minLength: 2 }] }
  }
}
