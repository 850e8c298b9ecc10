import { afterAll, beforeAll, expect, test } from 'vitest'
import { machineSecret, type Sandbox, seededNumbers, startSandbox, systemClock } from '../../src/index.ts'
import { createExaminations } from '../../src/verify/examinations.ts'
import { BROKEN } from '../sellers/broken.ts'
import { KEY, serveSeller } from '../verify/serve-seller.ts'

let sandbox: Sandbox
let made: ReturnType<typeof createExaminations>
let seller: Awaited<ReturnType<typeof serveSeller>>
let broken: Awaited<ReturnType<typeof serveSeller>>
const stop = new AbortController()
const [mistake] = BROKEN
/** Asks again at once; calls still have their time-outs. */
const wait = (ms: number, signal?: AbortSignal) => (signal ? systemClock.wait(ms, signal) : Promise.resolve())
beforeAll(async () => {
  made = createExaminations({
    systemClock: { ...systemClock, wait },
    stop: stop.signal,
    secret: machineSecret,
    chance: seededNumbers,
  })
  seller = await serveSeller()
  broken = await serveSeller(mistake?.breaks)
  sandbox = await startSandbox({ examinations: () => Promise.resolve(made) })
})
afterAll(async () => {
  stop.abort()
  await sandbox.close()
  await seller[Symbol.asyncDispose]()
  await broken[Symbol.asyncDispose]()
})

interface Run {
  readonly id: string
  readonly state: string
  readonly total: number
  readonly done: number
  readonly counts: { readonly passed: number; readonly failed: number }
  readonly checks: readonly {
    readonly name: string
    readonly title: string
    readonly state: string
    readonly group?: string
    readonly findings: readonly { readonly code: string }[]
  }[]
}

async function ask(method: string, path: string, body?: unknown) {
  const json = { 'content-type': 'application/json' }
  const answer = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: json }),
  })
  // What an answer holds is the business of each test.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  return { status: answer.status, body: (answer.status === 204 ? undefined : await answer.json()) as any }
}

async function finished(id: string): Promise<Run> {
  while (made.find(id)?.state === 'running') await new Promise(setImmediate)
  return (await ask('GET', `/examinations/${id}`)).body
}

const of = (url: string, more: object = {}) => ({ profile: 'saas-period-upgradable', url, keys: { basic: KEY }, stories: 0, ...more })

test('an examination starts at once, tells how far it is, and ends with the result of each case', async () => {
  const started = await ask('POST', '/examinations', of(seller.url, { stories: 2, seed: 'a' }))
  expect(started).toMatchObject({ status: 202, body: { state: 'running', url: seller.url, done: 0, checks: [] } })
  const run = await finished(started.body.id)
  expect(run).toMatchObject({ state: 'finished', counts: { failed: 0 } })
  expect(run.done).toBe(run.total)
  expect(run.checks.filter(({ group }) => group === 'stories')).toHaveLength(2)
  expect((await ask('GET', `/examinations/${run.id}?since=${run.done - 1}`)).body.checks).toHaveLength(1)
  expect((await ask('GET', '/examinations')).body).toMatchObject({ available: true, examinations: [{ id: run.id, state: 'finished' }] })
})

test('a mistake is a finding with its exchange, and its case alone is run again', async () => {
  const run = await finished((await ask('POST', '/examinations', of(broken.url))).body.id)
  const failed = run.checks.find(({ state }) => state === 'failed')
  expect(failed?.findings[0]).toMatchObject({
    code: mistake?.rule,
    hint: expect.any(String),
    exchange: { request: { method: expect.any(String) } },
  })
  expect(JSON.stringify(run)).not.toContain(KEY)
  const again = await finished((await ask('POST', '/examinations', of(broken.url, { stories: undefined, cases: [failed?.name] }))).body.id)
  expect(again.total).toBeLessThan(run.total / 2)
  expect(again.checks.find(({ name }) => name === failed?.name)).toMatchObject({ state: 'failed', findings: [{ code: mistake?.rule }] })
})

