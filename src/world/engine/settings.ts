import { didYouMean } from '../../language/did-you-mean.ts'
import { parseDuration } from './calendar.ts'
import type { Setting, SettingValue } from './settings-api.ts'
import { WorldError } from './world-error.ts'

/**
 * Checks a value and returns it.
 * @throws WorldError `setting.unknown`; `setting.illegal` when the value has another type than the default or is not allowed
 */
export function checkSetting(known: Readonly<Record<string, Setting>>, name: string, value: unknown): SettingValue {
  const { default: usual, values, form } = findSetting(known, name)
  const refuse = (expected: string) =>
    new WorldError('setting.illegal', `Setting "${name}" must be ${expected}, not ${JSON.stringify(value) ?? 'undefined'}.`)
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

/**
 * The setting of that name.
 * @throws WorldError `setting.unknown`, with the most similar name
 */
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
