import { X509Certificate } from 'node:crypto'
import { connect as connectPlain } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { rawHttp } from '../helpers/raw-http.ts'

/** One request over TLS; `ca` is all that the client trusts. */
function ask(url: string, ca: string, request: string, servername = 'localhost'): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({ port: Number(new URL(url).port), host: '127.0.0.1', ca, servername })
    let text = ''
    socket.on('data', (data) => {
      text += data
    })
    socket.once('end', () => resolve(text))
    socket.once('error', reject)
    socket.write(request)
  })
}

const head = (method: string, path: string, more = '') =>
  `${method} ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${more}\r\n`

test('a client that trusts the certificate is answered over HTTPS, by every name that is certified and no other', {
  timeout: 60_000,
}, async () => {
  const sandbox = await startSandbox({ tls: true, ownHosts: ['koosandbox', 'gateway.example'] })
  const certificate = sandbox.certificate as string
  expect(sandbox.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/)
  const { buyer } = sandbox.credentials
  const list = head('GET', '/v2/orders/customer-orders?limit=1', `X-Auth-Token: ${buyer?.token}\r\n`)
  for (const name of ['localhost', 'koosandbox', 'gateway.example'])
    expect(await ask(sandbox.url, certificate, list, name)).toContain('HTTP/1.1 200 OK')
  await expect(ask(sandbox.url, certificate, list, 'bss.myhuaweicloud.com')).rejects.toThrow(/altnames/)
  const other = await startSandbox({ tls: true })
  await expect(ask(sandbox.url, other.certificate as string, list)).rejects.toThrow(/self-signed certificate/)
  await other.close()
  await sandbox.close()
})

test('the certificate is no authority, holds for a year and names loopback', async () => {
  const sandbox = await startSandbox({ tls: true })
  const certificate = new X509Certificate(sandbox.certificate as string)
  await sandbox.close()
  expect([certificate.ca, certificate.subjectAltName]).toEqual([false, 'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1'])
  const days = (Date.parse(certificate.validTo) - Date.now()) / 86_400_000
  expect(days).toBeGreaterThan(364)
  expect(days).toBeLessThan(366)
  expect(certificate.verify(certificate.publicKey)).toBe(true)
})

test('addresses in answers lead back over HTTPS', async () => {
  const sandbox = await startSandbox({ tls: true })
  const answer = await ask(
    sandbox.url,
    sandbox.certificate as string,
    head('GET', '/v3/regions', `X-Auth-Token: ${sandbox.credentials.buyer?.token}\r\n`),
  )
  await sandbox.close()
  expect(answer).toContain('"self":"https://localhost/v3/regions"')
})

test.each(['GET', 'POST', 'DELETE', 'OPTIONS'])('%s over plain HTTP is told which address to use', async (method) => {
  const sandbox = await startSandbox({ tls: true })
  const plain = sandbox.url.replace('https:', 'http:')
  const { status, headers, body } = await rawHttp(plain, { method, target: '/v3/regions' })
  expect([status, headers['content-type']]).toEqual([400, 'text/plain; charset=utf-8'])
  expect(body).toBe(`This port speaks HTTPS, and this request came over plain HTTP. Use ${sandbox.url}.\n`)
  await sandbox.close()
})

test('closing ends connections that never greeted, and such as have no request', async () => {
  const sandbox = await startSandbox({ tls: true })
  const port = Number(new URL(sandbox.url).port)
  const silent = connectPlain(port, '127.0.0.1')
  const idle = connectTls({ port, host: '127.0.0.1', ca: sandbox.certificate as string, servername: 'localhost' })
  await Promise.all([
    new Promise((resolve) => silent.once('connect', resolve)),
    new Promise((resolve) => idle.once('secureConnect', resolve)),
  ])
  const gone = [silent, idle].map((socket) => new Promise((resolve) => socket.on('error', () => {}).once('close', resolve)))
  const before = Date.now()
  await sandbox.close()
  await Promise.all(gone)
  expect(Date.now() - before).toBeLessThan(5_000)
})

test('a connection that does not greet in time is ended', async () => {
  const sandbox = await startSandbox({ tls: true, requestTimeout: 100 })
  const silent = connectPlain(Number(new URL(sandbox.url).port), '127.0.0.1')
  await new Promise((resolve) => silent.on('error', () => {}).once('close', resolve))
  await sandbox.close()
})
