import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'

/** Requests that take no socket meet the same routes, guard and answers as those that do. */

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

const LIST = '/v2/orders/customer-orders'
const token = () => ({ 'X-Auth-Token': sandbox.credentials.buyer!.token })

// Node adds what belongs to the socket, and the machine's time to pages.
const seen = async (response: Response) => ({
  status: response.status,
  headers: Object.fromEntries(
    [...response.headers].filter(([name]) => !/^(connection|keep-alive|content-length|transfer-encoding|date)$/.test(name)),
  ),
  body: await response.text(),
})

describe('sandbox.fetch', () => {
  test.each<[string, string, () => RequestInit, number]>([
    ['a list', `${LIST}?limit=2`, () => ({ headers: token() }), 200],
    ['a documented error', `${LIST}/details/CS1`, () => ({ headers: token() }), 400],
    ['no credential', LIST, () => ({}), 401],
    ['an unknown path', '/nowhere', () => ({}), 404],
    ['a body', `${LIST}/cancel`, () => ({ method: 'PUT', headers: { ...token(), 'Content-Type': 'application/json' }, body: '{}' }), 400],
    ['HEAD', '/_sandbox/docs', () => ({ method: 'HEAD' }), 200],
    ['a page', '/_sandbox/docs', () => ({}), 200],
    ['the control API', '/_sandbox/clock', () => ({}), 200],
    ['a page of another site', '/_sandbox/clock', () => ({ method: 'POST', headers: { Origin: 'http://elsewhere.example' } }), 403],
  ])('answers %s with the bytes that a socket gets', async (_what, path, init, status) => {
    const direct = await seen(await sandbox.fetch(path, init()))
    expect(direct).toMatchObject({ status })
    expect(direct).toEqual(await seen(await fetch(sandbox.url + path, init())))
  })

  test('refuses a body beyond the limit of the operation', async () => {
    const response = await sandbox.fetch(`${LIST}/cancel`, { method: 'PUT', headers: token(), body: ' '.repeat(13 * 1024 * 1024) })
    expect(response.status).toBe(413)
  })

  test('follows facts as they come, until the reader cancels', async () => {
    const response = await sandbox.fetch('/_sandbox/events')
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    const order = await sandbox.buy('crm-basic-month', { pay: false })
    let text = ''
    while (!text.includes(order.id)) text += (await reader.read()).value
    expect(text).toContain('order.placed')
    await reader.cancel()
  })

  test('takes a Request, and refuses one for another host', async () => {
    expect((await sandbox.fetch(new Request(`${sandbox.url}${LIST}`, { headers: token() }))).status).toBe(200)
    expect((await sandbox.fetch(new Request('http://elsewhere.example/_sandbox/clock'))).status).toBe(403)
  })
})
