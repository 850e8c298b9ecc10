import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { SpecFault } from '../spec/document/fault.ts'
import { isAddress, pactText, shownAddress } from './pact-sources.ts'
import { bodyOf, headersOf, isObject, type Members, type PactBody } from './read-body.ts'
import { type Rule, readRules } from './read-rules.ts'

/** One pact file, of any version. */
export interface Pact {
  /** The name as it was given: `pacts/shop-app.json`. */
  readonly file: string
  readonly consumer: string
  readonly provider: string
  readonly version: 2 | 3 | 4
  /** Whether the file names its version. Version 1 is read as 2, which includes it. */
  readonly versionGiven: boolean
  /** Its HTTP interactions, in the order of the file. */
  readonly interactions: readonly Interaction[]
  /** Its message interactions, which do not use HTTP. */
  readonly messages: readonly { readonly index: number; readonly description: string }[]
  /** The parsed file. */
  readonly document: Members
}

/** One HTTP interaction, the same for all versions. */
export interface Interaction {
  readonly file: string
  /** Index in the file's list, from 0. */
  readonly index: number
  readonly description: string
  readonly states: readonly StateCall[]
  /** V4: a failure is reported and does not count. */
  readonly pending: boolean
  readonly request: PactRequest
  readonly response: PactResponse
}

/** A provider state as a pact calls it. */
export interface StateCall {
  readonly name: string
  readonly params: Readonly<Record<string, unknown>>
}

export interface PactRequest {
  /** In upper case. */
  readonly method: string
  readonly path: string
  /** Raw, percent-encoded, without the question mark. */
  readonly query: string
  /** Names as written; several values are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: PactBody | undefined
  readonly rules: readonly Rule[]
}

export interface PactResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: PactBody | undefined
  readonly rules: readonly Rule[]
}

/** The pacts that command line arguments name: files and addresses unchanged, folders replaced by their `.json` files, sorted. */
export function pactFilesOf(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    if (isAddress(word)) return [URL.canParse(word) ? shownAddress(word) : word]
    if (!existsSync(word)) throw new SpecFault(`${word}: there is no such file.`)
    if (!statSync(word).isDirectory()) return [word]
    const found = readdirSync(word)
      .filter((name) => name.endsWith('.json'))
      .sort()
    if (found.length === 0) throw new SpecFault(`${word}: this folder holds no pact (no .json file).`)
    return found.map((name) => join(word, name))
  })
}

/**
 * Reads a pact of version 1 to 4, or without a version.
 * @param fetched texts of pacts that were fetched, by address
 * @throws SpecFault with the file and the reason: not JSON, not a pact, another version, empty, or only messages
 */
