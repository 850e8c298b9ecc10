import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../../src/index.ts'
import { buy, click } from '../../console/requests/console-requests.ts'

const API = 'OFFI461867333479178262'

/** The seller's backend: answers what it got, by path otherwise. */
const got: { method?: string; url?: string; headers: IncomingMessage['headers']; body: string }[] = []
const backend = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8').on('data', (text) => {
    body += text
  })
  request.on('end', () => {
    const { method, url, headers } = request
    got.push({ ...(method ? { method } : {}), ...(url ? { url } : {}), headers, body })
    if (url?.includes('/late')) return
    if (url?.includes('/broken')) response.writeHead(500, { 'Content-Type': 'text/plain' }).end('打不开')
    else
      response
        .writeHead(200, { 'Content-Type': 'application/json', 'X-Of-The-Seller': 'yes' })
        .end(JSON.stringify({ result: 'ok', name: '星海' }))
  })
})

let sandbox: Sandbox
let url: string
beforeAll(async () => {
  await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve))
  url = `http://localhost:${(backend.address() as AddressInfo).port}/v1`
  sandbox = await startSandbox()
})
afterAll(async () => {
  await sandbox.close()
  backend.closeAllConnections()
  backend.close()
})
beforeEach(() => {
  got.length = 0
  return sandbox.reset()
})

interface Bought {
  id: string
  api: { application: string; address: string; appCodes: string[]; used: string }
}

const bought = async (product = 'id-check-call'): Promise<Bought> => {
  const order = await buy(sandbox, product, {}, true)
  const shown = (await click(sandbox, 'ShowOrder', { path: { orderId: order.id } })) as unknown as { order: { resources: Bought[] } }
  return shown.order.resources[0]!
}
const setBackend = (body: object) => click(sandbox, 'SetApiBackend', { path: { productId: API }, body })
const ask = async (address: string, code?: string, init: RequestInit = {}) => {
  const headers = { ...(init.headers as Record<string, string>), ...(code === undefined ? {} : { 'X-Apig-AppCode': code }) }
  const answer = await fetch(`${sandbox.url}${address}`, { ...init, headers })
  const body = await answer.text()
  return { status: answer.status, headers: answer.headers, body, json: () => JSON.parse(body) }
}
const usage = async () =>
  ((await click(sandbox, 'ListUsageRecords', { path: { seller: 'xinghai_soft' } })) as unknown as { records: Record<string, string>[] })
    .records
const last = () => sandbox.journal.entries().at(-1)!

describe('what the buyer of an API product gets (S-28)', () => {
  test('an AppCode of its own, an address and the usage; another AppCode on demand', async () => {
    const { id, api } = await bought()
    expect(api).toEqual({
      application: 'MARKETPLACE_APP',
      address: `/_sandbox/gateway/${API}`,
      appCodes: [expect.stringMatching(/^[0-9a-f]{32}$/)],
      used: '0',
    })
    const other = await bought()
    expect(other.api.appCodes[0]).not.toBe(api.appCodes[0])
    const added = (await click(sandbox, 'AddAppCode', { path: { resourceId: id } })) as unknown as { appCode: string; resource: Bought }
    expect(added.resource.api.appCodes.toSorted()).toEqual([api.appCodes[0], added.appCode].toSorted())
    for (const code of added.resource.api.appCodes) expect((await ask(`${api.address}/company`, code)).status).toBe(200)
    expect(sandbox.world.resources.get(id)!.instance!.frontEndUrl).toBeUndefined()
  })

  test('its AppCode is masked in the journal', async () => {
    const { api } = await bought()
    await ask(`${api.address}/company`, api.appCodes[0])
    expect(JSON.stringify(last())).not.toContain(api.appCodes[0])
    expect(last().caller).toMatchObject({ account: 'chengming_tech', via: 'appcode' })
  })
})

