import { useState } from 'preact/hooks'
import { loginAt, noteLogin, showToken, tokenWanted } from '../api.ts'
import { move } from '../live.ts'
import { Dialog } from '../parts/dialog.tsx'
import { t } from '../texts/shared.ts'

/** Asks for the control token of a guarded sandbox. */
export function TokenDialog() {
  const [text, write] = useState('')
  const wrong = tokenWanted.value === 'wrong'
  const enter = (event: Event) => {
    event.preventDefault()
    showToken(text.trim())
    move()
  }
  return (
    <Dialog title={t('token.title')} onClose={() => {}}>
      <form onSubmit={enter}>
        <p id="token-about">{t('token.about')}</p>
        {wrong && (
          <p class="bad-text" role="alert">
            {t('token.wrong')}
          </p>
        )}
        <input
          type="password"
          autocomplete="off"
          required
          aria-label={t('token.title')}
          aria-describedby="token-about"
          value={text}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <div class="buttons">
          {loginAt.value !== undefined && (
            <a href={loginAt.value} onClick={noteLogin}>
              {t('token.login')}
            </a>
          )}
          <button type="submit" class="primary">
            {t('token.enter')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
