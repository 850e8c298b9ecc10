import { get } from 'node:https'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type RuleInput, type Sandbox, startSandbox } from '../../src/index.ts'
import { openRaw, rawRequest } from '../helpers/raw-http.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
afterEach(() => sandbox.reset())

/** All bytes that come back for one order query, until the connection ends; `reset` where it was reset. */
async function bytesOf(until: (text: string) => boolean = () => false): Promise<string> {
  const { socket, end } = await openRaw(sandbox.url)
  return new Promise((resolve) => {
    let text = ''
    socket.on('data', (data) => {
      text += data.toString('latin1')
      if (until(text)) {
        resolve(text)
        end()
      }
    })
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNRESET' ? 'reset' : String(error)))
    socket.on('close', () => resolve(text))
    const token = sandbox.credentials.buyer?.token as string
    socket.write(rawRequest({ target: '/v2/orders/customer-orders?limit=1', headers: { 'X-Auth-Token': token } }))
  })
}

test.each<[RuleInput['cut'], RegExp]>([
  ['reset', /^reset$/],
  ['empty', /^$/],
  ['half', /^HTTP\/1\.1 200 OK\r\n[\s\S]*Content-Length: (\d+)\r\n[\s\S]*\r\n\r\n\{"total_count"/],
  ['chunk', /^HTTP\/1\.1 200 \r\n[\s\S]*Transfer-Encoding: chunked\r\n\r\n[0-9a-f]+\r\n[\s\S]*\r\nnot a size\r\n$/],
  ['garbage', /^\S*[\s\S]{0,9} this is not HTTP/],
])('%s, as a raw socket sees it; the next connection is well', async (cut, bytes) => {
  sandbox.faults.add({ on: 'bss.*', times: 1, ...(cut ? { cut } : {}) })
  const text = await bytesOf()
  expect(text).toMatch(bytes)
  if (cut === 'half') {
    const [head = '', body = ''] = text.split('\r\n\r\n')
    expect(body.length).toBe(Number(/Content-Length: (\d+)/.exec(head)?.[1]) >> 1)
    expect(head).toContain('X-Sandbox-Fault: F1 cut')
  }
  expect(await bytesOf((seen) => seen.endsWith('}'))).toMatch(/^HTTP\/1\.1 200 OK/)
})

test.each(['reset', 'half'] as const)('%s over TLS; the next call is well', async (cut) => {
  const errors: unknown[] = []
  await using one = await startSandbox({ tls: true, onError: (error) => errors.push(error) })
  one.faults.add({ on: '*', cut, times: 1 })
  const ask = () =>
    new Promise<number | string | undefined>((resolve) => {
      const headers = { 'X-Auth-Token': one.credentials.buyer?.token as string }
      const request = get(`${one.url}/v2/orders/customer-orders`, { ca: one.certificate, agent: false, headers }, (answer) => {
        answer.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
        answer.on('end', () => resolve(answer.statusCode))
        answer.resume()
      })
      request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code))
    })
  expect([await ask(), await ask()]).toEqual(['ECONNRESET', 200])
  expect(errors).toEqual([])
})

test('a body that drips comes whole', async () => {
  sandbox.faults.add({ on: 'bss.*', times: 1, drip: '20kB/s' })
  const slow = await bytesOf((text) => isWhole(text))
  const plain = await bytesOf((text) => isWhole(text))
  expect(slow.split('\r\n\r\n')[1]).toBe(plain.split('\r\n\r\n')[1])
})

test('a delay ends when the client goes, and when the sandbox stops', async () => {
  const one = await startSandbox()
  one.faults.add({ on: '*', delay: '1h' })
  const patience = new AbortController()
  one.journal.listen(() => patience.abort())
  const headers = { 'X-Auth-Token': one.credentials.buyer?.token as string }
  await expect(fetch(`${one.url}/v2/orders/customer-orders`, { headers, signal: patience.signal })).rejects.toThrow()
  const waiting = fetch(`${one.url}/v2/orders/customer-orders`, { headers }).catch(() => 'cut')
  await new Promise<void>((resolve) => one.journal.listen(() => resolve()))
  await one.close()
  expect(await waiting).toBe('cut')
})

/** Whether an answer has come to its end. */
function isWhole(text: string): boolean {
  const [head = '', body] = text.split('\r\n\r\n')
  return body !== undefined && body.length >= Number(/Content-Length: (\d+)/.exec(head)?.[1] ?? Number.POSITIVE_INFINITY)
}
