import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { t } from '../texts/shared.ts'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}

/** A dialog above the page. It is open as long as it is on the page; Escape and its button close it. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const own = useRef<HTMLDialogElement>(null)
  const heading = useId()
  useEffect(() => {
    own.current?.showModal()
  }, [])
  return (
    <dialog ref={own} aria-labelledby={heading} onClose={onClose}>
      <header>
        <h2 id={heading}>{title}</h2>
        <button type="button" class="quiet" onClick={onClose} aria-label={t('close')}>
          ✕
        </button>
      </header>
      {children}
    </dialog>
  )
}
