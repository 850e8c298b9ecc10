import { useState } from 'preact/hooks'
import { t } from '../texts/shared.ts'

/** Puts a text on the clipboard. It is made when it is wanted. */
export function CopyButton({ text, label }: { readonly text: () => string; readonly label?: string }) {
  const [done, say] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text())
    say(true)
    setTimeout(() => say(false), 1500)
  }
  return (
    <button type="button" class="copy" onClick={copy} aria-live="polite">
      {done ? t('copied') : (label ?? t('copy'))}
    </button>
  )
}
