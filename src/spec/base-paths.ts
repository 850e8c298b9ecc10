import type { ServerDoc } from './document/model.ts'

/** The path that a server address begins with: its operations are found with and without it. */
export interface BasePath {
  /** `/v1`, `/{tenant}/v1`: a variable without listed values takes any. */
  readonly template: string
  /** The rest of a path below it, with its slash; `undefined` for other paths. */
  rest(path: string): string | undefined
}

/** An address may list many values for several variables. */
const MOST_PATHS = 64

/** The base paths of server addresses, the longest first. */
export function basePathsOf(servers: readonly ServerDoc[]): readonly BasePath[] {
  const templates = new Set<string>()
  for (const server of servers) for (const url of addressesOf(server)) templates.add(pathOf(url))
  templates.delete('')
  return [...templates]
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_PATHS)
    .map((template) => basePath(template))
}

function basePath(template: string): BasePath {
  const source = template
    .split(/(\{[^{}]*\})/)
    .map((part, i) => (i % 2 === 1 ? '[^/]+' : part.replace(/[^\w/]/g, '\\$&')))
    .join('')
  const pattern = template.includes('{') ? new RegExp(`^${source}(?=/|$)`) : undefined
  return {
    template,
    rest(path) {
      const length = pattern ? pattern.exec(path)?.[0].length : path.startsWith(template) ? template.length : undefined
      if (length === undefined) return undefined
      if (path.length === length) return '/'
      return path[length] === '/' ? path.slice(length) : undefined
    },
  }
}

/** The address with each value of its variables; a variable of its path without listed values also stays as it is. */
function addressesOf({ url, variables }: ServerDoc): readonly string[] {
  let found = [String(url ?? '')]
  for (const [name, one] of Object.entries(variables ?? {})) {
    const place = `{${name}}`
    if (!String(url).includes(place)) continue
    const listed = Array.isArray(one?.enum) ? one.enum.map(String) : []
    const open = listed.length === 0 && /^(?:[a-z][\w+.-]*:\/\/|\/)/i.test(String(url)) ? [place] : []
    const values = [...new Set([...(one?.default === undefined ? [] : [String(one.default)]), ...listed, ...open])]
    found = found.flatMap((each) => values.map((value) => each.replaceAll(place, value))).slice(0, 4 * MOST_PATHS)
  }
  return found
}

/** `/v1` of `https://api.example.com/v1/`, of `/v1` and of `v1`, which is relative to the document. */
function pathOf(url: string): string {
  const [plain = ''] = url.split(/[?#]/)
  const path = plain.replace(/^[^/]*:\/\/[^/]*/, '').replace(/^\/\/[^/]*/, '')
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  const kept: string[] = []
  for (const part of parts) {
    if (part === '..') kept.pop()
    else kept.push(part)
  }
  return kept.length === 0 ? '' : `/${kept.join('/')}`
}

/** The host of an address in lower case; empty where it has none. */
export const hostOf = (url: string): string => /^(?:https?|\{[^{}]*\}):\/\/([^/:?#]+)/.exec(url)?.[1]?.toLowerCase() ?? ''
