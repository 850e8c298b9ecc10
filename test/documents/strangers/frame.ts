/** A document as strangers write it, with what its test has to know. */
export interface Stranger {
  readonly name: string
  /** As for `serveDocument`: an object, a text, or several files. */
  readonly document: object | string | { readonly files: Readonly<Record<string, string | object>> }
  /** Where operations are described in other files, the same document in one piece: the test writes its requests by it. */
  readonly whole?: object
}

export const json = (schema: object, more: object = {}) => ({ content: { 'application/json': { schema, ...more } } })
export const answer = (schema?: object, more: object = {}) => ({ description: 'An answer', ...(schema ? json(schema, more) : {}) })
export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
export const parameter = (where: string, name: string, schema: object, more: object = {}) => ({
  name,
  in: where,
  schema,
  ...(where === 'path' ? { required: true } : {}),
  ...more,
})
export const body = (schema: object, more: object = {}) => ({ required: true, ...json(schema), ...more })
export const api = (openapi: string, title: string, paths: object, more: object = {}) => ({
  openapi,
  info: { title, version: '1.0.0' },
  paths,
  ...more,
})
