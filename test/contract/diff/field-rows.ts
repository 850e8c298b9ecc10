import type { Schema } from '../../../src/spec/document/model.ts'

type Level = 'breaking' | 'risky' | 'harmless'

/**
 * One change of a body, and how bad it is when the seller sends the body (its own requests, answers) and when it receives it (replies,
 * calls). Written from what a client of the old form sends and reads, not from the rules.
 */
export type FieldRow = readonly [
  what: string,
  old: Schema,
  now: Schema,
  sent: readonly [Level, string],
  received: readonly [Level, string],
  at?: string,
]

const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({ type: 'object', properties, ...more })
const one = (schema: Schema, more: Schema = {}) => object({ a: schema }, more)
const text: Schema = { type: 'string' }

export const FIELD_ROWS: readonly FieldRow[] = [
  ['an optional field is new', one(text), object({ a: text, b: text }), ['harmless', 'field-added'], ['harmless', 'field-added'], '/b'],
  [
    'a required field is new',
    one(text),
    object({ a: text, b: text }, { required: ['b'] }),
    ['breaking', 'field-added-required'],
    ['harmless', 'field-added'],
    '/b',
  ],
  [
    'a field is new in a closed object',
    one(text, { additionalProperties: false }),
    object({ a: text, b: text }, { additionalProperties: false }),
    ['harmless', 'field-added'],
    ['risky', 'field-added-to-closed'],
    '/b',
  ],
  ['a field is gone', object({ a: text, b: text }), one(text), ['risky', 'field-removed'], ['breaking', 'field-removed'], '/b'],
  [
    'a field is gone where others are refused',
    object({ a: text, b: text }, { additionalProperties: false }),
    one(text, { additionalProperties: false }),
    ['breaking', 'field-removed-from-closed'],
    ['breaking', 'field-removed-from-closed'],
    '/b',
  ],
  ['a field becomes required', one(text), one(text, { required: ['a'] }), ['breaking', 'now-required'], ['harmless', 'now-required']],
  ['a field becomes optional', one(text, { required: ['a'] }), one(text), ['harmless', 'now-optional'], ['breaking', 'now-optional']],
  ['another type', one(text), one({ type: 'integer' }), ['breaking', 'type-changed'], ['breaking', 'type-changed']],
  ['a type more', one(text), one({ type: ['string', 'null'] }), ['harmless', 'type-widened'], ['breaking', 'type-widened']],
  [
    'whole numbers become any',
    one({ type: 'integer' }),
    one({ type: 'number' }),
    ['harmless', 'type-widened'],
    ['breaking', 'type-widened'],
  ],
  ['a type less', one({ type: ['string', 'integer'] }), one(text), ['breaking', 'type-narrowed'], ['harmless', 'type-narrowed']],
  ['a value more', one({ enum: ['x'] }), one({ enum: ['x', 'y'] }), ['harmless', 'value-added'], ['risky', 'value-added']],
  ['a value less', one({ enum: ['x', 'y'] }), one({ enum: ['x'] }), ['breaking', 'value-removed'], ['harmless', 'value-removed']],
  ['values are listed now', one(text), one({ type: 'string', enum: ['x'] }), ['breaking', 'value-removed'], ['harmless', 'value-removed']],
  ['values are free now', one({ type: 'string', enum: ['x'] }), one(text), ['harmless', 'value-added'], ['risky', 'value-added']],
  [
    'shorter',
    one({ type: 'string', maxLength: 64 }),
    one({ type: 'string', maxLength: 32 }),
    ['breaking', 'bound-tightened'],
    ['harmless', 'bound-tightened'],
  ],
  [
    'longer',
    one({ type: 'string', maxLength: 32 }),
    one({ type: 'string', maxLength: 64 }),
    ['harmless', 'bound-loosened'],
    ['risky', 'bound-loosened'],
  ],
  ['of any length', one({ type: 'string', maxLength: 32 }), one(text), ['harmless', 'bound-loosened'], ['risky', 'bound-loosened']],
  [
    'a higher minimum',
    one({ type: 'integer', minimum: 0 }),
    one({ type: 'integer', minimum: 1 }),
    ['breaking', 'bound-tightened'],
    ['harmless', 'bound-tightened'],
  ],
  [
    'fewer items',
    one({ type: 'array', items: text, maxItems: 9 }),
    one({ type: 'array', items: text, maxItems: 5 }),
    ['breaking', 'bound-tightened'],
    ['harmless', 'bound-tightened'],
  ],
  [
    'items of another type',
    one({ type: 'array', items: text }),
    one({ type: 'array', items: { type: 'integer' } }),
    ['breaking', 'type-changed'],
    ['breaking', 'type-changed'],
    '/a/*',
  ],
  ['a pattern', one(text), one({ type: 'string', pattern: '^x' }), ['breaking', 'form-added'], ['harmless', 'form-added']],
  [
    'another format',
    one({ type: 'string', format: 'date' }),
    one({ type: 'string', format: 'date-time' }),
    ['breaking', 'form-changed'],
    ['risky', 'form-changed'],
  ],
  ['no format', one({ type: 'string', format: 'date' }), one(text), ['harmless', 'form-removed'], ['risky', 'form-removed']],
  ['other members are refused', one(text), one(text, { additionalProperties: false }), ['breaking', 'closed'], ['harmless', 'closed'], ''],
  ['other members may come', one(text, { additionalProperties: false }), one(text), ['harmless', 'opened'], ['harmless', 'opened'], ''],
  [
    'a variant more',
    one({ oneOf: [text] }),
    one({ oneOf: [text, { type: 'integer' }] }),
    ['harmless', 'variant-added'],
    ['risky', 'variant-added'],
  ],
  [
    'a variant less',
    one({ anyOf: [text, { type: 'integer' }] }),
    one({ anyOf: [text] }),
    ['breaking', 'variant-removed'],
    ['harmless', 'variant-removed'],
  ],
  [
    'another default',
    one({ type: 'integer', default: 10 }),
    one({ type: 'integer', default: 20 }),
    ['risky', 'default-changed'],
    ['risky', 'default-changed'],
  ],
  ['on its way out', one(text), one({ ...text, deprecated: true }), ['risky', 'deprecated'], ['harmless', 'deprecated']],
  ['deep inside', one(one(text)), one(one(text, { required: ['a'] })), ['breaking', 'now-required'], ['harmless', 'now-required'], '/a/a'],
  [
    'inside what is joined',
    { allOf: [one(text), object({ b: text })] },
    { allOf: [one(text)] },
    ['risky', 'field-removed'],
    ['breaking', 'field-removed'],
    '/b',
  ],
  [
    'a keyword that is not weighed',
    one(text),
    one(text, { not: { required: ['b'] } }),
    ['risky', 'not-compared'],
    ['risky', 'not-compared'],
    '',
  ],
]
