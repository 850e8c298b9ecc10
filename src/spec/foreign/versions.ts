import { SpecFault } from '../document/fault.ts'
import type { SourceFile } from '../document/source.ts'
import { hasMembers, type Members, quoted } from './spot.ts'

/** A file that describes an HTTP API in another language, by the key that says so. */
const OTHERS: Readonly<Record<string, string>> = {
  asyncapi: 'an AsyncAPI document. It describes messages, not an HTTP API',
  swaggerVersion: 'a Swagger 1.2 document. Convert it to OpenAPI 3',
  arazzo: 'an Arazzo document. It describes workflows; name the OpenAPI document that it refers to',
  overlay: 'an overlay. Apply it to its OpenAPI document, and name the result',
  graphql: 'about GraphQL, not about an HTTP API',
}

/** Whether the text of a version is one that is served. */
const isServed = (version: unknown): boolean => /^3(\.[0-9]|$)/.test(String(version))

/**
 * Refuses a file that is no OpenAPI 3 document, in one sentence that says what to do.
 * @throws SpecFault
 */
export function refuseOthers(file: SourceFile): void {
  const { name, value } = file
  if (!hasMembers(value)) throw new SpecFault(`${name}:1: this is not an OpenAPI document, but ${Array.isArray(value) ? 'a list' : quoted(value)}.`) // biome-ignore format: one refusal
  if (Object.keys(value).length === 0) throw new SpecFault(`${name} is empty.`)
  const { openapi, swagger } = value
  if (openapi !== undefined) {
    if (isServed(openapi)) return
    throw new SpecFault(`${file.place('openapi')}: OpenAPI ${quoted(openapi)} is not served. Write the document in OpenAPI 3.0, 3.1 or 3.2.`)
  }
  if (swagger !== undefined)
    throw new SpecFault(
      `${file.place('swagger')}: this is an OpenAPI 2.0 (Swagger) document. Convert it to OpenAPI 3: npx swagger2openapi --patch -o openapi.yaml ${name}`,
    )
  const other = Object.keys(OTHERS).find((key) => key in value)
  if (other !== undefined) throw new SpecFault(`${file.place(other)}: this is ${OTHERS[other]}.`)
  // Only the line with the version is missing.
  if (['paths', 'webhooks'].some((key) => hasMembers((value as Members)[key]))) return
  const keys = Object.keys(value).slice(0, 5).join(', ')
  throw new SpecFault(`${name}:1: this is not an OpenAPI document: it has no key "openapi", but ${keys}. Name a document of OpenAPI 3.0, 3.1 or 3.2.`)
} // biome-ignore format: refusals on one line
