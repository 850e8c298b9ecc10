import type { EncodingDoc, ExampleDoc, HeaderDoc, MediaDoc, ResponseDoc } from '../document/model.ts'
import type { ReadContext } from './read-context.ts'
import { hasMembers, inside, type Located, type Members, membersOf, quoted } from './spot.ts'

/** The media types of a body, an answer or a parameter as they are written, each with its schema and examples. */
export function readContent(at: Located, context: ReadContext): Readonly<Record<string, MediaDoc>> {
  if (at.value !== undefined && at.value !== null && !hasMembers(at.value))
    context.tell(
      'error',
      'document.content.form',
      at,
      `content must be an object with media types, not ${quoted(at.value)}. It is ignored.`,
    )
  const media = membersOf(at).flatMap(([type, one]) => {
    const found = context.follow(one)
    return found ? [[type, readMedia(found, context)] as const] : []
  })
  return Object.fromEntries(media)
}

function readMedia(at: Located, context: ReadContext): MediaDoc {
  if (!hasMembers(at.value)) return {}
  const { example, examples, schema, encoding, itemSchema, ...rest } = at.value
  const shown = { ...(example === undefined ? {} : { example: { value: example } }), ...(examples ? readExamples(inside(at, 'examples'), context) : {}) } // biome-ignore format: one object
  return {
    ...rest,
    ...(schema === undefined ? {} : { schema: context.schema(inside(at, 'schema')) }),
    // A stream is read and written as the list of its items.
    ...(schema === undefined && itemSchema !== undefined
      ? { schema: { type: 'array', items: context.schema(inside(at, 'itemSchema')) } }
      : {}),
    ...(Object.keys(shown).length > 0 ? { examples: shown } : {}),
    ...(hasMembers(encoding) ? { encoding: readEncoding(inside(at, 'encoding'), context) } : {}),
  }
}

function readEncoding(at: Located, context: ReadContext): Readonly<Record<string, EncodingDoc>> {
  return Object.fromEntries(
    membersOf(at).map(([name, one]) => {
      const { headers, ...rest } = (hasMembers(one.value) ? one.value : {}) as Members
      return [name, { ...rest, ...(headers ? { headers: readHeaders(inside(one, 'headers'), context) } : {}) } as EncodingDoc]
    }),
  )
}

/** Examples by name. Those of other files are read; those of the network have no value. */
export function readExamples(at: Located, context: ReadContext): Readonly<Record<string, ExampleDoc>> {
  if (Array.isArray(at.value)) {
    context.tell('warning', 'document.examples.form', at, 'examples are an object here, by name. They are read as example-1, example-2 …')
    return Object.fromEntries(at.value.map((value, i) => [`example-${i + 1}`, { value }]))
  }
  return Object.fromEntries(
    membersOf(at).flatMap(([name, written]) => {
      const found = context.follow(written)
      return found ? [[name, readExample(found, context)] as const] : []
    }),
  )
}

function readExample(at: Located, context: ReadContext): ExampleDoc {
  const { value: one } = at
  if (!hasMembers(one)) {
    context.tell('warning', 'document.examples.form', at, 'an example has its value below "value".')
    return { value: one }
  }
  if ('value' in one) return one as unknown as ExampleDoc
  if ('dataValue' in one) return { ...one, value: one.dataValue } as ExampleDoc
  if ('serializedValue' in one) return { ...one, value: one.serializedValue } as ExampleDoc
  if (typeof one.externalValue === 'string') {
    const text = /^[a-z][\w+.-]+:/i.test(one.externalValue) ? undefined : at.file.textOf(one.externalValue)
    if (text === undefined)
      context.tell('warning', 'document.example.external', inside(at, 'externalValue'), `the example ${one.externalValue} is not a file beside this one. It is not shown.`)
    return { ...one, value: text === undefined ? undefined : parsed(text) } as ExampleDoc
  }
  if (['summary', 'description'].some((key) => key in one)) return { ...one, value: undefined } as ExampleDoc
  context.tell('warning', 'document.examples.form', at, 'an example has its value below "value".')
  return { value: one }
} // biome-ignore format: notes on one line

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function readHeaders(at: Located, context: ReadContext): Readonly<Record<string, HeaderDoc>> {
  return Object.fromEntries(
    membersOf(at).flatMap(([name, written]) => {
      const found = context.follow(written)
      if (!found || !hasMembers(found.value)) return []
      const { schema, content, examples, ...rest } = found.value
      const header = {
        ...rest,
        ...(schema === undefined ? {} : { schema: context.schema(inside(found, 'schema')) }),
        ...(content === undefined ? {} : { content: readContent(inside(found, 'content'), context) }),
        ...(examples === undefined ? {} : { examples: readExamples(inside(found, 'examples'), context) }),
      }
      return [[name, header as HeaderDoc] as const]
    }),
  )
}

/** One documented answer. */
export function readResponse(at: Located, context: ReadContext): ResponseDoc {
  const found = context.follow(at)
  if (!found || !hasMembers(found.value)) return {}
  const { headers, content, ...rest } = found.value
  return {
    ...rest,
    headers: readHeaders(inside(found, 'headers'), context),
    ...(content === undefined || content === null ? {} : withJson(readContent(inside(found, 'content'), context))),
  }
}

/** JSON media types of any name, and wildcards that include JSON. */
const JSON_LIKE = /json|^\*|^application\/\*/

/** The first JSON media type is also found as `application/json`. */
function withJson(content: Readonly<Record<string, MediaDoc>>): Pick<ResponseDoc, 'content' | 'x-media'> {
  const types = Object.keys(content)
  const type = types.find((one) => one === 'application/json') ?? types.find((one) => JSON_LIKE.test(one))
  const media = type === undefined ? undefined : content[type]
  return media ? { content: { ...content, 'application/json': media }, 'x-media': types } : { content }
}
