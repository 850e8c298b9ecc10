import { type ArgsDef, parseArgs } from 'citty'
import { didYouMean } from '../../index.ts'
import { misused } from './exit-codes.ts'

/** Arguments of commands that talk to a running sandbox. */
export const remoteArguments = {
  url: {
    type: 'string',
    valueHint: 'address',
    default: process.env.KOOSANDBOX_URL || 'http://127.0.0.1:4100',
    description: 'Address of the sandbox; or set KOOSANDBOX_URL',
  },
  'control-token': {
    type: 'string',
    valueHint: 'token',
    description: 'Control token of a sandbox that does not listen on loopback; or set KOOSANDBOX_CONTROL_TOKEN',
  },
  json: { type: 'boolean', description: 'JSON, for scripts' },
} as const satisfies ArgsDef

/** The world that a command uses. */
export const worldArgument = {
  world: {
    type: 'string',
    valueHint: 'name',
    default: process.env.KOOSANDBOX_WORLD || 'default',
    description: 'Name of the world; or set KOOSANDBOX_WORLD',
  },
} as const satisfies ArgsDef

/**
 * Refuses unknown flags, values outside a list, and surplus arguments. The parser would ignore them.
 * @throws ExitError with exit code 2 and "did you mean"
 */
export function refuseUnknown(raw: readonly string[], args: ArgsDef): void {
  // Only `clock advance` takes a duration. A negative one looks like an option; the sandbox refuses it.
  const backwards = 'by' in args ? /^-P?\d/ : undefined
  const flags = new Map(Object.entries(args).filter(([, arg]) => arg.type !== 'positional'))
  // These commands take several arguments: orders to pay, files to read, deliveries to resend.
  let words =
    'orders' in args || 'files' in args || 'ids' in args
      ? Number.POSITIVE_INFINITY
      : Object.values(args).filter((arg) => arg.type === 'positional').length
  for (let i = 0; i < raw.length; i++) {
    const word = raw[i] as string
    if (word === '--') return
    if (!word.startsWith('-') || word === '-' || backwards?.test(word)) {
      if (words-- <= 0) throw misused(`Unexpected argument "${word}".`)
      continue
    }
    const [name = '', given] = word.replace(/^--?/, '').split(/=(.*)/s)
    const arg = flags.get(name) ?? (name.startsWith('no-') ? flags.get(name.slice(3)) : undefined)
    if (!arg || !word.startsWith('--'))
      throw misused(`There is no option ${word.split('=')[0]}.${didYouMean(name, flags.keys()).replace('"', '"--')}`)
    if (arg.type === 'boolean') continue
    const value = given ?? raw[++i]
    if (value === undefined || (given === undefined && value.startsWith('--'))) throw misused(`--${name} needs a value.`)
    const options = 'options' in arg ? arg.options : undefined
    if (options && !options.includes(value)) {
      throw misused(`--${name} must be one of ${options.join(', ')}, not "${value}".${didYouMean(value, options)}`)
    }
  }
}

/**
 * Refuses a call without one of the arguments that a command needs.
 * @param name the command, as in the lists: `world reset`
 * @throws ExitError with exit code 2
 */
export function refuseMissing(name: string, raw: readonly string[], args: ArgsDef): void {
  const given = parseArgs<ArgsDef>([...raw], lenient(args))._.length
  const needed = Object.entries(args).filter(
    ([, { type, required, default: usual }]) => type === 'positional' && required !== false && usual === undefined,
  )
  const missing = needed[given]
  if (missing === undefined) return
  const [word, { description = '' }] = missing
  throw misused(`Missing argument ${word.toUpperCase()} (${description}). Run \`koosandbox ${name} --help\`.`)
}

/** The same arguments, none of which must be given. */
const lenient = (args: ArgsDef): ArgsDef =>
  Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, { ...arg, required: false } as typeof arg]))

/** The first of these flags that was given, as written. */
export function givenOf(raw: readonly string[], names: readonly string[]): string | undefined {
  return names.map((name) => `--${name}`).find((flag) => raw.some((word) => word === flag || word.startsWith(`${flag}=`)))
}

/** A valid name of a world, or exit code 2. */
export function worldName(text: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(text)) return text
  throw misused(
    `"${text.slice(0, 80)}" is not a valid name of a world. Use at most 63 lower-case letters, digits and hyphens; begin with a letter or digit.`,
  )
}

/** Every value of a flag that may be repeated, as it was written. */
export function textsOf(raw: readonly string[], name: string): string[] {
  return raw.flatMap((word, i) =>
    word === `--${name}` ? [raw[i + 1] ?? ''] : word.startsWith(`--${name}=`) ? [word.slice(name.length + 3)] : [],
  )
}

/** Every value of a flag that may be repeated, or given once with commas. A flag without a value: exit code 2. */
export function valuesOf(raw: readonly string[], name: string): string[] {
  return textsOf(raw, name).flatMap((value) => {
    const values = value.split(',').filter((one) => one !== '')
    if (values.length === 0) throw misused(`--${name} needs a value, not "${value}".`)
    return values
  })
}

/** A whole number, or exit code 2. */
export function numberOf(text: string, name: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= least && value <= most) return value
  throw misused(`${name} must be a whole number from ${least} to ${most}, not "${text}".`)
}

/** An action of a command, or exit code 2. */
export function actionOf<A extends string>(text: string, actions: readonly A[]): A {
  const found = actions.find((action) => action === text)
  if (found) return found
  throw misused(`There is no action "${text}".${didYouMean(text, actions)} There are: ${actions.join(', ')}.`)
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** Milliseconds of a duration, or exit code 2. A plain number counts seconds. */
export function millisecondsOf(text: string, name: string): number {
  const [, count, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? []
  if (count === undefined) throw misused(`${name} must be a duration such as 500ms, 30s or 2m, not "${text}".`)
  return Number(count) * (UNITS[unit] ?? 1000)
}
