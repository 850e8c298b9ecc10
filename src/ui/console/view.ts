import { computed, effect, signal } from '@preact/signals'
import { language, languageTag } from './texts/language.ts'

export type Theme = 'auto' | 'light' | 'dark'
export type Zone = 'beijing' | 'utc' | 'local'

const kept = <T extends string>(key: string, values: readonly T[]): T | undefined =>
  values.find((value) => value === localStorage.getItem(key))

export const THEMES = ['auto', 'light', 'dark'] as const
export const ZONES = ['beijing', 'utc', 'local'] as const

export const theme = signal<Theme>(kept('koosandbox-theme', THEMES) ?? 'auto')
const chosenZone = signal<Zone | undefined>(kept('koosandbox-zone', ZONES))

/** Where the reader's clock hangs: until chosen, Beijing in Chinese, and UTC in English, as the control API writes times. */
export const zone = computed<Zone>(() => chosenZone.value ?? (language.value === 'zh' ? 'beijing' : 'utc'))

export function chooseTheme(next: Theme): void {
  localStorage.setItem('koosandbox-theme', next)
  theme.value = next
}

export function chooseZone(next: Zone): void {
  localStorage.setItem('koosandbox-zone', next)
  chosenZone.value = next
}

/** Keeps the page's own element in step with language and theme. */
export function startView(): void {
  effect(() => {
    document.documentElement.lang = languageTag.value
  })
  effect(() => {
    if (theme.value === 'auto') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme.value
  })
}
