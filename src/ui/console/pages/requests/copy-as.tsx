import { useState } from 'preact/hooks'
import type { Exchange } from '../../journal.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { CODE, type CodeName } from './as-code.ts'
import { t } from './texts.ts'

/** The call as a command, as code, and as a test that expects the same answer. */
export function CopyAs({ exchange }: { readonly exchange: Exchange }) {
  const [name, choose] = useState<CodeName>('curl')
  const code = CODE[name](exchange)
  return (
    <section class="card">
      <header>
        <select aria-label={t('tab.copy')} value={name} onChange={(event) => choose(event.currentTarget.value as CodeName)}>
          {(Object.keys(CODE) as CodeName[]).map((one) => (
            <option key={one} value={one}>
              {t(`as.${one}`)}
            </option>
          ))}
        </select>
        <div class="actions">
          <CopyButton text={() => code} />
        </div>
      </header>
      <div class="card-body">
        <pre class="code">{code}</pre>
        <p class="muted">{t(name === 'pact' ? 'copy.pact' : 'copy.about')}</p>
      </div>
    </section>
  )
}
