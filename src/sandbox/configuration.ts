import type { LoginSettings } from '../access/login/login-api.ts'
import { didYouMean } from '../language/did-you-mean.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { Bundle } from '../spec/document/model.ts'
import { readDocument } from '../spec/document/open-document.ts'
import type { YamlFile } from '../spec/document/yaml.ts'
import type { StartLayer } from '../starts/inherited-start.ts'
import type { Json } from '../world/engine/json.ts'
import { StartFault } from '../world/entities/shapes/shape-fault.ts'
import { type SandboxLimits, SETTABLE_LIMITS, wrongLimit } from './limits.ts'

/** Default file name of a configuration. */
export const CONFIGURATION_FILE = 'koosandbox.config.yaml'

/** A configuration, read: the starting world it asks for, and what it adds to whatever world begins. */
export interface Configuration {
  readonly world?: string
  /** Limits of the sandbox and its worlds. */
  readonly limits?: Partial<SandboxLimits>
  /** Where people log in. */
  readonly oidc?: Partial<LoginSettings>
  readonly layer: StartLayer
  /** The error with file and line if it is about this configuration; else the error unchanged. */
  explain(error: unknown): unknown
}

/**
 * Reads a configuration: the path of a YAML or JSON file, or the same as an object. In a file a text that is `${NAME}` and nothing else stands
 * for that variable of the environment: keys need not be written down.
 *
 * @throws SpecFault naming file and line of what cannot be read, or of a variable that is not set
 */
export function readConfiguration(source: string | object, env: Readonly<Record<string, string | undefined>> = process.env): Configuration {
  const file = typeof source === 'string' ? readDocument(source) : undefined
  const value = (file ? file.value : source) as Json
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SpecFault(`${file?.name ?? 'config'}: expected settings and lists of entities by collection.`)
  const { world, limits, oidc, ...raw } = (file ? withSecrets(value, file, env, []) : value) as Readonly<Record<string, Json>>
  if (world !== undefined && typeof world !== 'string')
    throw new SpecFault(`${file?.place('world') ?? 'config.world'}: expected the name of a starting world.`)
  return {
    ...(world === undefined ? {} : { world }),
    ...(limits === undefined ? {} : { limits: readLimits(limits, file?.place('limits') ?? 'config.limits') }),
    ...(oidc === undefined ? {} : { oidc: readLogins(oidc, file?.place('oidc') ?? 'config.oidc') }),
    layer: { name: LAYER, raw },
    explain: (error) =>
      error instanceof StartFault && error.layer === LAYER
        ? new SpecFault(`${file ? file.place(...error.keys) : 'config'}: ${error.message.replace(/^start: /, '')}`)
        : error,
  }
}

const LAYER = 'configuration'

function readLimits(value: Json, place: string): Partial<SandboxLimits> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SpecFault(`${place}: expected a number for each of ${SETTABLE_LIMITS.join(', ')}.`)
  for (const [name, most] of Object.entries(value)) {
    const wrong = wrongLimit(name, most)
    if (wrong !== undefined) throw new SpecFault(`${place}: ${wrong}`)
  }
  return value as Partial<SandboxLimits>
}

const LOGIN_KEYS = ['issuer', 'client', 'url', 'claim', 'scope', 'roles']

function readLogins(value: Json, place: string): Partial<LoginSettings> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SpecFault(`${place}: expected ${LOGIN_KEYS.join(', ')}, each with its value.`)
  for (const [key, one] of Object.entries(value)) {
    if (key === 'secret') throw new SpecFault(`${place}: the secret of the client does not belong into a file. Set KOOSANDBOX_OIDC_SECRET.`)
    if (!LOGIN_KEYS.includes(key)) throw new SpecFault(`${place}: there is no "${key}" here.${didYouMean(key, LOGIN_KEYS)}`)
    const right =
      key === 'roles'
        ? typeof one === 'object' && one !== null && !Array.isArray(one) && Object.values(one).every((role) => typeof role === 'string')
        : typeof one === 'string'
    if (!right) throw new SpecFault(`${place}: ${key} must be ${key === 'roles' ? 'a role for each value of the claim' : 'a text'}.`)
  }
  return value as Partial<LoginSettings>
}

function withSecrets(
  value: Json,
  file: YamlFile,
  env: Readonly<Record<string, string | undefined>>,
  at: readonly (string | number)[],
): Json {
  if (typeof value === 'string') {
    const name = /^\$\{(\w+)\}$/.exec(value)?.[1]
    if (name === undefined) return value
    return env[name] ?? unset(name, file.place(...at))
  }
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((one: Json, index) => withSecrets(one, file, env, [...at, index]))
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withSecrets(one as Json, file, env, [...at, key])]))
}

function unset(name: string, place: string): never {
  throw new SpecFault(`${place}: the environment has no variable ${name}. Set it, or write the value here.`)
}

/** A place of a built-in starting world as file and line, when the error is about one. */
export function explainStart(error: unknown, bundle: Pick<Bundle, 'places'>): unknown {
  if (!(error instanceof StartFault) || error.layer === undefined) return error
  const [collection, index] = error.keys
  const { places } = bundle
  const place = places[`worlds/${error.layer}#${collection}[${index}]`] ?? places[`worlds/${error.layer}#${collection}`]
  return place === undefined ? error : new SpecFault(`${place}: ${error.message}`)
}

/** World time in which a sandbox may start: its credentials last ten years, and time ends with the year 9999. */
const FIRST_START = 0
const LAST_START = Date.UTC(9900, 0, 1)

/** Refuses a start that no world can have. @throws SpecFault */
export function refuseStart(start: number | undefined): void {
  if (start === undefined || (Number.isInteger(start) && start >= FIRST_START && start <= LAST_START)) return
  throw new SpecFault(`"start" must be a moment in epoch milliseconds from 1970-01-01 to 9900-01-01 (0 to ${LAST_START}), not ${start}.`)
}

/** Refuses a start that is not among the known ones. @throws SpecFault */
export function refuseUnknownStart(start: string, known: readonly string[]): void {
  if (!known.includes(start))
    throw new SpecFault(`There is no starting world "${start}".${didYouMean(start, known)} There are: ${known.join(', ')}.`)
}
