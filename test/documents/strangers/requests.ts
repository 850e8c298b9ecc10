import { followed, minimalValue, type Written, wrongValue } from './minimal-value.ts'

/** A request of one operation. */
export interface Prepared {
  readonly operation: string
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** What is wrong with a request: the place that its refusal has to name. */
export interface Wrong extends Prepared {
  readonly what: string
}

/** All that is sent of one operation. */
export interface Requests {
  readonly valid: Prepared
  /** Statuses of a success. */
  readonly success: readonly string[]
  readonly wrong: readonly Wrong[]
  /** The same request without credentials, where some are needed. */
  readonly bare: Prepared | undefined
}

interface Parts {
  path: Record<string, string>
  query: string[]
  headers: Record<string, string>
  cookies: string[]
  body: { type: string; value: unknown } | undefined
}

/** The requests for every operation of a document. */
export function requestsFor(document: Written): readonly Requests[] {
  return Object.entries<Written>(document.paths ?? {}).flatMap(([path, item]) =>
    ['get', 'put', 'post', 'delete', 'patch'].filter((method) => item[method]).map((method) => requestsOf(document, path, method, item)),
  )
}

function requestsOf(document: Written, path: string, method: string, item: Written): Requests {
  const operation = item[method]
  const parameters: Written[] = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
  const needed = parameters.filter(({ required }) => required)
  const parts = (): Parts => {
    const made: Parts = { path: {}, query: [], headers: {}, cookies: [], body: bodyFor(document, operation.requestBody) }
    for (const one of needed) put(made, one, one.example ?? minimalValue(document, one.schema))
    return made
  }
  const security: Written[] = operation.security ?? document.security ?? []
  const secured = security.length > 0 && security.every((one) => Object.keys(one).length > 0)
  const prepared = (made: Parts, credentials = secured): Prepared => {
    if (credentials) identify(document, security[0], made)
    const target = path.replace(/\{([^{}]+)\}/g, (_, name: string) => made.path[name] ?? '')
    const sent = made.body && written(made.body)
    return {
      operation: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      target: made.query.length > 0 ? `${target}?${made.query.join('&')}` : target,
      headers: {
        ...made.headers,
        ...(made.cookies.length > 0 ? { cookie: made.cookies.join('; ') } : {}),
        ...(sent ? { 'content-type': sent.type } : {}),
      },
      body: sent?.text,
    }
  }
  const wrong: Wrong[] = []
  for (const one of needed) {
    if (one.in !== 'path') {
      const made = parts()
      drop(made, one)
      wrong.push({ ...prepared(made), what: `without ${one.in} ${one.name}` })
    }
    const value = wrongValue(document, one.schema)
    if (value === undefined || (one.in === 'path' && value === '')) continue
    const made = parts()
    drop(made, one)
    if (one.in === 'path') made.path[one.name] = encodeURIComponent(String(value))
    else if (one.in === 'query')
      made.query.push(`${one.style === 'deepObject' ? `${one.name}[R]` : one.name}=${encodeURIComponent(String(value))}`)
    else if (one.in === 'header') made.headers[one.name] = String(value)
    else made.cookies.push(`${one.name}=${encodeURIComponent(String(value))}`)
    wrong.push({ ...prepared(made), what: `with a wrong ${one.in} ${one.name}` })
  }
  const { body } = parts()
  if (body !== undefined && isMembers(body.value)) {
    const schema = flat(document, schemaOf(operation.requestBody))
    for (const name of Object.keys(body.value)) {
      const { [name]: _, ...rest } = body.value
      wrong.push({ ...prepared({ ...parts(), body: { ...body, value: rest } }), what: `without member ${name}` })
      const value = wrongValue(document, schema.properties?.[name])
      if (value !== undefined)
        wrong.push({
          ...prepared({ ...parts(), body: { ...body, value: { ...body.value, [name]: value } } }),
          what: `with a wrong member ${name}`,
        })
    }
    wrong.push({ ...prepared({ ...parts(), body: undefined }), what: 'without a body' })
  }
  const statuses = Object.keys(operation.responses)
  const success =
    [statuses.filter((one) => one.startsWith('2')), statuses.filter((one) => one.startsWith('3')), statuses].find(
      (list) => list.length > 0,
    ) ?? []
  return { valid: prepared(parts()), success, wrong, bare: secured ? prepared(parts(), false) : undefined }
}

const isMembers = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A schema with the members of its parts. */
function flat(document: Written, schema: Written): Written {
  const node = followed(document, schema) ?? {}
  const parts = [...(node.allOf ?? []), ...(node.oneOf ?? []).slice(0, 1)].map((part: Written) => flat(document, part))
  return { properties: Object.assign({}, ...parts.map((part) => part.properties), node.properties) }
}

const schemaOf = (requestBody: Written): Written => Object.values<Written>(requestBody?.content ?? {})[0]?.schema

function bodyFor(document: Written, requestBody: Written): Parts['body'] {
  const [type, media] = Object.entries<Written>(requestBody?.content ?? {})[0] ?? []
  if (type === undefined || !requestBody.required) return undefined
  return { type, value: media.example ?? (media.schema ? minimalValue(document, media.schema) : 'abc') }
}

/** One parameter in its style. */
function put(made: Parts, { name, in: where, style, explode }: Written, value: unknown): void {
  const exploded = explode ?? (where === 'query' || where === 'cookie')
  const pairs = isMembers(value) ? Object.entries(value) : undefined
  const items = Array.isArray(value) ? value.map(String) : undefined
  const joined = (between: string) =>
    (pairs ? pairs.map((pair) => pair.join(exploded ? '=' : ',')) : (items ?? [String(value)])).join(between)
  if (where === 'path') {
    if (style === 'label') made.path[name] = `.${joined(exploded ? '.' : ',')}`
    else if (style === 'matrix' && exploded)
      made.path[name] = pairs
        ? pairs.map(([key, one]) => `;${key}=${one}`).join('')
        : (items ?? [String(value)]).map((one) => `;${name}=${one}`).join('')
    else made.path[name] = `${style === 'matrix' ? `;${name}=` : ''}${joined(',')}`
  } else if (where === 'header') made.headers[name] = joined(',')
  else if (where === 'cookie') made.cookies.push(`${name}=${joined(',')}`)
  else if (style === 'deepObject') made.query.push(...(pairs ?? []).map(([key, one]) => `${name}[${key}]=${one}`))
  else if (exploded && pairs) made.query.push(...pairs.map(([key, one]) => `${key}=${one}`))
  else if (exploded && items) made.query.push(...items.map((one) => `${name}=${one}`))
  else made.query.push(`${name}=${joined(style === 'spaceDelimited' ? '%20' : style === 'pipeDelimited' ? '|' : ',')}`)
}

function drop(made: Parts, { name, in: where, schema }: Written): void {
  const names = [name, ...Object.keys(schema?.properties ?? {})]
  made.query = made.query.filter((one) => !names.some((each) => one.startsWith(`${each}=`) || one.startsWith(`${name}[`)))
  made.cookies = made.cookies.filter((one) => !one.startsWith(`${name}=`))
  if (where === 'header') delete made.headers[name]
}

function identify(document: Written, requirement: Written, made: Parts): void {
  for (const name of Object.keys(requirement)) {
    const scheme = document.components.securitySchemes[name]
    if (scheme.type === 'apiKey' && scheme.in === 'header') made.headers[scheme.name] = 'key-1'
    else if (scheme.type === 'apiKey' && scheme.in === 'query') made.query.push(`${scheme.name}=key-1`)
    else if (scheme.type === 'apiKey') made.cookies.push(`${scheme.name}=key-1`)
    else made.headers['authorization'] = scheme.scheme === 'Basic' ? 'Basic dXNlcjpwYXNz' : 'Bearer token-1'
  }
}

function written({ type, value }: { type: string; value: unknown }): { type: string; text: string } {
  if (type.includes('json')) return { type, text: JSON.stringify(value) }
  if (!isMembers(value)) return { type, text: String(value) }
  if (type.includes('urlencoded'))
    return { type, text: new URLSearchParams(Object.entries(value).map(([name, one]): [string, string] => [name, String(one)])).toString() }
  const file = (name: string) => (name === 'file' ? '; filename="a.bin"' : '')
  const parts = Object.entries(value).map(
    ([name, one]) => `--part\r\nContent-Disposition: form-data; name="${name}"${file(name)}\r\n\r\n${String(one)}\r\n`,
  )
  return { type: `${type}; boundary=part`, text: `${parts.join('')}--part--\r\n` }
}
