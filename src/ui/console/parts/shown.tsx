import type { ComponentChildren } from 'preact'
import type { Refused } from '../api.ts'
import type { Loaded } from '../loaded.ts'
import { t } from '../texts/shared.ts'

/** Nothing to show: what that means, and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children && <div class="empty-about">{children}</div>}
    </div>
  )
}

/** What the sandbox refused, in its own words, and what would have been possible. */
export function Failure({ of: failure, retry }: { readonly of: Refused; readonly retry?: () => void }) {
  return (
    <div class="failure" role="alert">
      <p class="failure-title">{failure.away ? t('failure.away') : failure.message}</p>
      {failure.away && <p>{t('failure.away.hint')}</p>}
      {failure.documented.length > 0 && <p class="muted">{t('failure.possible', { names: failure.documented.slice(0, 20).join(', ') })}</p>}
      {failure.code !== undefined && <code class="muted">{failure.code}</code>}
      {retry && (
        <button type="button" onClick={retry}>
          {t('reload')}
        </button>
      )}
    </div>
  )
}

/** What was read, as soon as it is there; until then, that it is on its way; or why it cannot be read. */
export function Shown<T>({ of, children }: { readonly of: Loaded<T>; readonly children: (data: T) => ComponentChildren }) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.failure) return <Failure of={of.failure} retry={of.reload} />
  return (
    <p class="loading" role="status">
      {t('loading')}
    </p>
  )
}
