import { createHash, createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createSeller } from '../../examples/seller-hono/seller.ts'
import type { Report } from '../../src/report/report.ts'
import { signProduction } from '../../src/signing/index.ts'
import { runCli } from '../cli/run-cli.ts'
import { BROKEN } from '../sellers/broken.ts'
import { KEY, serveFetch, serveSeller } from '../verify/serve-seller.ts'
import { publishedPact } from './published-pact.ts'

const folder = mkdtempSync(join(tmpdir(), 'verify-contract-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function verify(url: string, ...words: string[]) {
  const { code, out, err } = await runCli('contract', 'verify', 'seller', '--url', url, '--key', KEY, '--json', ...words)
  return { code, err, report: out === '' ? undefined : (JSON.parse(out) as Report), out }
}
const checksOf = (report: Report | undefined) => (report?.groups ?? []).flatMap(({ checks }) => checks)
const failedIn = (report: Report | undefined) => checksOf(report).filter(({ state }) => state === 'failed')

test('the example seller keeps the whole contract of what it serves', async () => {
  await using seller = await serveSeller()
  const { code, report, out } = await verify(seller.url, '--part', 'basic,period,change')
  expect(checksOf(report).filter(({ state }) => state !== 'passed')).toEqual([])
  expect({ code, checks: checksOf(report).length }).toEqual({ code: 0, checks: 62 })
  expect(out).not.toContain(KEY)
})

test.each([
  ['opens another instance for a repeated order', ['newInstance (purchase) once more gets the same instance'], 'contract.state.failed'],
  ['does not check the signature', ['newInstance (purchase) is answered 000001'], 'answer.body.differs'],
  ['writes the result code as a number', ['newInstance (purchase) is carried out'], 'answer.body.differs'],
  ['says yes for instances that never were', ['releaseInstance (expired) is answered 000003'], 'answer.body.differs'],
  ['answers 201 for a new instance', ['newInstance (purchase) is carried out'], 'answer.status.differs'],
  ['sends JSON as text', ['newInstance (purchase) is carried out'], 'answer.header.differs'],
  ['never shows an instance', ['queryInstance (one) is carried out'], 'answer.body.differs'],
])('a seller that %s breaks it', async (mistake, interactions, code) => {
  await using seller = await serveSeller(BROKEN.find((one) => one.mistake === mistake)!.breaks)
  const { code: exit, report } = await verify(seller.url, '--part', 'basic')
  expect(exit).toBe(1)
  const failed = failedIn(report)
  for (const name of interactions) {
    const findings = failed.find((check) => check.name === name)?.findings ?? []
    expect(findings.map((finding) => finding.code)).toContain(code)
    if (code.startsWith('answer.'))
      expect(findings[0]).toMatchObject({ source: expect.any(String), place: expect.stringMatching(/^specs\/production\/.+:\d+$/) })
  }
})

test('an answer that only the spec can find wrong is told with its place, each list once', async () => {
  await using seller = await serveSeller((good) => async (request) => {
    const body = (await (await good(request)).json()) as Record<string, unknown>
    const info = Array.isArray(body['info']) ? { info: body['info'].map((one) => ({ ...one, usageInfo: 7 })) } : {}
    return Response.json({ ...body, ...info })
  })
  const { report } = await verify(seller.url, '--filter', 'queryInstance (several) is carried out')
  expect(failedIn(report).flatMap(({ findings }) => findings)).toMatchObject([
    { code: 'answer.spec.differs', pointer: '/body/info/*/usageInfo', place: expect.stringContaining('queryInstance.yaml') },
  ])
})

test('a member under another name is told with the name that is meant', async () => {
  await using seller = await serveSeller((good) => async (request) => {
    const text = await (await good(request)).text()
    return new Response(text.replaceAll('"instanceId"', '"instanceID_"'), { headers: { 'content-type': 'application/json' } })
  })
  const { report } = await verify(seller.url, '--filter', 'newInstance (purchase) is carried out')
  expect(failedIn(report).flatMap(({ findings }) => findings)).toContainEqual(
    expect.objectContaining({
      pointer: '/body/instanceId',
      got: 'nothing',
      hint: 'The answer has "instanceID_". Did you mean "instanceId"?',
    }),
  )
})

test('what only a seller can show is left out without its handler, and holds with it', async () => {
  let next: string | undefined
  const { fetch } = createSeller({ key: KEY, site: 'https://crm.example.com' })
  await using seller = await serveFetch(async (request: Request) => {
    if (new URL(request.url).pathname === '/states') {
      next = ((await request.json()) as { params: { resultCode: string } }).params.resultCode
      return Response.json({})
    }
    const [code, answer] = [next, await fetch(request)]
    next = undefined
    return code === undefined ? answer : Response.json({ ...((await answer.json()) as object), resultCode: code })
  })
  const without = await verify(seller.url, '--pact', publishedPact('basic-staged'))
  expect({ code: without.code, states: new Set(checksOf(without.report).map(({ state }) => state)) }).toEqual({
    code: 3,
    states: new Set(['skipped']),
  })
  expect(checksOf(without.report)[0]?.reason).toContain('--seller-states')
  const states = new URL('/states', seller.url).toString()
  const held = await verify(seller.url, '--pact', publishedPact('basic-staged'), '--seller-states', states)
  expect(failedIn(held.report)).toEqual([])
  expect({ code: held.code, checks: checksOf(held.report).length }).toEqual({ code: 0, checks: 12 })
})

test('with the wrong key no state can be brought about, and it is said why', async () => {
  await using seller = await serveSeller()
  const { code, out } = await runCli(
    'contract',
    'verify',
    'seller',
    '--url',
    seller.url,
    '--key',
    'another',
    '--filter',
    'queryInstance (one) is carried out',
  )
  expect(code).toBe(1)
  expect(out).toContain('an instance is open: newInstance must be answered 000000 or 000004 first, and the seller answered 000001')
})

test('each finding shows request, signed text and answer, and never the key', async () => {
  await using seller = await serveFetch(() => Response.json({ resultCode: '000001', resultMsg: 'the signature is wrong' }))
  const { report } = await verify(seller.url, '--filter', 'newInstance')
  const findings = failedIn(report).flatMap((one) => one.findings)
  const called = findings.filter(({ exchange }) => exchange !== undefined)
  expect(called.length).toBeGreaterThan(0)
  for (const { exchange } of called) expect(exchange).toMatchObject({ signed: expect.stringMatching(/^\[key\]/), answer: { status: 200 } })
  expect(JSON.stringify(report)).not.toContain(KEY)
})

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (text: string) => createHmac('sha256', KEY).update(text).digest('hex')
test.each<readonly [string, (stamp: { nonce: string; timestamp: string }, body: string) => string, string]>([
  ['plain SHA-256', ({ nonce, timestamp }, body) => digest(`${KEY}${nonce}${timestamp}${digest(body)}`), 'plain SHA-256 was taken'],
  ['the body as it was sent', ({ nonce, timestamp }, body) => hmac(`${KEY}${nonce}${timestamp}${body}`), 'The body itself was signed'],
])(
  'a seller that signs %s is told so in every finding about a refusal, and the right one is found by calls',
  async (_what, formula, says) => {
    await using seller = await serveSeller((good) => async (request) => {
      const url = new URL(request.url)
      const body = await request.text()
      const stamp = { nonce: url.searchParams.get('nonce') ?? '', timestamp: url.searchParams.get('timestamp') ?? '' }
      if (url.searchParams.get('signature') !== formula(stamp, body)) return Response.json({ resultCode: '000001', resultMsg: 'No.' })
      url.searchParams.set('signature', signProduction(JSON.parse(body), stamp, KEY).value)
      return good(new Request(url, { method: request.method, headers: request.headers, body }))
    })
    const { code, out, report } = await verify(seller.url, '--filter', 'is carried out')
    const findings = failedIn(report).flatMap((check) => check.findings)
    expect({ code, none: findings.length === 0 }).toEqual({ code: 1, none: false })
    for (const { hint } of findings) expect(hint).toContain(says)
    expect(out).not.toContain(KEY)
  },
)

test('a state that nobody brings about fails before anything is called', async () => {
  const file = join(folder, 'strange.json')
  const one = { type: 'Synchronous/HTTP', description: 'strange', providerStates: [{ name: 'the moon is full' }] }
  const interactions = [{ ...one, request: { method: 'POST', path: '/' }, response: { status: 200 } }]
  const metadata = { pactSpecification: { version: '4.0' } }
  writeFileSync(file, JSON.stringify({ consumer: { name: 'c' }, provider: { name: 'p' }, interactions, metadata }))
  await using seller = await serveSeller()
  const { code, report } = await verify(seller.url, '--pact', file)
  expect({ code, findings: failedIn(report)[0]?.findings }).toMatchObject({
    code: 1,
    findings: [{ code: 'contract.state.unknown', got: 'the moon is full' }],
  })
})

test('parts of another key are left out, and a run that looked at nothing is not green', async () => {
  await using seller = await serveSeller()
  const { code, report } = await verify(seller.url, '--part', 'kit')
  expect(code).toBe(3)
  expect(new Set(checksOf(report).map(({ reason }) => reason))).toEqual(new Set(['no key of the kit interfaces was given']))
})

const written = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
test.each([
  ['a filter that matches nothing', ['--filter', 'dance'], 1, 'None of the 49 interactions matches --filter'],
  ['a pact that is not there', ['--pact', join(folder, 'none.json')], 1, 'there is no such file'],
  ['an empty pact file', ['--pact', written('empty.json', '')], 1, 'the file is empty'],
  ['a broken pact file', ['--pact', written('broken.json', '{"consumer":')], 1, 'this is not JSON'],
  [
    'a pact without interactions',
    [
      '--pact',
      written(
        'bare.json',
        '{"consumer":{"name":"c"},"provider":{"name":"p"},"interactions":[],"metadata":{"pactSpecification":{"version":"4.0"}}}',
      ),
    ],
    1,
    'it has no interaction to check',
  ],
  ['a part that is none', ['--part', 'basics'], 2, 'There is no part '],
  ['files and parts at once', ['--part', 'basic', '--pact', 'x.json'], 2, 'not both'],
  ['a handler of states elsewhere', ['--seller-states', 'http://isv.example.com/states'], 2, 'pass --allow-host isv.example.com.'],
  ['a handler of states that is not there', ['--seller-states', 'http://127.0.0.1:9/states'], 2, 'correct --seller-states'],
])('%s is a failure with a clear text', async (_what, words, exit, text) => {
  await using seller = await serveSeller()
  const { code, out, err } = await verify(seller.url, ...words)
  expect({ code, out, err }).toEqual({ code: exit, out: '', err: expect.stringContaining(text) })
})

test('what came of it can be recorded for can-i-deploy, whole pacts only', async () => {
  await using seller = await serveSeller()
  const place = join(folder, 'results.jsonl')
  const record = ['--part', 'basic', '--record-results', place, '--provider-version', '7.1', '--provider-name', 'crm']
  const half = await verify(seller.url, ...record, '--filter', 'newInstance')
  expect({ code: half.code, err: half.err }).toEqual({ code: 2, err: expect.stringContaining('--filter') })
  expect((await verify(seller.url, ...record)).code).toBe(0)
  const lines = readFileSync(place, 'utf8').trim().split('\n')
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { consumer: { name: 'koogallery' }, provider: { name: 'crm', version: { number: '7.1' } }, verificationResult: { success: true } },
  ])
})

test.each([
  ['a handler of states without states', ['--key', KEY, '--seller-states', 'http://127.0.0.1:9/'], '--seller-states needs --states'],
  ['a kit key alone without states', ['--kit-key', KEY], 'Pass the key that signs the calls: --key'],
  ['no key at all', ['--states'], 'Pass the key that signs the calls: --key'],
])('sign-proxy with %s ends with 2', async (_what, words, text) => {
  const { code, err } = await runCli('sign-proxy', '--to', 'http://127.0.0.1:9/isv', '--port', '0', ...words)
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(text) })
})