export function readPact(file: string, fetched?: ReadonlyMap<string, string>): Pact {
  const text = pactText(file, fetched)
  if (text.trim() === '') throw new SpecFault(`${file}: the file is empty.`)
  try {
    return pactOf(file, JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    if (error instanceof SpecFault) throw error
    throw new SpecFault(`${file}: this is not JSON (${(error as Error).message}).`)
  }
}

/** The same for a pact that is already parsed. @throws SpecFault */
export function pactOf(file: string, document: unknown): Pact {
  if (!isObject(document)) throw new SpecFault(`${file}: this is not a pact: it is not a JSON object.`)
  const { version, versionGiven } = versionOf(file, document)
  const { interactions = [], messages = [] } = document
  if (!Array.isArray(interactions)) throw new SpecFault(`${file}: "interactions" is not a list.`)
  const items = interactions.map((item, index) => {
    if (isObject(item)) return { item, index, description: String(item.description ?? '') }
    throw new SpecFault(`${file}: interactions[${index}] is not an object.`)
  })
  const isMessage = ({ item }: { item: Members }) => version === 4 && item.type !== undefined && item.type !== 'Synchronous/HTTP'
  const messageItems = [
    ...items.filter(isMessage),
    ...listOf(messages).map((item, index) => ({ index, description: String(item.description ?? '') })),
  ]
  const http = items.filter((item) => !isMessage(item))
  if (http.length === 0 && messageItems.length > 0)
    throw new SpecFault(
      `${file}: it has ${messageItems.length} message(s) and no HTTP interaction. The cloud APIs are called over HTTP only.`,
    )
  if (http.length === 0) throw new SpecFault(`${file}: it has no interaction to check.`)
  return {
    file,
    consumer: nameOf(file, document, 'consumer'),
    provider: nameOf(file, document, 'provider'),
    version,
    versionGiven,
    interactions: http.map(({ item, index }) => interactionOf(file, index, item, version)),
    messages: messageItems.map(({ index, description }) => ({ index, description })),
    document,
  }
}

function versionOf(file: string, document: Members): Pick<Pact, 'version' | 'versionGiven'> {
  const about = isObject(document.metadata) ? document.metadata : {}
  const found = [about.pactSpecification, about['pact-specification']].map((one) => (isObject(one) ? one.version : undefined))
  const text = [...found, about.pactSpecificationVersion].find((one) => one !== undefined)
  if (text === undefined) {
    if (Array.isArray(document.interactions) || Array.isArray(document.messages))
      return { version: versionByForm(document), versionGiven: false }
    throw new SpecFault(`${file}: this is not a pact: it has no interactions, and metadata.pactSpecification.version is missing.`)
  }
  const major = Number(/^([1234])(\.|$)/.exec(String(text))?.[1])
  if (Number.isNaN(major)) throw new SpecFault(`${file}: it follows version ${String(text)} of the Pact specification; 1 to 4 can be read.`)
  return major === 1 ? { version: 2, versionGiven: false } : { version: major as Pact['version'], versionGiven: true }
}

/** The version of a file that does not name it, found by members that only one version has. */
function versionByForm({ interactions }: Members): Pact['version'] {
  const items = listOf(interactions)
  if (items.some(({ type }) => typeof type === 'string')) return 4
  const parts = items.flatMap(({ request, response }) => [request, response].filter(isObject))
  const hasTables = ({ matchingRules, generators }: Members) =>
    isObject(generators) || (isObject(matchingRules) && Object.keys(matchingRules).some((name) => !name.startsWith('$')))
  const isThird =
    items.some(({ providerStates }) => Array.isArray(providerStates)) || parts.some((part) => hasTables(part) || isObject(part.query))
  return isThird ? 3 : 2
}

function nameOf(file: string, document: Members, who: 'consumer' | 'provider'): string {
  const side = document[who]
  if (isObject(side) && typeof side.name === 'string' && side.name !== '') return side.name
  throw new SpecFault(`${file}: the pact does not name its ${who} (${who}.name).`)
}

function interactionOf(file: string, index: number, item: Members, version: Pact['version']): Interaction {
  const where = `${file}: interactions[${index}]`
  const { description, request, response } = item
  if (typeof description !== 'string' || description === '') throw new SpecFault(`${where} has no description.`)
  const named = `${where} ("${description}")`
  if (!isObject(request)) throw new SpecFault(`${named} has no request.`)
  if (!isObject(response)) throw new SpecFault(`${named} has no response.`)
  if (typeof request.method !== 'string') throw new SpecFault(`${named} has no request.method.`)
  if (typeof request.path !== 'string' || !request.path.startsWith('/'))
    throw new SpecFault(`${named} has no request.path that begins with "/".`)
  const status = response.status ?? 200
  if (!Number.isInteger(status)) throw new SpecFault(`${named}: response.status is not a whole number.`)
  const rules = (part: Members): readonly Rule[] => readRules(part.matchingRules, version)
  return {
    file,
    index,
    description,
    states: statesOf(item),
    pending: item.pending === true,
    request: {
      method: request.method.toUpperCase(),
      path: request.path,
      query: queryOf(request.query),
      headers: headersOf(request.headers),
      body: bodyOf(request, version),
      rules: rules(request),
    },
    response: {
      status: status as number,
      headers: headersOf(response.headers),
      body: bodyOf(response, version),
      rules: rules(response),
    },
  }
}

function statesOf({ providerState, provider_state, providerStates }: Members): StateCall[] {
  const several = Array.isArray(providerStates) ? providerStates : []
  const states = several.map((one) => (isObject(one) ? one : { name: String(one) }))
  const single = providerState ?? provider_state
  if (states.length === 0 && typeof single === 'string' && single !== '') return [{ name: single, params: {} }]
  return states.map(({ name, params }: Members) => ({ name: String(name ?? ''), params: isObject(params) ? params : {} }))
}

/** V2 writes a query as text, V3 and V4 as lists of decoded values; `null` means a name without `=`. */
function queryOf(query: unknown): string {
  if (typeof query === 'string') return query
  if (!isObject(query)) return ''
  return Object.entries(query)
    .flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const))
    .map(([name, value]) =>
      value === null ? encodeURIComponent(name) : `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`,
    )
    .join('&')
}

const listOf = (value: unknown): Members[] => (Array.isArray(value) ? value.filter(isObject) : [])
