import { CopyButton } from '../../parts/copy-button.tsx'
import { t } from './texts.ts'

/** Commands, in the order in which people need them. */
const COMMANDS = [
  ['record', 'npx koosandbox contract record --consumer my-app --out pacts/my-app.json'],
  ['consumer', 'npx koosandbox contract verify consumer pacts/my-app.json --coverage coverage.json'],
  ['seller', 'npx koosandbox contract verify seller --url http://127.0.0.1:8080/isv --key my-key'],
  ['states', 'npx koosandbox contract states'],
  ['report', 'npx koosandbox coverage report coverage.json --brief'],
  ['least', 'npx koosandbox coverage report coverage.json --min errors=50'],
] as const

/** How contracts are run: from the shell, since the Pact libraries belong to the app's own tests. */
export function Contracts() {
  return (
    <section class="card" aria-label={t('tab.contracts')}>
      <div class="card-body form">
        <p>{t('contracts.about')}</p>
        {COMMANDS.map(([name, command]) => (
          <div key={name}>
            <h3>{t(`command.${name}`)}</h3>
            <div class="command">
              <pre class="code">{command}</pre>
              <CopyButton text={() => command} />
            </div>
          </div>
        ))}
      </div>
    </section>
  )
}
