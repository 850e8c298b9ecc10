import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const WANTED = {
  cert_brand: 'TRUSTASIA',
  cert_type: 'DV_SSL_CERT',
  domain_type: 'SINGLE_DOMAIN',
  effective_time: 1,
  domain_numbers: 1,
  order_number: 1,
  agree_privacy_protection: true,
  is_auto_pay: true,
}
const buy = async (more: object = {}): Promise<string> =>
  (await sandbox.call('scm.SubscribeCertificate', { body: { ...WANTED, ...more } })).body.cert[0].cert_id
const show = (certificate_id: string, headers: Record<string, string> = {}) =>
  sandbox.call('scm.ShowCertificate', { path: { certificate_id }, headers })
const list = async (query: Record<string, string | number> = {}) => (await sandbox.call('scm.ListCertificates', { query })).body
const tags = async (resource_id: string) => (await sandbox.call('scm.ListTagsByCertificate', { path: { resource_id } })).body.tags
const byTag = async (body: object) =>
  (await sandbox.call('scm.ListCertificatesByTag', { path: { resource_instances: 'resource_instances' }, body })).body

describe('a certificate is shown as it stands', () => {
  test('PAID once it is paid, with its order, months and domains', async () => {
    const id = await buy({ effective_time: 2, cert_type: 'OV_SSL_CERT', domain_type: 'MULTI_DOMAIN', domain_numbers: 3 })
    expect((await show(id)).body).toMatchObject({
      id,
      status: 'PAID',
      brand: 'TRUSTASIA',
      type: 'OV_SSL_CERT',
      domain_type: 'MULTI_DOMAIN',
      validity_period: 24,
      domain_count: 3,
      not_after: '',
    })
  })

  test.each([
    ['SINGLE_DOMAIN', { domain_numbers: 1 }, undefined, 0],
    ['MULTI_DOMAIN', { domain_numbers: 3 }, 'primary_single', 0],
    ['MULTI_DOMAIN', { domain_numbers: 3, primary_domain_type: 'SINGLE_DOMAIN', wildcard_domain_number: 2 }, 'primary_single', 2],
    ['MULTI_DOMAIN', { domain_numbers: 3, primary_domain_type: 'WILDCARD_DOMAIN', wildcard_domain_number: 1 }, 'primary_wildcard', 2],
  ])('%s bought with %j shows its main domain and its wildcards', async (domain_type, more, multi, wildcards) => {
    const { body } = await show(
      await buy({ cert_type: domain_type === 'MULTI_DOMAIN' ? 'OV_SSL_CERT' : 'DV_SSL_CERT', domain_type, ...more }),
    )
    expect([body.multi_domain_type, body.wildcard_count, body.domain_count]).toEqual([multi, wildcards, more.domain_numbers])
  })

  test.each<[string, () => Promise<string>, number]>([
    ['one that waits for its payment', () => buy({ is_auto_pay: false }), 404],
    ['one that nobody has', async () => 'scs0000000000000', 404],
  ])('%s is not found', async (_what, certificate, status) => {
    expect((await show(await certificate())).status).toBe(status)
  })

  test('unsubscribed, it is gone from both calls; withdrawn, it shows so', async () => {
    const [given, withdrawn] = [await buy(), await buy()]
    sandbox.clock.advance('10m')
    await sandbox.call('scm.UnsubscribeCertificate', { path: { cert_id: given } })
    await sandbox.call('scm.CancelCertificateRequest', { path: { certificate_id: withdrawn } })
    expect((await show(given)).status).toBe(404)
    expect((await list({ limit: 50 })).certificates.map(({ id }: { id: string }) => id)).not.toContain(given)
    expect((await show(withdrawn)).body.status).toBe('CANCELCHECKING')
  })

  test('one that was issued says until when, and has expired after that', async () => {
    const [issued] = (await list({ status: 'ISSUED' })).certificates
    expect(issued).toMatchObject({ deploy_support: true, expire_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.0$/) })
    expect((await show(issued.id)).body).toMatchObject({ status: 'ISSUED', push_support: 'ON', not_after: issued.expire_time })
  })
})

describe('the list', () => {
  test('pages, filters and sorts what the caller has', async () => {
    for (let n = 0; n < 12; n++) await buy()
    const all = await list({ limit: 50 })
    expect(all.certificates).toHaveLength(all.total_count)
    expect((await list()).certificates).toEqual(all.certificates.slice(0, 10))
    expect((await list({ offset: 10, limit: 10 })).certificates).toEqual(all.certificates.slice(10, 20))
    expect((await list({ sort_dir: 'ASC', limit: 50 })).certificates.at(-1).id).toBe(all.certificates[0].id)
    expect((await list({ status: 'PAID', limit: 50 })).total_count).toBe(all.total_count - 1)
    expect((await list({ deploy_support: 'true' })).total_count).toBe(1)
    expect((await list({ owned_by_self: 'true' })).total_count).toBe((await list({ owned_by_self: 'false' })).total_count)
  })

  test('a page of another size is refused', async () => {
    expect((await sandbox.call('scm.ListCertificates', { query: { limit: 7 } })).status).toBe(400)
  })
})

