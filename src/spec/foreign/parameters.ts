import { didYouMean } from '../../language/did-you-mean.ts'
import type { MediaDoc, ParameterDoc, Schema } from '../document/model.ts'
import type { ReadContext } from './read-context.ts'
import { hasMembers, inside, type Located, type Members, membersOf, quoted } from './spot.ts'

const PLACES = ['path', 'query', 'header', 'cookie']
/** The whole query as one value, from OpenAPI 3.2 on. */
const WHOLE_QUERY = 'querystring'
const FORM = 'application/x-www-form-urlencoded'
/** Headers that OpenAPI describes elsewhere: a parameter of this name is ignored. */
const NOT_PARAMETERS = new Set(['accept', 'content-type', 'authorization'])
/** Keywords that OpenAPI 2.0 puts beside the name. */
const SCHEMA_WORDS = 'type format enum items default minimum maximum minLength maxLength pattern minItems maxItems uniqueItems'.split(' ')

/** The parameters of one list, in order. What cannot be used is told and left out. */
export function readParameters(at: Located, context: ReadContext): readonly ParameterDoc[] {
  const { tell } = context
  if (at.value === undefined || at.value === null) return []
  if (!Array.isArray(at.value)) {
    tell('error', 'document.parameters.form', at, 'parameters must be a list. Those with a name are read.')
    return unique(
      membersOf(at).flatMap(([, one]) => readParameter(one, context)),
      at,
      context,
    )
  }
  return unique(
    at.value.flatMap((_, i) => readParameter(inside(at, i), context)),
    at,
    context,
  )
}

function unique(all: readonly ParameterDoc[], at: Located, { tell }: ReadContext): readonly ParameterDoc[] {
  const byName = new Map<string, ParameterDoc>()
  for (const one of all) {
    const key = `${one.in} ${one.in === 'header' ? one.name.toLowerCase() : one.name}`
    if (byName.has(key)) tell('warning', 'document.parameter.twice', at, `parameter "${one.name}" in ${one.in} is described twice. The first one is used.`)
    else byName.set(key, one)
  } // biome-ignore format: one note
  return [...byName.values()]
}

function readParameter(written: Located, context: ReadContext): ParameterDoc[] {
  const { tell } = context
  const at = context.follow(written)
  if (!at) return []
  if (!hasMembers(at.value)) {
    tell('error', 'document.parameter.form', at, `a parameter must be an object, not ${quoted(at.value)}. It is ignored.`)
    return []
  }
  const { name, in: place, required, style, explode, ...rest } = at.value
  if (typeof name !== 'string' || name === '') {
    tell('error', 'document.parameter.name', at, 'a parameter needs a name. It is ignored.')
    return []
  }
  if (place === WHOLE_QUERY) return readWholeQuery(at, name, required === true, context)
  const known = PLACES.find((one) => one === String(place).trim().toLowerCase())
  if (known === undefined) {
    const hint = place === 'body' || place === 'formData' ? ' Describe the body with requestBody.' : didYouMean(String(place), PLACES)
    const places = `there are ${PLACES.join(', ')}. It is ignored.${hint}`
    tell('error', 'document.parameter.in', at, `parameter "${name}" ${place === undefined ? 'needs "in"' : `is in ${quoted(place)}`}: ${places}`)
    return []
  }
  if (known !== place) tell('warning', 'document.parameter.in', inside(at, 'in'), `"in" is ${known} in small letters.`)
  if (known === 'header' && NOT_PARAMETERS.has(name.toLowerCase())) {
    tell('info', 'document.parameter.header', at, `OpenAPI ignores a parameter named ${name}: describe it as content type or security scheme.`)
    return []
  }
  if (known === 'path' && required !== true) tell('warning', 'document.parameter.required', at, `parameter "${name}" of the path must be required: true. It is read so.`)
  const parameter: Record<string, unknown> = {
    ...rest,
    name,
    in: known,
    ...(known === 'path' ? { required: true } : typeof required === 'boolean' ? { required } : required === 'true' ? { required: true } : {}),
    ...(typeof style === 'string' ? { style } : {}),
    ...(typeof explode === 'boolean' ? { explode } : {}),
    ...describedBy(at, name, context),
  }
  if (parameter.examples !== undefined) parameter.examples = context.examples(inside(at, 'examples'))
  return [parameter as unknown as ParameterDoc]
} // biome-ignore format: notes on one line