test('what people read of an examination is in the language that the request names; names and codes stay', async () => {
  const inLanguage = async (path: string, language: string) =>
    (await fetch(`${sandbox.url}/_sandbox/examinations${path}`, { headers: { 'accept-language': language } })).json() as Promise<Run>
  const { id } = (await ask('POST', '/examinations', of(broken.url))).body
  await finished(id)
  const [english, chinese] = await Promise.all([inLanguage(`/${id}`, 'en'), inLanguage(`/${id}`, 'zh-CN')])
  const codes = ({ checks }: Run) => checks.map(({ name, state, findings }) => [name, state, findings.map(({ code }) => code)])
  expect(codes(chinese)).toEqual(codes(english))
  expect(chinese.checks.filter(({ title }) => !/[\u4e00-\u9fff]/.test(title)).map(({ title }) => title)).toEqual([])
  expect(JSON.stringify((await inLanguage('', 'zh')) as object)).toMatch(/[\u4e00-\u9fff]/)
})

test('each case can be run alone, with what it depends on', async () => {
  const { profiles } = (await ask('GET', '/examinations')).body
  const { cases } = profiles.find(({ name }: { name: string }) => name === 'saas-period-upgradable')
  for (const { name } of cases.filter((_one: unknown, i: number) => i % 20 === 0)) {
    const run = await finished((await ask('POST', '/examinations', of(seller.url, { cases: [name] }))).body.id)
    expect(
      run.checks.find((check) => check.name === name),
      name,
    ).toMatchObject({ state: 'passed' })
  }
})

test('address and keys are those of the world where none are sent', async () => {
  sandbox.worlds.open('equipped')
  await ask('PUT', '/console/sellers/seller/addresses?world=equipped', { url: seller.url, use: 'basic' })
  const world = sandbox.worlds.open('equipped')
  const [held] = [...world.sellerKeys.all()].filter(({ use }) => use === 'basic')
  const started = await ask('POST', '/examinations?world=equipped', {
    stories: 0,
    cases: ['newInstance'],
    profile: 'saas-period-upgradable',
  })
  if ([...world.addresses.all()].length === 0)
    expect(started).toMatchObject({ status: 409, body: { detail: expect.stringContaining('no address') } })
  else expect((await finished(started.body.id)).checks[0]).toMatchObject({ state: held?.secret === KEY ? 'passed' : 'failed' })
})

test.each([
  ['the profile is none', of('http://127.0.0.1:1/', { profile: 'sass' }), 400, /no profile "sass"/],
  ['a case is none', of('http://127.0.0.1:1/', { cases: ['newInstanse'] }), 400, /no case "newInstanse". Did you mean "newInstance"/],
  ['the address is none', of('nowhere'), 400, /"nowhere" is not an address of a seller/],
  ['nobody listens', of('http://127.0.0.1:1/'), 409, /No server listens at http:\/\/127.0.0.1:1\//],
  [
    'the host is another machine',
    of('http://seller.example/'),
    409,
    /not this machine. Start the sandbox with --allow-host seller.example/,
  ],
  ['a key is missing', { profile: 'kit', url: 'http://127.0.0.1:1/', keys: { basic: 'x' } }, 409, /needs the key of the/],
])('nothing is started when %s', async (_when, body, status, said) => {
  const bare = sandbox.worlds.open('bare')
  for (const { id } of [...bare.sellerKeys.all()]) bare.sellerKeys.delete(id)
  const answer = await ask('POST', '/examinations?world=bare', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
  expect(answer.body.detail).toMatch(said)
})

test('an examination that is removed ends and is forgotten', async () => {
  const { id } = (await ask('POST', '/examinations', of(seller.url))).body
  expect((await ask('DELETE', `/examinations/${id}`)).status).toBe(204)
  expect(await ask('GET', `/examinations/${id}`)).toMatchObject({ status: 404, body: { code: 'unknown-examination' } })
})

test('a sandbox of the library says that it examines nobody', async () => {
  await using plain = await startSandbox()
  expect((await plain.call('sandbox.ListExaminations')).body).toMatchObject({ available: false, examinations: [] })
  expect(await plain.call('sandbox.StartExamination', { body: {} })).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('koosandbox serve') },
  })
})
