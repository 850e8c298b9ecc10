import type { ArgDef, ArgsDef, CommandDef, CommandMeta } from 'citty'
import { VERSION } from '../index.ts'
import type { CommandFile, Group } from './command.ts'
import type { Called } from './command-tree.ts'
import { commandsOf, HEADINGS } from './commands.ts'
import { EXAMPLES } from './examples.ts'
import { paint, width } from './terminal/print.ts'
import { say, speech } from './terminal/speech.ts'
import { pieces } from './terminal/wrap.ts'

/** Maximum width of a help text: the smallest usual terminal. */
const COLUMNS = 80

/** Width of the column with the names of options; a longer name gets its own line. */
const NAME_COLUMNS = 30

/** The list of all commands, by task. */
export function programHelp(): string {
  const wide = Math.max(...HEADINGS.flatMap(({ commands }) => commands.map(({ name }) => name.length)))
  return [
    ...wrapped(say(`koosandbox ${VERSION}: Huawei Cloud's KooGallery marketplace on your own machine`), ''),
    '',
    usage('COMMAND [OPTIONS]'),
    ...HEADINGS.flatMap(({ title, commands }) => [
      '',
      paint('bold', say(title)),
      ...commands.flatMap((one) => row(one.name, 'commands' in one ? `${say(one.about)}${colon()}${namesOf(one)}` : say(one.about), wide)),
    ]),
    '',
    ...wrapped(say('Run `koosandbox help COMMAND` to read about a command or a group.'), ''),
    ...wrapped(say('Every command takes --lang=<en|zh>; otherwise KOOSANDBOX_LANG or the locale decides.'), ''),
    ...wrapped(say('Chinese output has Beijing time, unless you pass --utc.'), ''),
    ...exitCodes(),
  ].join('\n')
}

/** The commands of a group, including its subgroups. */
export function groupHelp(name: string, group: Group): string {
  const commands = commandsOf(group)
  const wide = Math.max(...commands.map((one) => one.name.length)) + name.length + 1
  return [
    ...wrapped(sentence(group.about), ''),
    '',
    usage(`${name} COMMAND [OPTIONS]`),
    '',
    paint('bold', say('Commands')),
    ...commands.flatMap(({ name: own, command }) => row(`${name} ${own}`, say(command.about), wide)),
    '',
    ...wrapped(say(`Run \`koosandbox help ${name} COMMAND\` to read about one of them.`), ''),
    ...exitCodes(),
  ].join('\n')
}

/** Help of a command: description, arguments, options and former names. */
export async function commandHelp({ name, command }: Called, file: CommandFile): Promise<string> {
  const loaded = file.default as CommandDef<ArgsDef>
  const more = file.more?.()
  const { description = command.about } = ((await loaded.meta) as CommandMeta | undefined) ?? {}
  const args = Object.entries((await loaded.args) as ArgsDef)
  const words = args.filter(([, arg]) => arg.type === 'positional')
  const options = args.filter(([, arg]) => arg.type !== 'positional')
  const must = options.filter(([, arg]) => isRequired(arg)).map(([key, arg]) => labelOf(key, arg))
  const line = [name, ...must, ...words.map(([key, arg]) => (isRequired(arg) ? key.toUpperCase() : `[${key.toUpperCase()}]`)), '[OPTIONS]']
  return [
    ...wrapped(sentence(description), ''),
    '',
    usage(line.join(' ')),
    ...section(
      'Arguments',
      words.map(([key, arg]) => [key.toUpperCase(), aboutOf(key, arg)]),
    ),
    ...section(
      'Options',
      options.flatMap(([key, arg]) => [
        [labelOf(key, arg), aboutOf(key, arg)] as const,
        ...(arg.type === 'boolean' && (arg.default === true || arg.negativeDescription)
          ? [[`--no-${key}`, say(arg.negativeDescription ?? '')] as const]
          : []),
      ]),
    ),
    ...(more
      ? section(
          more.title,
          more.rows.map(([label, about]) => [label, say(about)]),
        )
      : []),
    ...examplesOf(name),
    ...(command.also.length === 0 ? [] : ['', say(`Other name: koosandbox ${command.also.join(', ')}`)]),
    '',
    ...exitCodes(),
  ].join('\n')
}

