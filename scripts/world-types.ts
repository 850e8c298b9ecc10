import type { Bundle, SettingDoc } from '../src/spec/document/model.ts'
import { parseDuration } from '../src/world/engine/calendar.ts'

const head = (source: string) => `// Generated from ${source} by \`npm run types\`. Do not edit.\n`

/** `src/world/generated/settings.ts`: every setting with the type of its value, and which of them are durations. */
export function settingTypes({ settings }: Pick<Bundle, 'settings'>): string {
  const names = Object.keys(settings).sort()
  const members = names.map((name) => {
    const setting = settings[name] as SettingDoc
    return `  /** ${setting.about.replaceAll('*/', '*\\/').trim()} */\n  readonly '${name}': ${typeOf(setting)}`
  })
  const durations = names.filter((name) => isDuration((settings[name] as SettingDoc).default))
  return `${head('`x-settings` of specs/*/')}
/** Every setting with the type of its value. Durations are texts such as \`PT5S\`. */
export interface Settings {
${members.join('\n')}
}

/** Settings whose value is a duration. */
export type DurationSetting =
${durations.map((name) => `  | '${name}'`).join('\n')}
`
}

/** `src/world/generated/transitions.ts`: the events of each kind of entity that has a transition table. */
export function transitionTypes({ machines }: Pick<Bundle, 'machines'>): string {
  const kinds = Object.entries(machines).map(([kind, rows]) => {
    const events = [...new Set(rows.map(({ event }) => event))].sort()
    return `  readonly ${kind}:\n${events.map((event) => `    | '${event}'`).join('\n')}`
  })
  return `${head('specs/transitions.yaml')}
/** The events by which entities move, by kind. What no table lists cannot happen. */
export interface Events {
${kinds.join('\n')}
}
`
}

function typeOf({ default: usual, values }: SettingDoc): string {
  if (typeof usual === 'boolean') return 'boolean'
  return values ? values.map(literal).join(' | ') : typeof usual
}

const literal = (value: string | number | boolean) => (typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : String(value))

function isDuration(value: unknown): boolean {
  try {
    return typeof value === 'string' && parseDuration(value) !== undefined
  } catch {
    return false
  }
}
