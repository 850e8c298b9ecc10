type Read = (value: unknown) => unknown

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A number, or a text that is one: YAML authors quote numbers by mistake. */
function aNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

function aCount(value: unknown): number | undefined {
  const number = aNumber(value)
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined
}

const aBoolean: Read = (value) => (value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined)
const aText: Read = (value) => (typeof value === 'string' ? value : undefined)
const aList: Read = (value) => (Array.isArray(value) && value.length > 0 ? value : undefined)
const names: Read = (value) => (Array.isArray(value) ? [...new Set(value.filter((name) => typeof name === 'string'))] : undefined)

const namesByName: Read = (value) =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).flatMap(([name, list]) => (Array.isArray(list) ? [[name, names(list)]] : [])))
    : undefined

/** How the value of each keyword without subschemas is read; `undefined` stands for a keyword that is left out. */
export const PLAIN_KEYWORDS: Readonly<Record<string, Read>> = {
  const: (value) => value,
  enum: aList,
  minLength: aCount,
  maxLength: aCount,
  minItems: aCount,
  maxItems: aCount,
  minProperties: aCount,
  maxProperties: aCount,
  minContains: aCount,
  maxContains: aCount,
  minimum: aNumber,
  maximum: aNumber,
  exclusiveMinimum: aNumber,
  exclusiveMaximum: aNumber,
  multipleOf: (value) => {
    const number = aNumber(value)
    return number !== undefined && number > 0 ? number : undefined
  },
  pattern: aText,
  format: aText,
  uniqueItems: aBoolean,
  required: names,
  dependentRequired: namesByName,
}

const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'])

/** Names that authors use for types, and what they mean: type and format. A name without a type means any value. */
const OTHER_TYPES: Readonly<Record<string, readonly [type?: string, format?: string]>> = {
  any: [],
  mixed: [],
  file: ['string', 'binary'],
  binary: ['string', 'binary'],
  byte: ['string', 'byte'],
  date: ['string', 'date'],
  datetime: ['string', 'date-time'],
  'date-time': ['string', 'date-time'],
  uuid: ['string', 'uuid'],
  email: ['string', 'email'],
  uri: ['string', 'uri'],
  url: ['string', 'uri'],
  password: ['string'],
  str: ['string'],
  text: ['string'],
  enum: ['string'],
  int: ['integer'],
  int32: ['integer', 'int32'],
  int64: ['integer', 'int64'],
  long: ['integer', 'int64'],
  float: ['number'],
  double: ['number'],
  decimal: ['number'],
  bool: ['boolean'],
  list: ['array'],
  dict: ['object'],
  map: ['object'],
  hash: ['object'],
}

/** The types that a `type` names, and the format where the name stands for one. Without a type any value is allowed. */
export function readType(value: unknown): { readonly type?: string | readonly string[]; readonly format?: string } {
  const types = new Set<string>()
  let format: string | undefined
  for (const one of [value].flat()) {
    const name = one === null ? 'null' : String(one).toLowerCase()
    const [type, meant] = TYPES.has(name) ? [name] : Object.hasOwn(OTHER_TYPES, name) ? (OTHER_TYPES[name] ?? []) : []
    if (type === undefined) return {}
    types.add(type)
    format ??= meant
  }
  if (types.size === 0) return {}
  return { type: Array.isArray(value) ? [...types] : ([...types][0] as string), ...(format === undefined ? {} : { format }) }
}
