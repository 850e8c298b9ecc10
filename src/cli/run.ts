import { stripVTControlCharacters } from 'node:util'
import { type ArgsDef, type CommandDef, type CommandMeta, parseArgs, renderUsage, runCommand } from 'citty'
import { didYouMean, SpecFault, VERSION } from '../index.ts'
import { refuseUnknown } from './terminal/arguments.ts'
import { EXIT, ExitError, misused } from './terminal/exit-codes.ts'
import { coloured, print, tell } from './terminal/print.ts'

/**
 * Commands are read when they are called: starting one must not cost the others. A name may have several words. `more` is what a
 * command's help says behind its options.
 */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly default: unknown; readonly more?: () => string }>>> = {
  serve: () => import('./start/serve.ts'),
  init: () => import('./start/init.ts'),
  env: () => import('./look/env.ts'),
  wait: () => import('./start/wait.ts'),
  errors: () => import('./look/errors.ts'),
  evidence: () => import('./look/evidence.ts'),
  worlds: () => import('./world/worlds.ts'),
  show: () => import('./world/show.ts'),
  set: () => import('./world/set.ts'),
  apply: () => import('./world/apply.ts'),
  buy: () => import('./buyer/buy.ts'),
  pay: () => import('./buyer/pay.ts'),
  accept: () => import('./buyer/accept.ts'),
  renew: () => import('./buyer/renew.ts'),
  unsubscribe: () => import('./buyer/unsubscribe.ts'),
  clock: () => import('./world/clock.ts'),
  facts: () => import('./world/facts.ts'),
  journal: () => import('./look/journal.ts'),
  deliveries: () => import('./seller/deliveries.ts'),
  listen: () => import('./seller/listen.ts'),
  'sign-proxy': () => import('./seller/sign-proxy.ts'),
  proxy: () => import('./start/proxy.ts'),
  trigger: () => import('./seller/trigger.ts'),
  'verify seller': () => import('./verify/verify-seller.ts'),
  'contract verify consumer': () => import('./contract/contract-verify-consumer.ts'),
  'contract states': () => import('./contract/contract-states.ts'),
  'contract verify seller': () => import('./contract/contract-verify-seller.ts'),
  'contract record': () => import('./contract/contract-record.ts'),
  'contract export seller': () => import('./contract/contract-export-seller.ts'),
  'verify profiles': () => import('./verify/verify-profiles.ts'),
  'can-i-deploy': () => import('./contract/can-i-deploy.ts'),
  'record-deployment': () => import('./contract/record-deployment.ts'),
  'record-undeployment': () => import('./contract/record-undeployment.ts'),
  'coverage merge': () => import('./contract/coverage-merge.ts'),
  'coverage report': () => import('./contract/coverage-report.ts'),
  diff: () => import('./contract/diff.ts'),
  settings: () => import('./world/settings.ts'),
  doctor: () => import('./look/doctor.ts'),
}

/**
 * Runs one command line.
 * @returns the exit code: 0 fine, 1 found something wrong, 2 used wrongly, 3 nothing to do or nothing found
 */
export async function run(words: readonly string[]): Promise<number> {
  try {
    const [first, ...others] = words
    if (first === undefined || first === '--help' || first === '-h') return await help('')
    if (first === 'help') return await help(nameIn(others))
    if (first === '--version' || first === '-v') {
      print(VERSION)
      return EXIT.fine
    }
    const name = nameIn(words)
    const rest = words.slice(name.split(' ').length)
    if (isGroup(name) && (rest.length === 0 || rest[0]?.startsWith('-'))) {
      if (rest.includes('--help') || rest.includes('-h')) return await help(name)
      throw misused(`"${name}" needs a subcommand: ${under(name).join(', ')}.`)
    }
    const command = await find(isGroup(name) ? `${name} ${rest[0]}` : name)
    if (rest.includes('--help') || rest.includes('-h')) return await help(name)
    refuseUnknown(rest, (await command.args) as ArgsDef)
    const { result } = await runCommand(command, { rawArgs: rest })
    return typeof result === 'number' ? result : EXIT.fine
  } catch (error) {
    return explain(error)
  }
}

/** Refuses a command line whose command or options do not exist, without running it. For those who write command lines for others. */
export async function refuseLine(words: readonly string[]): Promise<void> {
  const name = nameIn(words)
  const args = (await find(name)).args as ArgsDef
  const rest = words.slice(name.split(' ').length)
  refuseUnknown(rest, args)
  // Knows what must be there.
  parseArgs([...rest], args)
}

/** The longest name of a command, or of a group of commands, that these words begin with; else the first word. */
function nameIn(words: readonly string[]): string {
  for (let count = Math.min(words.length, 3); count > 1; count--) {
    const name = words.slice(0, count).join(' ')
    if (Object.hasOwn(COMMANDS, name) || isGroup(name)) return name
  }
  return words[0] ?? ''
}

const under = (name: string): readonly string[] => Object.keys(COMMANDS).filter((command) => command.startsWith(`${name} `))
const isGroup = (name: string): boolean => !Object.hasOwn(COMMANDS, name) && under(name).length > 0

async function find(name: string): Promise<CommandDef<ArgsDef>> {
  const known = Object.keys(COMMANDS)
  if (!Object.hasOwn(COMMANDS, name)) {
    throw misused(`There is no command "${name}".${didYouMean(name, known)} Run \`koosandbox --help\` to list them.`)
  }
  // Every file of the table exports a command; their argument types differ.
  return (await COMMANDS[name]?.())?.default as CommandDef<ArgsDef>
}

async function help(name: string): Promise<number> {
  const about: CommandMeta = {
    name: 'koosandbox',
    version: VERSION,
    description: "Huawei Cloud's KooGallery marketplace on your own machine",
  }
  const parent = { meta: about } as CommandDef
  if (name !== '' && !name.startsWith('-') && !isGroup(name)) {
    print(trimmed(await renderUsage(await find(name), parent)))
    const more = (await COMMANDS[name]?.())?.more
    if (more) print(more())
  } else {
    const names = isGroup(name) ? under(name) : Object.keys(COMMANDS)
    const subCommands = Object.fromEntries(await Promise.all(names.map(async (key) => [key, await find(key)] as const)))
    print(trimmed(await renderUsage({ meta: about, subCommands } as CommandDef)))
    print('\nExit codes: 0 success, 1 problems found, 2 wrong usage, 3 nothing to do or nothing found.')
  }
  return EXIT.fine
}

/** The parser's tables end in blanks, which only a terminal does not mind. */
function trimmed(text: string): string {
  return coloured() ? text : stripVTControlCharacters(text).replace(/ +$/gm, '')
}

/** Mistakes get a message, defects a stack. */
function explain(error: unknown): number {
  if (error instanceof ExitError) {
    tell(error.message)
    return error.code
  }
  if (error instanceof SpecFault) {
    tell(error.message)
    return EXIT.wrong
  }
  if (error instanceof Error && error.name === 'CLIError') {
    tell(error.message)
    return EXIT.misused
  }
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  tell('This is a defect of koogallery-sandbox.')
  return EXIT.wrong
}
