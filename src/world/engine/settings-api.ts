/** Possible types of a setting's value. */
export type SettingValue = string | number | boolean

/** One `x-settings` entry of a spec: a choice for you where the vendor's sources disagree or are silent. */
export interface Setting {
  readonly default: SettingValue
  /** If present, the only values allowed. */
  readonly values?: readonly SettingValue[]
  /** For text values: a regular expression that must match the whole value. */
  readonly form?: string
  readonly about: string
  readonly 'x-source'?: readonly string[]
  readonly 'x-evidence'?: string
}

/** A setting with its present value in one world. */
export interface SettingState extends Setting {
  readonly name: string
  readonly value: SettingValue
}
