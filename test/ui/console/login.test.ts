import { expect, test } from 'vitest'
import { startSandbox } from '../../../src/index.ts'
import { startIdentityProvider } from '../../access/identity-provider.ts'
import { noChromium, openContext } from './browser.ts'

test.skipIf(noChromium)('a person logs in from the page that was asked for, and out again', { timeout: 60_000 }, async () => {
  const provider = await startIdentityProvider('console')
  provider.next = { claims: { preferred_username: 'ada', groups: ['everybody'] } }
  await using sandbox = await startSandbox({ oidc: { issuer: provider.issuer, client: 'console', roles: { everybody: 'reader' } } })
  await using context = await openContext({ locale: 'en' })
  const page = await context.newPage()
  await page.goto(`${sandbox.url}/_sandbox/ui/orders`)
  await page.getByRole('link', { name: 'Log in instead' }).click()
  // The provider asks nothing; the browser comes back by itself.
  await page.getByRole('button', { name: 'Log out' }).waitFor()
  await page.getByText('Live', { exact: true }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/_sandbox/ui/orders')
  const [session] = (await context.cookies()).filter(({ name }) => name === 'koosandbox-session')
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/_sandbox' })
  expect(await page.evaluate('document.cookie')).toBe('')

  await page.getByRole('button', { name: 'Log out' }).click()
  await page.waitForURL(`${provider.issuer}/leave?**`)
  await page.goto(`${sandbox.url}/_sandbox/ui/orders`)
  await page.getByRole('textbox', { name: 'Control token' }).waitFor()
  provider.close()
})
