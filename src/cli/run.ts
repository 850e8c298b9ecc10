import { stripVTControlCharacters } from 'node:util'
import { type ArgsDef, type CommandDef, type CommandMeta, renderUsage, runCommand } from 'citty'
import { didYouMean, SpecFault, VERSION } from '../index.ts'
import { refuseUnknown } from './arguments.ts'
import { coloured, print, tell } from './print.ts'
import { EXIT, misused, Stop } from './stop.ts'

/** Commands are read when they are called: starting one must not cost the others. */
const COMMANDS: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  serve: () => import('./serve.ts'),
  init: () => import('./init.ts'),
  env: () => import('./env.ts'),
  wait: () => import('./wait.ts'),
  errors: () => import('./errors.ts'),
  evidence: () => import('./evidence.ts'),
  worlds: () => import('./worlds.ts'),
  show: () => import('./show.ts'),
  set: () => import('./set.ts'),
  apply: () => import('./apply.ts'),
  buy: () => import('./buy.ts'),
  pay: () => import('./pay.ts'),
  accept: () => import('./accept.ts'),
  renew: () => import('./renew.ts'),
  unsubscribe: () => import('./unsubscribe.ts'),
  clock: () => import('./clock.ts'),
  facts: () => import('./facts.ts'),
  journal: () => import('./journal.ts'),
  deliveries: () => import('./deliveries.ts'),
  listen: () => import('./listen.ts'),
  'sign-proxy': () => import('./sign-proxy.ts'),
  trigger: () => import('./trigger.ts'),
  verify: () => import('./verify.ts'),
  settings: () => import('./settings.ts'),
  doctor: () => import('./doctor.ts'),
}

/**
 * Runs one command line.
 * @returns the exit code: 0 fine, 1 found something wrong, 2 used wrongly, 3 nothing to do or nothing found
 */
export async function run(words: readonly string[]): Promise<number> {
  try {
    const [name, ...rest] = words
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') return await help(rest[0])
    if (name === '--version' || name === '-v') {
      print(VERSION)
      return EXIT.fine
    }
    const command = await find(name)
    if (rest.includes('--help') || rest.includes('-h')) return await help(name)
    refuseUnknown(rest, (await command.args) as ArgsDef)
    const { result } = await runCommand(command, { rawArgs: rest })
    return typeof result === 'number' ? result : EXIT.fine
  } catch (error) {
    return explain(error)
  }
}

async function find(name: string): Promise<CommandDef<ArgsDef>> {
  const known = Object.keys(COMMANDS)
  if (!Object.hasOwn(COMMANDS, name)) {
    throw misused(`There is no command "${name}".${didYouMean(name, known)} \`koosandbox --help\` lists them.`)
  }
  // Every file of the table exports a command; their argument types differ.
  return (await COMMANDS[name]?.())?.default as CommandDef<ArgsDef>
}

async function help(name: string | undefined): Promise<number> {
  const about: CommandMeta = {
    name: 'koosandbox',
    version: VERSION,
    description: "Huawei Cloud's KooGallery marketplace on your own machine",
  }
  const parent = { meta: about } as CommandDef
  if (name !== undefined && !name.startsWith('-')) print(trimmed(await renderUsage(await find(name), parent)))
  else {
    const subCommands = Object.fromEntries(await Promise.all(Object.keys(COMMANDS).map(async (key) => [key, await find(key)] as const)))
    print(trimmed(await renderUsage({ meta: about, subCommands } as CommandDef)))
    print('\nExit codes: 0 fine, 1 found something wrong, 2 used wrongly, 3 nothing to do or nothing found.')
  }
  return EXIT.fine
}

/** The parser's tables end in blanks, which only a terminal does not mind. */
function trimmed(text: string): string {
  return coloured() ? text : stripVTControlCharacters(text).replace(/ +$/gm, '')
}

/** Mistakes get a message, defects a stack. */
function explain(error: unknown): number {
  if (error instanceof Stop) {
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
