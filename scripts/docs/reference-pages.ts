import { commandsOf, HEADINGS } from '../../src/cli/commands.ts'
import { commandHelp } from '../../src/cli/help.ts'
import { say, speak } from '../../src/cli/terminal/speech.ts'
import { errorsOf } from '../../src/control/list-errors.ts'
import { builtInBundle, type Operation, specsOf } from '../../src/index.ts'
import { escaped, type Language, partIn, row, table, WORDS } from './words.ts'

/** The generated pages of a language, by their path below `reference/generated/`. */
export async function referencePages(language: Language): Promise<ReadonlyMap<string, string>> {
  const pages = new Map([
    ['commands.md', await commandsPage(language)],
    ['settings.md', settingsPage(language)],
  ])
  for (const [service, page] of servicePages(language)) pages.set(`${service}.md`, page)
  return pages
}

async function commandsPage(language: Language): Promise<string> {
  await speak(['--lang', language])
  const words = WORDS[language]
  const lines = [`# ${words.commands}`, '', `${words.generated} ${words.commandsAbout}`, '']
  for (const { title, commands } of HEADINGS) {
    lines.push(`## ${say(title)}`, '')
    for (const { name, command } of commandsOf({ name: '', about: '', commands })) {
      lines.push(`### koosandbox ${name}`, '', '```text', await commandHelp({ name, command, rest: [] }, await command.load()), '```', '')
    }
  }
  return lines.join('\n')
}

function settingsPage(language: Language): string {
  const words = WORDS[language]
  const rows = Object.entries(builtInBundle().settings).map(([name, setting]) =>
    row(`\`${name}\``, `\`${setting.default}\``, setting.about, setting['x-evidence']),
  )
  const head = [words.setting, words.usual, words.about, words.evidence]
  return [`# ${words.settings}`, '', `${words.generated} ${words.settingsAbout}`, '', ...table(head, rows.sort())].join('\n')
}

/** One page for each service, its operations in the order of the spec. */
function servicePages(language: Language): Map<string, string> {
  const { services } = builtInBundle()
  const { operations, webhooks } = specsOf(builtInBundle())
  const all = [...operations, ...webhooks]
  return new Map(
    Object.entries(services)
      .map(([name, { info }]) => ({ name, title: info.title, own: all.filter(({ service }) => service === name) }))
      .filter(({ own }) => own.length > 0)
      .map(({ name, title, own }) => [name, servicePage(language, `${name}: ${partIn(title, language)}`, own)]),
  )
}

function servicePage(language: Language, title: string, operations: readonly Operation[]): string {
  const words = WORDS[language]
  const summary = ({ doc, id }: Operation) => partIn(doc.summary ?? id, language)
  const list = operations.map((one) => row(`[${one.id}](#${one.id.toLowerCase()})`, `\`${one.method} ${one.path}\``, summary(one)))
  return [
    `# ${escaped(title)}`,
    '',
    words.generated,
    '',
    ...table([words.operation, words.call, words.about], list),
    ...operations.flatMap((one) => [`## ${one.id} {#${one.id.toLowerCase()}}`, '', ...operationPart(one, language, summary(one))]),
  ].join('\n')
}

function operationPart(operation: Operation, language: Language, summary: string): string[] {
  const words = WORDS[language]
  const { doc } = operation
  const parameters = (doc.parameters ?? []).map(({ name, in: place, required, schema, description }) =>
    row(`\`${name}\``, place, required ? '✓' : '', [schema.type ?? ''].flat().join(', '), description),
  )
  const errors = errorsOf(operation)
    .filter(({ key }) => !operation.gatewayErrors.has(key))
    .map(({ key, status, message, evidence }) => row(`\`${key}\``, status, message, evidence))
  return [
    `${escaped(summary)} · \`${operation.method} ${operation.path}\` · ${words.evidence}: ${operation.evidence}`,
    '',
    ...table([words.parameter, words.place, words.required, words.type, words.about], parameters),
    ...table([`${words.errors}: ${words.code}`, words.status, words.text, words.evidence], errors),
  ]
}
