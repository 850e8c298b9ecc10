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
  ['site-x', 'ecs'],
  ['site-l', 'flexus-l'],
  ['site-portal', 'portal'],
  ['nat-public', 'nat'],
  ['dedicated-cloud', 'dedicated-cloud'],
] as const)('its resource %s can carry a filing, as %s (S-19, S-20, S-73)', async ([name, resourceType]) => {
  await begin({ resourceType })
  const request = { path: { filingId: 'filing-1' }, body: { resourceId: resource(name) } }
  expect(await sandbox.call('console.CheckFilingProduct', request)).toMatchObject({ status: 200 })
})

test.for([
  ['site-short', 'ecs'],
  ['site-gone', 'ecs'],
  ['nat-private', 'nat'],
] as const)('its resource %s cannot carry a filing, as %s (S-19, S-20, S-73)', async ([name, resourceType]) => {
  await begin({ resourceType })
  const request = { path: { filingId: 'filing-1' }, body: { resourceId: resource(name) } }
  expect(await sandbox.call('console.CheckFilingProduct', request)).toMatchObject({ status: 409, body: { code: 'server-unfit' } })
})

test.for([
  ['chengming-tech.cn', { status: 'handed-on' }],
  ['chengming-live.cn', { status: 'refused', refusal: 'resolution-on' }],
  ['chengming-new.cn', { status: 'refused', refusal: 'domain-unverified' }],
  ['chengming-old.cn', { status: 'refused', refusal: 'domain-mismatch' }],
  ['chengming-soon.cn', { status: 'refused', refusal: 'domain-expiring' }],
  ['chengming.net', { status: 'handed-on' }],
] as const)('after the first review the filing of its domain %s is %j (S-23, S-72, S-74)', async ([siteName, filing]) => {
  await begin({ siteName })
  const path = { filingId: 'filing-1' }
  await click(sandbox, 'CheckFilingProduct', { path, body: { resourceId: resource('site-x') } })
  await click(sandbox, 'SubmitFiling', { path })
  await sandbox.clock.advance('4d')
  expect(sandbox.world.filings.get('filing-1')).toMatchObject(filing)
})

test.for([
  [{ siteName: 'chengming.org' }, 409, 'claim-needed'],
  [{ siteName: 'chengming-archive.cn' }, 409, 'claim-needed'],
  [{ customer: 'jiangcheng_edu' }, 409, 'filing-in-progress'],
  [{ customer: 'changan_logistics' }, 409, 'one-organiser'],
  [{ customer: 'newcomer_2025' }, 409, 'account-unverified'],
  [{ customer: 'haiyan_media' }, 403, 'role-missing'],
  [{ resourceType: 'exclusive' }, 409, 'not-exclusive'],
] as const)('a filing of %o is refused: %i %s', async ([more, status, code]) => {
  expect(await begin(more)).toMatchObject({ status, body: { code } })
})

test('a filing of ronghe_cloud begins for exclusive resources', async () => {
  expect(await begin({ customer: 'ronghe_cloud', resourceType: 'exclusive' })).toMatchObject({ status: 200 })
})

test.for([
  ['8C41E07A5B92D36F', undefined],
  ['1D9F62B83A07C54E', 'code-invalid'],
] as const)('its code %s: %s', async ([code, refusal]) => {
  await begin({ customer: 'jinli_catering', resourceType: 'code' })
  const answer = await sandbox.call('console.CheckFilingProduct', { path: { filingId: 'filing-1' }, body: { code } })
  expect(answer.body.code).toBe(refusal)
})