/** Command lines to begin with. They are for the shell, so they are not wrapped. */
function examplesOf(name: string): string[] {
  const lines = EXAMPLES[name] ?? []
  return lines.length === 0 ? [] : ['', paint('bold', say('Examples')), ...lines.map((line) => `  koosandbox ${line}`)]
}

const exitCodes = () => wrapped(say('Exit codes: 0 success, 1 problems found, 2 wrong usage, 3 nothing to do or nothing found.'), '')

/** A description as a sentence. */
function sentence(text: string): string {
  const said = say(text)
  return speech().language === 'zh' ? `${said}。` : `${said}.`
}

const colon = () => (speech().language === 'zh' ? '：' : ': ')
const USAGE = () => say('Usage:')
const gap = () => (speech().language === 'zh' ? '' : ' ')

const namesOf = ({ commands }: Group) => commands.map(({ name }) => name).join(', ')

function usage(text: string): string {
  const [first = '', ...more] = wrapped(`koosandbox ${text}`, '  ', COLUMNS - width(USAGE()) - gap().length)
  return [
    `${paint('bold', USAGE())}${gap()}${first.trimStart()}`,
    ...more.map((line) => `${' '.repeat(width(USAGE()) + gap().length)}${line}`),
  ].join('\n')
}

function section(title: string, rows: readonly (readonly [string, string])[]): string[] {
  if (rows.length === 0) return []
  const wide = Math.min(NAME_COLUMNS, Math.max(...rows.map(([label]) => label.length)))
  return ['', paint('bold', say(title)), ...rows.flatMap(([label, about]) => row(label, about, wide))]
}

/** A name and its description in two columns; further lines continue the description. */
function row(name: string, about: string, wide: number): string[] {
  const indent = ' '.repeat(wide + 4)
  const [first = '', ...more] = wrapped(about, indent)
  const label = `  ${paint('cyan', name)}`
  if (name.length > wide) return [label, ...(first === '' ? [] : [first]), ...more]
  return [`${label}${first.slice(2 + name.length)}`.trimEnd(), ...more]
}

function isRequired(arg: ArgDef): boolean {
  return arg.default === undefined && (arg.type === 'positional' ? arg.required !== false : arg.required === true)
}

/** `--by=<balance|online>`; if there are many values, the description lists them. */
function labelOf(key: string, arg: ArgDef): string {
  if (arg.type === 'boolean') return `--${key}`
  return showsChoices(key, arg) ? `--${key}=<${choicesOf(arg).join('|')}>` : `--${key}=<${arg.valueHint ?? key}>`
}

/** Whether the label of an option has room for its values. */
function showsChoices(key: string, arg: ArgDef): boolean {
  const choices = choicesOf(arg)
  return choices.length > 0 && `--${key}=<${choices.join('|')}>`.length <= NAME_COLUMNS
}

const choicesOf = (arg: ArgDef): readonly string[] => (arg.type === 'enum' ? (arg.options ?? []) : [])

function aboutOf(key: string, arg: ArgDef): string {
  const choices = choicesOf(arg)
  const hidden = choices.length > 0 && (arg.type === 'positional' || !showsChoices(key, arg))
  return [
    say(arg.description ?? ''),
    ...(hidden ? [say(`(one of ${choices.join(', ')})`)] : []),
    ...(isRequired(arg) ? [say('(required)')] : []),
    ...(arg.default === undefined || typeof arg.default === 'boolean' ? [] : [say(`(default: ${arg.default})`)]),
  ]
    .join(' ')
    .replaceAll(' （', '（')
}

/** Wraps a text in the reader's language to the given width, with an indent. A longer word gets its own line. */
function wrapped(text: string, indent: string, columns = COLUMNS): string[] {
  const lines: string[] = []
  let line = ''
  for (const { word, space } of pieces(text)) {
    const longer = line === '' ? word : `${line}${space}${word}`
    if (line !== '' && width(`${indent}${longer}`) > columns) {
      lines.push(indent + line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, indent + line]
}
