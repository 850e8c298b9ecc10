import { defineCommand } from 'citty'
import { type ControlApi, didYouMean } from '../../index.ts'
import { actionOf, remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { paint, print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'

type SettingList = ControlApi['schemas']['SettingList']
type Setting = SettingList['settings'][number]

export default defineCommand({
  meta: { description: 'List and change the settings of a world' },
  args: {
    action: { type: 'positional', required: false, default: 'list', description: 'list [NAME or service] | set NAME VALUE' },
    name: { type: 'positional', required: false, description: 'The setting, such as iam.tokenLife; for list also a service, such as iam' },
    value: { type: 'positional', required: false, description: 'For set: the new value' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const { ask } = connect(args)
    const query = { world: args.world }
    const action = actionOf(args.action, ['list', 'set'])
    const before = await ask<SettingList>('GET', '/settings', { query })
    if (action === 'list') {
      if (args.value !== undefined)
        throw misused(`Unexpected argument "${args.value}". To change a setting, run \`koosandbox settings set NAME VALUE\`.`)
      const shown = args.name === undefined ? before.settings : matching(before, args.name)
      if (args.json) printJson({ ...before, count: shown.length, settings: shown })
      else if (shown.length === 0) printNote('There are no settings.')
      else print(table(shown.map(line)))
      return shown.length === 0 ? EXIT.nothing : EXIT.fine
    }
    if (args.name === undefined || args.value === undefined)
      throw misused('Name the setting and its value: `koosandbox settings set NAME VALUE`')
    const { name } = find(before, args.name)
    const body = { [name]: valueFor(find(before, name), args.value) }
    const after = await ask<SettingList>('PATCH', '/settings', { query, body })
    if (args.json) printJson(find(after, name))
    else print(table([line(find(after, name))]))
    return EXIT.fine
  },
})

/** The setting with this name, or all settings of a service. */
function matching(list: SettingList, name: string): Setting[] {
  const below = list.settings.filter((setting) => setting.name.startsWith(`${name.replace(/\.$/, '')}.`))
  return below.length > 0 ? below : [find(list, name)]
}

function find({ settings }: SettingList, name: string): Setting {
  const found = settings.find((setting) => setting.name === name)
  if (found) return found
  throw misused(
    `There is no setting "${name}".${didYouMean(
      name,
      settings.map((setting) => setting.name),
    )} Run \`koosandbox settings\` to list them.`,
  )
}

/** Converts the text of the command line to the setting's type. The sandbox refuses invalid values. */
function valueFor(setting: Setting, text: string): string | number | boolean {
  if (typeof setting.default === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text)
  if (typeof setting.default === 'boolean' && (text === 'true' || text === 'false')) return text === 'true'
  return text
}

function line({ name, value, default: usual, about, values }: Setting): string[] {
  const shown = value === usual ? String(value) : paint('bold', `${value} (usually ${usual})`)
  return [name, shown, about + (values ? ` One of ${values.join(', ')}.` : '')]
}
