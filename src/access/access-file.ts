import { didYouMean } from '../language/did-you-mean.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { readDocument } from '../spec/document/open-document.ts'
import type { YamlFile } from '../spec/document/yaml.ts'
import type { AccessRole, KeptToken, Namespace } from './access-api.ts'
import { isNamespace } from './namespaces.ts'
import { ROLES } from './roles.ts'

/** What a file says about tokens and namespaces. */
export interface AccessFile {
  readonly tokens: readonly KeptToken[]
  readonly namespaces: Readonly<Record<string, Namespace>>
}

type At = readonly (string | number)[]
type Members = Readonly<Record<string, unknown>>

const TOP = ['format', 'tokens', 'namespaces']
const TOKEN = ['name', 'role', 'namespace', 'sha256', 'created', 'expires']
const NAMESPACE = ['worlds', 'snapshots', 'orders', 'allowHosts']

/**
 * Reads the file of `serve --tokens`.
 * @throws SpecFault naming file and line
 */
export function readAccessFile(path: string): AccessFile {
  const file = readDocument(path)
  const top = membersOf(file, [], file.value, TOP)
  if (top['format'] !== undefined && top['format'] !== 1)
    wrong(file, ['format'], `this version reads format 1, not ${JSON.stringify(top['format'])}. Use a newer version.`)
  const listed = top['tokens'] ?? []
  if (!Array.isArray(listed)) wrong(file, ['tokens'], 'expected a list of tokens.')
  const tokens = (listed as unknown[]).map((one, i) => tokenOf(file, ['tokens', i], one))
  for (const [i, { name }] of tokens.entries())
    if (tokens.findIndex((one) => one.name === name) < i) wrong(file, ['tokens', i, 'name'], `another token is called "${name}" already.`)
  const namespaces = Object.entries(membersOf(file, ['namespaces'], top['namespaces'] ?? {})).map(
    ([name, value]) => [namespaceName(file, ['namespaces', name], name), namespaceOf(file, ['namespaces', name], value)] as const,
  )
  return { tokens, namespaces: Object.fromEntries(namespaces) }
}

function tokenOf(file: YamlFile, at: At, value: unknown): KeptToken {
  const { name, role, namespace, sha256, expires } = membersOf(file, at, value, TOKEN)
  if (typeof name !== 'string' || name === '') wrong(file, [...at, 'name'], 'a token needs a name.')
  if (!ROLES.includes(role as AccessRole))
    wrong(file, [...at, 'role'], `a token has one of the roles ${ROLES.join(', ')}, not ${JSON.stringify(role)}.`)
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256))
    wrong(file, [...at, 'sha256'], 'expected the SHA-256 of the token, 64 hex digits. Run `koosandbox tokens create` to make one.')
  return {
    name: name as string,
    role: role as AccessRole,
    sha256: sha256 as string,
    ...(namespace === undefined ? {} : { namespace: namespaceName(file, [...at, 'namespace'], namespace) }),
    ...(expires === undefined ? {} : { expires: momentOf(file, [...at, 'expires'], expires) }),
  }
}

function namespaceOf(file: YamlFile, at: At, value: unknown): Namespace {
  const { allowHosts = [], ...most } = membersOf(file, at, value ?? {}, NAMESPACE)
  for (const [name, limit] of Object.entries(most))
    if (!Number.isSafeInteger(limit) || (limit as number) < 1)
      wrong(file, [...at, name], `expected a whole number from 1, not ${JSON.stringify(limit)}.`)
  if (!Array.isArray(allowHosts) || allowHosts.some((host) => typeof host !== 'string' || !/^[\w.:[\]-]+$/.test(host)))
    wrong(file, [...at, 'allowHosts'], 'expected a list of hosts: NAME or NAME:PORT.')
  return { ...(most as Partial<Namespace>), allowHosts: allowHosts as string[] }
}

function namespaceName(file: YamlFile, at: At, name: unknown): string {
  if (typeof name === 'string' && isNamespace(name)) return name
  return wrong(
    file,
    at,
    `${JSON.stringify(name)} is no name of a namespace. Use at most 31 small letters and digits, with single hyphens between them.`,
  )
}

function momentOf(file: YamlFile, at: At, text: unknown): number {
  const moment = typeof text === 'string' && /^\d{4}-\d\d-\d\d(?:T.+(?:Z|[+-]\d\d:\d\d))?$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(moment) ? wrong(file, at, `expected a moment such as 2027-01-31T00:00:00Z, not ${JSON.stringify(text)}.`) : moment
}

function membersOf(file: YamlFile, at: At, value: unknown, known?: readonly string[]): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) wrong(file, at, 'expected members, each with its value.')
  for (const key of Object.keys(value as object))
    if (known && !known.includes(key)) wrong(file, [...at, key], `there is no "${key}" here.${didYouMean(key, known)}`)
  return value as Members
}

function wrong(file: YamlFile, at: At, what: string): never {
  throw new SpecFault(`${file.place(...at)}: ${what}`)
}
