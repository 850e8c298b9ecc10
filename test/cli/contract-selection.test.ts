import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { documentWith, GOOD, type Loose } from '../contract/interactions.ts'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'contract selection '))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, ...interactions: Loose[]) => {
  writeFileSync(join(folder, name), JSON.stringify(documentWith(...interactions)))
  return join(folder, name)
}
const verify = (...words: string[]) => runCli('contract', 'verify', 'consumer', ...words, '--static-only')
const wrong = (change: Loose = {}) => {
  const one = GOOD['orders']?.()
  one.response.body.total_count = 'two'
  return { ...one, ...change }
}
const checksIn = (out: string) => (JSON.parse(out) as Report).groups.flatMap(({ checks }) => checks)

test('pending interactions alone end with 0 and a line that says so, or with 3 when asked for', async () => {
  const pact = {
    ...documentWith({ ...wrong(), type: 'Synchronous/HTTP', pending: true }),
    metadata: { pactSpecification: { version: '4.0' } },
  }
  const [one] = pact.interactions as Loose[]
  for (const side of [one.request, one.response]) {
    delete side.matchingRules
    if (side.body !== undefined) side.body = { content: side.body, contentType: 'application/json', encoded: false }
  }
  const file = join(folder, 'pending.json')
  writeFileSync(file, JSON.stringify(pact))
  const line = 'All 1 interactions are pending: they fail, but do not count yet.'
  expect(await verify(file)).toMatchObject({ code: 0, err: expect.stringContaining(line) })
  expect(await verify(file, '--strict')).toMatchObject({ code: 3, err: expect.stringContaining(line) })
})

test('interactions are chosen by a provider state', async () => {
  const states = [{ name: 'the buyer has orders' }]
  const file = write('states.json', wrong(), { ...GOOD['orders']?.(), description: 'another', providerStates: states })
  const { code, out } = await verify(file, '--json', '--filter-state', 'HAS orders')
  expect({ code, names: checksIn(out).map(({ name }) => name) }).toEqual({ code: 0, names: ['#1 another'] })
  const none = await verify(file, '--filter-state', 'the moon', '--filter', 'another')
  expect(none).toMatchObject({
    code: 1,
    err: expect.stringContaining('--filter "another" and --filter-state "the moon", so nothing was checked'),
  })
})

test('what failed the last time is verified alone, and everything again once it is mended', async () => {
  const file = write('failing.json', GOOD['pay']?.(), wrong())
  const kept = ['--last-failed', join(folder, 'kept', 'failed.json')]
  expect(await verify(file, ...kept)).toMatchObject({ code: 1, err: expect.stringContaining('has no failures, so everything is verified') })
  expect(checksIn((await verify(file, '--json', ...kept)).out)).toMatchObject([
    { name: '#1 a request for the order list', state: 'failed' },
  ])
  write('failing.json', GOOD['pay']?.(), GOOD['orders']?.())
  const mended = await verify(file, '--json', ...kept)
  expect({ code: mended.code, checks: checksIn(mended.out).length }).toEqual({ code: 0, checks: 1 })
  expect(checksIn((await verify(file, '--json', ...kept)).out)).toHaveLength(2)
  writeFileSync(join(folder, 'kept', 'failed.json'), '[]')
  expect(await verify(file, ...kept)).toMatchObject({ code: 2, err: expect.stringContaining('was not written by this option') })
})

test('a pact is read from an address, with its name and password kept out of what is said', async () => {
  const served = readFileSync(write('served.json', wrong()))
  const logins: (string | undefined)[] = []
  const server = createServer((request, response) => {
    logins.push(request.headers.authorization)
    response.writeHead(request.url === '/pact' ? 200 : 404, { connection: 'close' }).end(served)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const { code, out } = await verify(`http://me:secret@${host}/pact`)
    expect({ code, logins }).toEqual({ code: 1, logins: [`Basic ${Buffer.from('me:secret').toString('base64')}`] })
    expect(out).toContain(`koosandbox contract verify consumer http://${host}/pact --filter '#0'`)
    expect(out).not.toContain('secret')
    expect(await verify(`http://${host}/gone`)).toMatchObject({
      code: 1,
      err: expect.stringContaining(`http://${host}/gone: the server answered HTTP 404`),
    })
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
  expect(await verify(`http://${host}/pact`)).toMatchObject({ code: 1, err: expect.stringContaining('/pact: cannot be fetched (') })
})

test('a path with blanks is quoted in the command that shows a failure again', async () => {
  const file = write('with blanks.json', wrong())
  expect((await verify(file)).out).toContain(`koosandbox contract verify consumer '${file}' --filter '#0'`)
})

test.each([
  [['seller', '--url', 'http://127.0.0.1:9/', '--key', 'k', '--part', ''], '--part needs a value, not ""'],
  [['seller', '--url', 'http://127.0.0.1:9/', '--key', 'k', '--part=,'], '--part needs a value, not ","'],
  [['seller', '--url', 'http://127.0.0.1:9/', '--key', 'k', '--pact='], '--pact needs a value, not ""'],
  [['consumer', 'x.json', '--filter-state='], '--filter-state needs a text'],
  [['consumer', 'x.json', '--last-failed='], '--last-failed needs a file name'],
])('contract verify %j is refused', async (words, text) => {
  expect(await runCli('contract', 'verify', ...words)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(text) })
})
