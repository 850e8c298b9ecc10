import { type Members, quoted } from './spot.ts'

/** The types of JSON Schema, by their names and by what is often written for them. */
export const TYPES: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
  null: 'null',
  str: 'string',
  text: 'string',
  file: 'string',
  date: 'string',
  datetime: 'string',
  uuid: 'string',
  int: 'integer',
  int32: 'integer',
  int64: 'integer',
  long: 'integer',
  float: 'number',
  double: 'number',
  decimal: 'number',
  bool: 'boolean',
  dict: 'object',
  map: 'object',
  list: 'array',
}

const SIZES = new Set('minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains'.split(' '))
const LIMITS = new Set(['minimum', 'maximum', 'multipleOf'])
const TEXTS = new Set(['format', 'pattern', 'contentEncoding', 'contentMediaType', 'title', 'description'])
const FLAGS = new Set(['uniqueItems', 'readOnly', 'writeOnly', 'deprecated'])

/** What a keyword becomes whose value no check could use; without `value` it is ignored. */
export interface Repair {
  readonly message: string
  readonly value?: unknown
}

/** `undefined` where nothing is wrong with the keyword. */
export function repairWord(key: string, value: unknown, schema: Members): Repair | undefined {
  if (SIZES.has(key)) return repairNumber(key, value, (number) => Number.isInteger(number) && number >= 0, 'a whole number from 0')
  if (LIMITS.has(key)) return repairNumber(key, value, (number) => key !== 'multipleOf' || number > 0, 'a number')
  if (/^exclusiveM/.test(key) && typeof value !== 'boolean') return repairNumber(key, value, () => true, 'a number')
  if (TEXTS.has(key) && typeof value !== 'string') return value === null ? ignored(key, value, 'a text') : ignored(key, value, 'a text')
  if (FLAGS.has(key) && typeof value !== 'boolean')
    return value === 'true' || value === 'false'
      ? { message: `${key} must be ${value} without quotes.`, value: value === 'true' }
      : ignored(key, value, 'true or false')
  if (key === 'required') return repairRequired(value)
  if (key === 'enum') return repairEnum(value, schema)
  if (key === 'pattern' && typeof value === 'string' && /^\/.+\/[a-z]*$/.test(value) && !/\\\//.test(value.slice(1, -1)))
    return { message: `pattern ${quoted(value)} begins and ends with a slash, which then must occur in the text. Leave them out if they are meant as quotes.`, value } // biome-ignore format: one message
  return undefined
}

const ignored = (key: string, value: unknown, expected: string): Repair => ({
  message: `${key} must be ${expected}, not ${quoted(value)}. It is ignored.`,
})

function repairNumber(key: string, value: unknown, fits: (number: number) => boolean, expected: string): Repair | undefined {
  if (typeof value === 'number' && Number.isFinite(value) && fits(value)) return undefined
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
  if (!Number.isFinite(number) || !fits(number)) return ignored(key, value, expected)
  return { message: `${key} must be ${expected} without quotes.`, value: number }
}

function repairRequired(value: unknown): Repair | undefined {
  if (!Array.isArray(value))
    return { message: `required must be a list of the names of members, not ${quoted(value)}. It is ignored; list the member in the schema around it.` } // biome-ignore format: one message
  const names = [...new Set(value.filter((one) => typeof one === 'string'))]
  if (names.length === value.length) return undefined
  return { message: 'required must list each name once, and nothing but names.', value: names }
}

function repairEnum(value: unknown, { type }: Members): Repair | undefined {
  if (!Array.isArray(value)) return ignored('enum', value, 'a list of values')
  if (value.length === 0) return { message: 'enum is empty, so no value would fit. It is ignored.' }
  const types = [type].flat()
  const isText = types.includes('string') && !types.some((one) => one === 'number' || one === 'integer' || one === 'boolean')
  const strays = isText ? value.filter((one) => typeof one === 'number' || typeof one === 'boolean') : []
  const fitting = value.filter((one) => !strays.includes(one))
  // Where no value fits, they were meant as texts: YAML needs quotes around `1` and `true`.
  const meant = fitting.some((one) => one !== null) ? fitting : value.map((one) => (strays.includes(one) ? String(one) : one))
  const values = [...new Map(meant.map((one) => [JSON.stringify(one), one])).values()]
  if (strays.length > 0)
    return {
      message: `enum of a text has values without quotes: ${quoted(strays)}. ${meant === fitting ? 'They never fit and are left out.' : 'They are read as texts.'}`,
      value: values,
    }
  return values.length < value.length ? { message: 'enum lists a value twice.', value: values } : undefined
}
