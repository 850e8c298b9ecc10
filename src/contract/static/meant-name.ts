import { didYouMean, nearest } from '../../language/did-you-mean.ts'
import type { Schema } from '../../spec/document/model.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import type { PactBody } from '../read-body.ts'
import type { Interaction } from '../read-pact.ts'
import { schemaAt, valuesAt } from './schema-at.ts'

/** The schemas of an operation's bodies, and the named schemas of its service. */
export interface BodySchemas {
  readonly request: Schema | undefined
  readonly answer: Schema | undefined
  readonly named: Readonly<Record<string, Schema>>
}

type Keys = readonly (string | number)[]

/** A finding about a name that is not documented, with the documented name that may be meant. Names that are used beside it are not meant. */
export function withMeantName(finding: Finding, { doc }: Operation, { request, response }: Interaction, schemas: BodySchemas): Finding {
  const { code, pointer, hint } = finding
  const [side, , verdict] = code.split('.')
  if (hint !== undefined || verdict !== 'unknown') return finding
  const [part, ...keys] = keysOf(pointer)
  const name = String(keys.at(-1) ?? '')
  const ofPlace = (place: string) => (doc.parameters ?? []).filter((one) => one.in === place).map((one) => one.name)
  const headers = side === 'reply' ? Object.keys(doc.responses[String(response.status)]?.headers ?? {}) : ofPlace('header')
  const own = side === 'reply' ? response : request
  const meant =
    part === 'query'
      ? didYouMean(name, without(ofPlace('query'), [...new URLSearchParams(request.query).keys()]))
      : part === 'header'
        ? didYouMean(name, without(headers, Object.keys(own.headers)))
        : part === 'body'
          ? inBody(keys, side === 'reply' ? schemas.answer : schemas.request, schemas.named, own.body)
          : ''
  return meant === '' ? finding : { ...finding, hint: meant.trim() }
}

/** Of a place in a body, the first key that is not documented is the wrong one. */
function inBody(keys: Keys, schema: Schema | undefined, named: BodySchemas['named'], body: PactBody | undefined): string {
  if (schema === undefined) return ''
  const wrong = keys.findIndex((_, i) => {
    const { schemas, open } = schemaAt(schema, keys.slice(0, i + 1), named)
    return schemas.length === 0 && !open
  })
  if (wrong < 0) return ''
  const parent = keys.slice(0, wrong)
  return didYouMean(String(keys[wrong]), without(membersAt(schema, parent, named), usedAt(body?.value, parent)))
}

/**
 * For a mandatory member that an answer does not have: the undocumented member beside it that may be meant. Undefined where there is none.
 * @param pointer of the member; `*` is every entry of a list
 */
export function misspeltAs(
  pointer: string,
  body: unknown,
  schema: Schema | undefined,
  named: BodySchemas['named'],
): { readonly wrong: string; readonly right: string } | undefined {
  const [, ...keys] = keysOf(pointer)
  const right = String(keys.at(-1) ?? '')
  const parent = keys.slice(0, -1)
  const documented = schema === undefined ? [] : membersAt(schema, parent, named)
  const wrong = nearest(right, without(usedAt(body, parent), documented))
  return wrong === undefined ? undefined : { wrong, right }
}

const keysOf = (pointer: string): Keys =>
  pointer
    .split('/')
    .slice(1)
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key.replaceAll('~1', '/').replaceAll('~0', '~')))

const membersAt = (schema: Schema, keys: Keys, named: BodySchemas['named']): readonly string[] =>
  schemaAt(schema, keys, named).schemas.flatMap(({ properties }) => Object.keys(properties ?? {}))

const usedAt = (body: unknown, keys: Keys): readonly string[] =>
  valuesAt(body, keys).flatMap((one) => (typeof one === 'object' && one !== null && !Array.isArray(one) ? Object.keys(one) : []))

/** Names of headers differ in upper and lower case. */
function without(names: readonly string[], others: readonly string[]): readonly string[] {
  const taken = new Set(others.map((name) => name.toLowerCase()))
  return names.filter((name) => !taken.has(name.toLowerCase()))
}
