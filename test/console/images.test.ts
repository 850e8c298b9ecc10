import { describe, expect } from 'vitest'
import { auditedTest as test } from '../helpers/audited.ts'
import { buy, click } from './click.ts'
import { seller } from './desk.ts'
import { sellersServer, stoppedServer } from './requests/image-requests.ts'
import { asked, credential, debugged, decide, IMAGE } from './requests/seller-requests.ts'

const own = (body?: unknown) => ({ path: { seller }, ...(body === undefined ? {} : { body }) })
type Image = { id: string; status: string; derived: boolean; serverId?: string; regionCode: string }
const SAAS = { kind: 'saas', name: '星海工单', spec: '标准版', charging: 'period', period: 'month', price: '99.00', joint: true }

describe('a private image is a thing of the world (S-34)', () => {
  test('made from a stopped server, published once, free again when the request is refused', async ({ sandbox }) => {
    const server = await stoppedServer(sandbox)
    const image = (await click(sandbox, 'CreateImage', own({ name: '星海镜像', server })))['image'] as unknown as Image
    expect(image).toMatchObject({ status: 'active', serverId: server, derived: false })
    const publish = () => sandbox.call('console.PublishProduct', own({ ...IMAGE, image: { id: image.id } }))
    const first = await publish()
    expect(first.status).toBe(200)
    expect((await publish()).body).toMatchObject({ code: 'image-refused', detail: expect.stringContaining('published') })

    await decide(sandbox, first.body.request.id, false, '镜像有病毒')
    const { request } = (await publish()).body
    await decide(sandbox, request.id, true)
    const { images } = (await click(sandbox, 'ListImages', own())) as unknown as { images: Image[] }
    expect(images.find(({ id }) => id === image.id)).toMatchObject({ status: 'published' })
    expect((await publish()).body.code).toBe('image-refused')
  })

  test('of a server that runs an image of the marketplace it is derived', async ({ sandbox }) => {
    const server = await sellersServer(sandbox)
    await buy(sandbox, 'image-month', { customer: seller, server }, true)
    await click(sandbox, 'SwitchServer', { path: { resourceId: server }, body: { running: false } })
    const made = (await click(sandbox, 'CreateImage', own({ name: '二次制作', server })))['image'] as unknown as Image
    expect(made.derived).toBe(true)
    expect((await sandbox.call('console.PublishProduct', own({ ...IMAGE, image: { id: made.id } }))).body.code).toBe('image-refused')
  })

  test('a region that there is not is refused by name, with those that there are', async ({ sandbox }) => {
    const body = { ...IMAGE, image: { id: 'ims-hardened' }, regions: ['nowhere-9'] }
    const answer = await sandbox.call('console.PublishProduct', own(body))
    expect(answer.body).toMatchObject({
      code: 'unknown-region',
      detail: expect.stringContaining('nowhere-9'),
      documented: expect.arrayContaining(['cn-north-4']),
    })
    await asked(sandbox, 'PublishProduct', { ...body, regions: ['cn-north-4'] })
  })
})

test.for(['http://127.0.0.1:8080/saas', 'http://localhost/saas', 'https://192.168.1.9/saas', 'http://crm.xinghai.example.com/saas'])(
  'a credential for %s is no formal one, whatever its caller says (S-32)',
  async (productionAddress, { sandbox }) => {
    await debugged(sandbox, 'kit')
    await credential(sandbox, { productionAddress, test: false })
    const answer = await sandbox.call('console.PublishProduct', own(SAAS))
    expect(answer.body).toMatchObject({ code: 'credential-needed', detail: expect.stringContaining(productionAddress) })
  },
)

test('the agreement to an unsubscription is the seller’s record, not the caller’s word (S-33)', async ({ sandbox }) => {
  const { resources } = await buy(sandbox, 'crm-basic-month', {}, true)
  const path = { resourceId: resources[0]!.id }
  await sandbox.clock.advance('P6D')
  const unsubscribe = (body: object) => sandbox.call('console.UnsubscribeResource', { path, body })
  expect((await unsubscribe({})).body.code).toBe('not-returnable')
  expect((await unsubscribe({ negotiated: true })).body.code).toBe('bad-request')
  await click(sandbox, 'AgreeToUnsubscribe', { path, body: { reason: '客户业务调整' } })
  expect((await unsubscribe({})).status).toBe(200)
})
