import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { click } from '../click.ts'
import { SITE } from '../requests/filing-requests.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ world: 'filing' })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const begin = (more: object) => sandbox.call('console.CheckFilingType', { body: { ...SITE, siteName: 'chengming-tech.cn', ...more } })
const resource = (name: string) => [...sandbox.world.resources.all()].find((one) => one.name === name)!.id

test.for([
  ['site-x', 'ecs', undefined],
  ['site-short', 'ecs', 'server-unfit'],
  ['site-gone', 'ecs', 'server-unfit'],
  ['site-l', 'flexus-l', undefined],
  ['site-portal', 'portal', undefined],
  ['nat-public', 'nat', undefined],
  ['nat-private', 'nat', 'server-unfit'],
  ['dedicated-cloud', 'dedicated-cloud', undefined],
] as const)('its %s as %s: %s (S-19, S-20, S-73)', async ([name, resourceType, code]) => {
  await begin({ resourceType })
  const body = { resourceId: resource(name) }
  expect((await sandbox.call('console.CheckFilingProduct', { path: { filingId: 'filing-1' }, body })).body.code).toBe(code)
})

test.for([
  ['chengming-tech.cn', 'handed-on', undefined],
  ['chengming-live.cn', 'refused', 'resolution-on'],
  ['chengming-new.cn', 'refused', 'domain-unverified'],
  ['chengming-old.cn', 'refused', 'domain-mismatch'],
  ['chengming-soon.cn', 'refused', 'domain-expiring'],
  ['chengming.net', 'handed-on', undefined],
] as const)('its domain %s is %s after the first review: %s (S-23, S-72, S-74)', async ([siteName, status, reason]) => {
  await begin({ siteName })
  const path = { filingId: 'filing-1' }
  await click(sandbox, 'CheckFilingProduct', { path, body: { resourceId: resource('site-x') } })
  await click(sandbox, 'SubmitFiling', { path })
  await sandbox.clock.advance('4d')
  expect(sandbox.world.filings.get('filing-1')).toMatchObject({ status, ...(reason ? { refusal: reason } : {}) })
})

test.for([
  [{ siteName: 'chengming.org' }, 'claim-needed'],
  [{ siteName: 'chengming-archive.cn' }, 'claim-needed'],
  [{ customer: 'jiangcheng_edu' }, 'filing-in-progress'],
  [{ customer: 'changan_logistics' }, 'one-organiser'],
  [{ customer: 'newcomer_2025' }, 'account-unverified'],
  [{ customer: 'haiyan_media' }, 'role-missing'],
  [{ customer: 'ronghe_cloud', resourceType: 'exclusive' }, undefined],
  [{ resourceType: 'exclusive' }, 'not-exclusive'],
] as const)('%o begins with: %s', async ([more, code]) => {
  expect((await begin(more)).body.code).toBe(code)
})

test.for([
  ['8C41E07A5B92D36F', undefined],
  ['1D9F62B83A07C54E', 'code-invalid'],
] as const)('its code %s: %s', async ([code, refusal]) => {
  await begin({ customer: 'jinli_catering', resourceType: 'code' })
  const answer = await sandbox.call('console.CheckFilingProduct', { path: { filingId: 'filing-1' }, body: { code } })
  expect(answer.body.code).toBe(refusal)
})