/** Each member of the form is a field of the query. Members that only `allOf` and its like describe are read as those of one exploded object. */
function readWholeQuery(at: Located, name: string, required: boolean, context: ReadContext): ParameterDoc[] {
  const content = inside(at, 'content')
  const schema = context.content(content)[FORM]?.schema
  if (schema === undefined) {
    context.tell(
      'warning',
      'document.unsupported',
      at,
      `parameter "${name}" is the whole query: it is read as ${FORM} only. It is ignored.`,
    )
    return []
  }
  const media = context.follow(inside(content, FORM))
  const form = media && context.follow(inside(media, 'schema'))
  const whole = form && hasMembers(form.value) ? form.value : {}
  const members = form ? membersOf(inside(form, 'properties')) : []
  if (members.length === 0) return [{ name, in: 'query', required, style: 'form', explode: true, schema } as ParameterDoc]
  const mandatory = new Set(required && Array.isArray(whole.required) ? whole.required : [])
  return members.map(
    ([field, one]): ParameterDoc => ({ name: field, in: 'query', required: mandatory.has(field), schema: context.schema(one) }),
  )
}

function describedBy(at: Located, name: string, context: ReadContext): { schema: Schema; content?: Readonly<Record<string, MediaDoc>> } {
  const { tell } = context
  const { schema, content } = at.value as Members
  const media = content === undefined ? [] : Object.entries(context.content(inside(at, 'content')))
  if (schema !== undefined) {
    if (media.length > 0) tell('warning', 'document.parameter.content', at, `parameter "${name}" has a schema and content. The schema is used.`)
    return { schema: context.schema(inside(at, 'schema')), content: undefined as never }
  }
  const [first] = media
  if (first) {
    if (media.length > 1) tell('warning', 'document.parameter.content', at, `content of a parameter has one media type. ${first[0]} is used.`)
    return { schema: {}, content: Object.fromEntries([first]) }
  }
  const words = SCHEMA_WORDS.filter((key) => key in (at.value as Members))
  if (words.length === 0) {
    tell('warning', 'document.parameter.schema', at, `parameter "${name}" has no schema. Any text is accepted.`)
    return { schema: {} }
  }
  tell('warning', 'document.parameter.schema', at, `parameter "${name}" has ${words.join(', ')} beside its name. Put them below schema; they are read so.`)
  const moved = Object.fromEntries(words.map((key) => [key, (at.value as Members)[key]]))
  return { schema: context.schema({ ...at, value: moved }) }
} // biome-ignore format: notes on one line

/** The names in the braces of a path. */
const namesIn = (path: string): readonly string[] => [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name as string)

/** Makes the parameters agree with the names in the path: what the path has is a text, what it has not is left out. */
export function fitToPath(parameters: readonly ParameterDoc[], path: string, at: Located, { tell }: ReadContext): readonly ParameterDoc[] {
  const names = new Set(namesIn(path))
  const fitting = parameters.filter((one) => {
    if (one.in !== 'path' || names.has(one.name)) return true
    tell(
      'error',
      'document.parameter.path',
      at,
      `path ${path} has no {${one.name}}. The parameter is ignored.${didYouMean(one.name, names)}`,
    )
    return false
  })
  const missing = [...names].filter((name) => !fitting.some((one) => one.in === 'path' && one.name === name))
  for (const name of missing)
    tell('warning', 'document.parameter.undeclared', at, `{${name}} of the path is not among the parameters. Any text is accepted.`)
  const added = missing.map((name): ParameterDoc => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
  return added.length > 0 ? [...fitting, ...added] : fitting
}
