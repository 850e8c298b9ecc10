import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

export interface Shortcut {
  /** One key, or two that follow each other: `g o`. */
  readonly keys: string
  readonly about: string
  readonly act: () => void
}

/** Every shortcut that works at present, in the order of the list that `?` shows. */
export const shortcuts = signal<readonly Shortcut[]>([])

/** Shortcuts that work as long as the component is shown. `about` is in the language of the page, so they are given at each rendering. */
export function useShortcuts(own: readonly Shortcut[]): void {
  useEffect(() => {
    shortcuts.value = [...shortcuts.peek(), ...own]
    return () => {
      shortcuts.value = shortcuts.peek().filter((one) => !own.includes(one))
    }
  }, [own.map(({ keys, about }) => `${keys} ${about}`).join('\n')])
}

const TYPING = /^(INPUT|TEXTAREA|SELECT)$/

/** Listens for keys, except where somebody types or a dialog is open. */
export function startShortcuts(): void {
  let first = ''
  document.addEventListener('keydown', (event) => {
    const { key, target } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (target instanceof HTMLElement && (TYPING.test(target.tagName) || target.isContentEditable || target.closest('dialog'))) return
    const found = shortcuts.peek().find(({ keys }) => keys === key || keys === `${first} ${key}`)
    first = found ? '' : key
    if (!found) return
    event.preventDefault()
    found.act()
  })
}
