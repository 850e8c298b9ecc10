import { parseDuration } from './calendar.ts'
import { didYouMean, WorldError } from './world-error.ts'

/** What a setting may be. */
export type SettingValue = string | number | boolean

/** One `x-settings` entry of a spec: where the vendor's sources disagree or are silent, the reader may choose. */
export interface Setting {
  readonly default: SettingValue
  /** The only values allowed, when given. */
  readonly values?: readonly SettingValue[]
  /** Texts: the regular expression that the whole of it matches, when given. */
  readonly form?: string
  readonly about: string
  readonly 'x-source'?: readonly string[]
  readonly 'x-evidence'?: string
}

/** A setting and its present value in one world. */
export interface SettingState extends Setting {
  readonly name: string
  readonly value: SettingValue
}

/** Throws `setting.unknown`, or `setting.illegal` when a value is not of the default's kind or not among the allowed ones. */
export function checkSetting(known: Readonly<Record<string, Setting>>, name: string, value: unknown): SettingValue {
  const { default: usual, values, form } = findSetting(known, name)
  const refuse = (expected: string) =>
    new WorldError('setting.illegal', `Setting "${name}" must be ${expected}, was ${JSON.stringify(value) ?? 'undefined'}.`)
  if (values) {
    const found = values.find((candidate) => candidate === value)
    if (found === undefined) throw refuse(`one of ${values.map((candidate) => JSON.stringify(candidate)).join(', ')}`)
    return found
  }
  if (typeof usual === 'boolean') {
    if (typeof value !== 'boolean') throw refuse('true or false')
    return value
  }
  if (typeof usual === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) throw refuse('a number')
    return value
  }
  if (typeof value !== 'string') throw refuse('a text')
  if (form !== undefined && !new RegExp(`^(?:${form})$`).test(value)) throw refuse(`a text of the form ${form}`)
  if (isDuration(usual) && !isDuration(value)) throw refuse(`a duration such as ${usual}`)
  return value
}

/** The setting of that name. Throws `setting.unknown` with the nearest name. */
export function findSetting(known: Readonly<Record<string, Setting>>, name: string): Setting {
  const setting = Object.hasOwn(known, name) ? known[name] : undefined
  if (!setting)
    throw new WorldError('setting.unknown', `There is no setting "${name.slice(0, 80)}".${didYouMean(name, Object.keys(known))}`)
  return setting
}

function isDuration(text: string): boolean {
  try {
    parseDuration(text)
    return true
  } catch {
    return false
  }
}
