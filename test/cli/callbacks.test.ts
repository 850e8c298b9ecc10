import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedDocument, serveDocument } from '../documents/serve-document.ts'
import { runCli } from './run-cli.ts'

const event = { type: 'object', required: ['orderId'], properties: { orderId: { type: 'string' } } }
const webhooks = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  webhooks: {
    newOrder: {
      post: { requestBody: { content: { 'application/json': { schema: event } } }, responses: { 204: { description: 'Heard' } } },
    },
  },
}

const heard: string[] = []
const client = createServer((request, response) => {
  request.on('data', (part) => heard.push(String(part)))
  request.on('end', () => response.writeHead(request.url === '/broken' ? 500 : 204).end())
})
let hook = ''
let served: ServedDocument
beforeAll(async () => {
  await new Promise<void>((ready) => client.listen(0, '127.0.0.1', ready))
  hook = `http://127.0.0.1:${(client.address() as AddressInfo).port}`
  served = await serveDocument(webhooks)
})
afterAll(async () => {
  client.close()
  await served.close()
})

const cli = (...words: string[]) => runCli(...words, '--url', served.sandbox.url)

test('callback list shows what the document declares', async () => {
  const { code, out } = await cli('callback', 'list')
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^shop\.newOrder +webhook +POST +the address that you name/) })
})

test.each([
  ['callback send', ['callback', 'send', 'shop.newOrder']],
  ['delivery trigger', ['delivery', 'trigger', 'shop.newOrder']],
  ['trigger', ['trigger', 'shop.newOrder']],
])('%s sends a webhook', async (_name, words) => {
  heard.length = 0
  const { code, out } = await cli(...words, '--to', `${hook}/new`, '--set', 'orderId=o-9')
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^CB\d{8} +shop\.newOrder +POST http:\S+\/new +204/) })
  expect(heard).toEqual(['{"orderId":"o-9"}'])
})

test.each([
  ['an answer that is an error', ['shop.newOrder', '--to', '/broken'], 1, ''],
  ['a name that no document has', ['shop.newOder', '--to', '/new'], 2, 'Did you mean "shop.newOrder"?'],
])('%s ends with %j, exit code %d', async (_what, [name = '', to = '', path = ''], code, said) => {
  const ran = await cli('callback', 'send', name, to, `${hook}${path}`)
  expect(ran.code).toBe(code)
  expect(ran.err).toContain(said)
})
