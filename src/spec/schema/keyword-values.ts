/** Reports what was wrong with the value of a keyword. */
type Say = (message: string) => void
type Read = (value: unknown, say: Say) => unknown

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const quoted = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60)

/** A number, or a text that is one: YAML authors quote numbers by mistake. */
function numberIn(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

const checked =
  (what: string, read: (value: unknown) => unknown): Read =>
  (value, say) => {
    const made = read(value)
    if (made === undefined) say(`must be ${what}, not ${quoted(value)}. It is ignored.`)
    else if (made !== value && typeof made !== 'object') say(`must be ${what}, not ${quoted(value)}. It is read as ${quoted(made)}.`)
    return made
  }

const aNumber = checked('a number', numberIn)
const aCount = checked('a whole number from 0', (value) => {
  const number = numberIn(value)
  return number !== undefined && Number.isInteger(number) && number >= 0 ? number : undefined
})
const aBoolean = checked('true or false', (value) => (value === 'true' ? true : value === 'false' ? false : asBoolean(value)))
const asBoolean = (value: unknown) => (typeof value === 'boolean' ? value : undefined)
const aText = checked('a text', (value) => (typeof value === 'string' ? value : undefined))

const names: Read = (value, say) => {
  if (!Array.isArray(value)) {
    say(`must be a list of names, not ${quoted(value)}. It is ignored.`)
    return undefined
  }
  const made = [...new Set(value.filter((name) => typeof name === 'string'))]
  if (made.length < value.length) say('contains entries that are no names, or names twice. They are ignored.')
  return made
}

const aList: Read = (value, say) => {
  if (!Array.isArray(value)) say(`must be a list, not ${quoted(value)}. It is ignored.`)
  else if (value.length > 0) return value
  else say('is empty. It is ignored.')
  return undefined
}

const namesByName: Read = (value, say) => {
  if (!isObject(value)) {
    say(`must map names to lists of names, not ${quoted(value)}. It is ignored.`)
    return undefined
  }
  return Object.fromEntries(Object.entries(value).flatMap(([name, list]) => (Array.isArray(list) ? [[name, names(list, say)]] : [])))
}

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
  multipleOf: checked('a number above 0', (value) => {
    const number = numberIn(value)
    return number !== undefined && number > 0 ? number : undefined
  }),
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

/** The types that a `type` names, and the format where the name stands for one. */
export function readType(value: unknown, say: Say): { readonly type?: string | readonly string[]; readonly format?: string } {
  const listed: unknown[] = [value].flat()
  const types = new Set<string>()
  let format: string | undefined
  for (const one of listed) {
    const name = one === null ? 'null' : String(one).toLowerCase()
    const meaning = TYPES.has(name) ? [name] : Object.hasOwn(OTHER_TYPES, name) ? OTHER_TYPES[name] : []
    if (name !== one)
      say(`${quoted(one)} is not a type${meaning?.[0] === undefined ? '. Any value is accepted' : `; it is read as ${meaning[0]}`}.`)
    else if (!TYPES.has(name))
      say(`"${name}" is not a type${meaning?.[0] === undefined ? '. Any value is accepted' : `; it is read as ${meaning[0]}`}.`)
    if (meaning?.[0] === undefined) return {}
    types.add(meaning[0])
    format ??= meaning[1]
  }
  if (types.size === 0) return {}
  return { type: Array.isArray(value) ? [...types] : ([...types][0] as string), ...(format === undefined ? {} : { format }) }
}