describe('tags', () => {
  test('a search shows the certificates behind them', async () => {
    const id = await buy({ effective_time: 2, tags: [{ key: 'team', value: 'shop' }] })
    const [found] = (await byTag({ tags: [{ key: 'team', values: ['shop'] }] })).resources
    expect(found).toMatchObject({
      resource_id: id,
      resource_detail: {
        cert_id: id,
        cert_name: found.resource_name,
        purchase_period: 2,
        order_status: 'PAID',
        expired_time: '',
        push_support: false,
        unsubscribe_support: true,
        enterprise_project_id: expect.any(String),
      },
    })
  })

  test('come with the purchase, one by one or several at once, and go again', async () => {
    const id = await buy({ tags: [{ key: 'team', value: 'shop' }] })
    const path = { resource_id: id }
    expect(await sandbox.call('scm.CreateCertificateTag', { path, body: { tag: { key: 'stage', value: 'prod' } } })).toMatchObject({
      status: 204,
    })
    const more = { action: 'create', tags: [{ key: 'team', value: 'web' }, { key: 'cost' }] }
    expect((await sandbox.call('scm.BatchCreateOrDeleteTags', { path, body: more })).status).toBe(204)
    expect(await tags(id)).toEqual([{ key: 'stage', value: 'prod' }, { key: 'team', value: 'web' }, { key: 'cost' }])
    expect((await sandbox.call('scm.ListAllTags')).body.tags).toEqual([
      { key: 'cost', values: [''] },
      { key: 'stage', values: ['prod'] },
      { key: 'team', values: ['web'] },
    ])
    const less = { action: 'delete', tags: [{ key: 'team', value: 'other' }, { key: 'cost' }] }
    await sandbox.call('scm.BatchCreateOrDeleteTags', { path, body: less })
    expect(await tags(id)).toEqual([
      { key: 'stage', value: 'prod' },
      { key: 'team', value: 'web' },
    ])
  })

  test.each<[string, object, string[]]>([
    [
      'all of several keys',
      {
        tags: [
          { key: 'a', values: ['1'] },
          { key: 'b', values: [] },
        ],
      },
      ['both'],
    ],
    [
      'any of them',
      {
        tags_any: [
          { key: 'a', values: ['2'] },
          { key: 'b', values: [] },
        ],
      },
      ['both', 'other'],
    ],
    [
      'none of them',
      {
        not_tags_any: [{ key: 'a', values: [] }],
        tags_any: [
          { key: 'b', values: [] },
          { key: 'a', values: [] },
        ],
      },
      [],
    ],
    ['one of the values', { tags: [{ key: 'a', values: ['2', '3'] }] }, ['other']],
  ])('certificates are found by %s', async (_what, body, names) => {
    const ids = new Map([
      [
        await buy({
          tags: [
            { key: 'a', value: '1' },
            { key: 'b', value: 'x' },
          ],
        }),
        'both',
      ],
      [await buy({ tags: [{ key: 'a', value: '2' }] }), 'other'],
    ])
    const { resources, total_count } = await byTag(body)
    expect(resources.map(({ resource_id }: { resource_id: string }) => ids.get(resource_id)).sort()).toEqual(names)
    expect(await byTag({ ...body, action: 'count' })).toEqual({ total_count })
  })

  test('without any tag is the rest', async () => {
    const tagged = await buy({ tags: [{ key: 'a', value: '1' }] })
    const { resources } = await byTag({ without_any_tag: true, limit: 50 })
    expect(resources.length).toBeGreaterThan(0)
    expect(resources.map(({ resource_id }: { resource_id: string }) => resource_id)).not.toContain(tagged)
  })
})

test.each([
  ['a type that the brand does not have', { cert_brand: 'VTRUS', cert_type: 'EV_SSL_CERT' }],
  ['domains that are not sold with it', { cert_brand: 'CFCA', cert_type: 'EV_SSL_CERT', domain_type: 'WILDCARD' }],
])('%s is refused by name; no other certificate stands in for it', async (_what, more) => {
  const before = sandbox.world.facts.count
  const answer = await sandbox.call('scm.SubscribeCertificate', { body: { ...WANTED, ...more } })
  expect([answer.status, answer.body.error_code]).toEqual([400, 'SCM.0016'])
  expect(sandbox.journal.entries().at(-1)!.findings[0]).toMatchObject({
    pointer: '/body/cert_type',
    got: expect.stringContaining(more.cert_brand),
  })
  expect(sandbox.world.facts.count).toBe(before)
})

test('another account’s certificate is not shown', async () => {
  const answer = await show('scs1764547200117', { 'X-Auth-Token': sandbox.credentials.seller!.token })
  expect(answer.status).toBe(403)
})
