import { request } from 'node:http'
import { expect, test } from 'vitest'
import { openSandbox } from '../../src/index.ts'

/** A call with a `Host` of its own: one that is not plain goes through the framework. */
const ask = (url: string, method: string, path: string, host: string, body?: string) =>
  new Promise<object>((resolve, reject) => {
    const sent = request(url, { method, path, headers: { Host: host, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) } }, (answer) => {
      let text = ''
      answer.on('data', (part) => (text += part))
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }))
    }) // biome-ignore format: one call
    sent.once('error', reject)
    sent.end(body)
  })

test.each([
  ['GET', '/v2/orders/customer-orders'],
  ['HEAD', '/v2/orders/customer-orders'],
  ['GET', '/nowhere'],
  ['POST', '/v2/orders/suscriptions/resources/query', '{"limit":'],
  ['OPTIONS', '/v3/projects'],
])('%s %s answers alike by way of the framework and past it', async (method, path, body?: string) => {
  await using sandbox = await openSandbox({ port: 0, clock: 'frozen' })
  const { port } = new URL(sandbox.url)
  const plain = await ask(sandbox.url, method, path, `localhost:${port}`, body)
  expect(await ask(sandbox.url, method, path, `localhost.:${port}`, body)).toEqual(plain)
  expect(plain).toMatchObject({ status: expect.any(Number) })
})