describe('a call of an API product (S-28)', () => {
  test('goes to the backend of its seller with path, query, headers and body, and its answer comes back', async () => {
    const { api } = await bought()
    await setBackend({ url })
    const answer = await ask(`${api.address}/company/query?name=%E6%98%9F`, api.appCodes[0], {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Own': 'kept' },
      body: '{"no":"91440300"}',
    })
    expect([answer.status, answer.json()]).toEqual([200, { result: 'ok', name: '星海' }])
    expect(answer.headers.get('x-of-the-seller')).toBe('yes')
    expect(got).toHaveLength(1)
    expect(got[0]).toMatchObject({ method: 'POST', url: '/v1/company/query?name=%E6%98%9F', body: '{"no":"91440300"}' })
    expect(got[0]!.headers).toMatchObject({ 'content-type': 'application/json', 'x-own': 'kept' })
    expect(got[0]!.headers['x-apig-appcode']).toBeUndefined()
    expect(last()).toMatchObject({ operation: 'gateway.CallApi', origin: 'behaviour' })
  })

  test('is answered by an example while its seller has no backend, and the journal says so', async () => {
    const { api } = await bought()
    const answer = await ask(`${api.address}/company`, api.appCodes[0])
    expect([answer.status, answer.json()]).toEqual([200, expect.objectContaining({ product_id: API, path: '/company', method: 'GET' })])
    expect(last()).toMatchObject({ origin: 'example', findings: [{ code: 'gateway.backend.absent' }] })
  })

  test.each<[string, string | undefined]>([
    ['no AppCode', undefined],
    ['a wrong AppCode', 'f'.repeat(32)],
    ['a key of the seller that is none', 'xinghai-basic'],
  ])('is refused with APIGW.0303 for %s, and not counted', async (_what, code) => {
    const { api } = await bought()
    await setBackend({ url })
    const answer = await ask(`${api.address}/company`, code)
    expect([answer.status, answer.json().error_code]).toEqual([401, 'APIGW.0303'])
    expect([got.length, (await usage()).length]).toEqual([0, 0])
  })

  test('with the AppCode of another product is refused, not counted', async () => {
    const { api } = await bought()
    sandbox.world.products.put({ ...sandbox.world.products.get(API)!, id: 'OFFI1', skuCode: 'other' })
    const answer = await ask('/_sandbox/gateway/OFFI1/company', api.appCodes[0])
    expect([answer.status, answer.json().error_code]).toEqual([403, 'APIGW.0304'])
    expect(await usage()).toEqual([])
  })

  test.each<[string, string, RequestInit, number]>([
    ['another method', `/_sandbox/gateway/${API}/x`, { method: 'DELETE' }, 404],
    ['a product that is no API', '/_sandbox/gateway/OFFI461867333479178240/x', {}, 404],
    ['a product that is not there', '/_sandbox/gateway/OFFI1/x', {}, 404],
  ])('of %s is APIGW.0101', async (_what, address, init, status) => {
    const { api } = await bought()
    const answer = await ask(address, api.appCodes[0], init)
    expect([answer.status, answer.json().error_code]).toEqual([status, 'APIGW.0101'])
  })

  test('can be forced to fail as the gateway documents it', async () => {
    const { api } = await bought()
    const answer = await ask(api.address, api.appCodes[0], { headers: { 'X-Sandbox-Error': 'APIGW.0308' } })
    expect([answer.status, answer.json().error_code]).toEqual([429, 'APIGW.0308'])
  })
})

describe('usage of an API product', () => {
  test('counts each call once it is forwarded, whatever its result, and is billed by use', async () => {
    const { id, api } = await bought()
    await setBackend({ url, timeout: 80 })
    const balance = () => sandbox.world.accounts.get(sandbox.world.resources.get(id)!.customerId)!.balance
    const before = balance()
    const [broken, late] = [await ask(`${api.address}/broken`, api.appCodes[0]), await ask(`${api.address}/late`, api.appCodes[0])]
    expect([broken.status, broken.body]).toEqual([500, '打不开'])
    expect([late.status, late.json().error_code]).toEqual([504, 'APIGW.0201'])
    await setBackend({ url: 'http://localhost:1' })
    const gone = await ask(api.address, api.appCodes[0])
    expect([gone.status, gone.json().error_code]).toEqual([502, 'APIGW.0201'])
    expect((await usage()).map(({ status, value }) => [status, value])).toEqual([1, 2, 3].map(() => ['accepted', '1']))
    await sandbox.clock.advance('P2D')
    expect((await usage()).map(({ charged }) => charged)).toEqual(['0.20', '0.20', '0.20'])
    expect(before - balance()).toBe(60)
  })

  test('is paid by packages first', async () => {
    const { api } = await bought()
    const pack = await bought('id-check')
    for (const code of [api.appCodes[0], pack.api.appCodes[0]]) expect((await ask(api.address, code)).status).toBe(200)
    await sandbox.clock.advance('P2D')
    expect((await usage()).map(({ deducted, charged }) => [deducted, charged])).toEqual([
      ['1', '0.00'],
      ['1', '0.00'],
    ])
    expect(sandbox.world.resources.get(pack.id)!.packageUsed).toBe(2)
  })

  test('of a package alone is deducted at once and ends with it', async () => {
    const { id, api } = await bought('id-check')
    expect(api.address).toBe(`/_sandbox/gateway/${API}`)
    sandbox.world.resources.change(id, { packageUsed: 999, packageSince: sandbox.clock.now() })
    expect((await ask(api.address, api.appCodes[0])).status).toBe(200)
    const answer = await ask(api.address, api.appCodes[0])
    expect([answer.status, answer.json().error_code]).toEqual([403, 'APIGW.0306'])
    expect((await usage()).map(({ status, deducted }) => [status, deducted])).toEqual([['billed', '1']])
  })

  test('ends with the resource', async () => {
    const { id, api } = await bought()
    sandbox.world.transition('resources', id, 'freeze', { frozenFor: 'arrears' })
    const answer = await ask(api.address, api.appCodes[0])
    expect([answer.status, answer.json().error_code]).toEqual([403, 'APIGW.0304'])
  })
})

test('a seller tries its own API with its own AppCode, and nobody pays', async () => {
  await setBackend({ url })
  expect((await ask(`/_sandbox/gateway/${API}/company`, sandbox.credentials.seller!.appcode)).status).toBe(200)
  expect([got.length, (await usage()).length]).toEqual([1, 0])
})
