import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { runCli } from '../cli/run-cli.ts'
import { watchedOptions } from '../helpers/audited.ts'
import { signedRequest } from '../helpers/signed-call.ts'
import { englishIn } from './english-left.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox(watchedOptions())
})
afterAll(() => sandbox.close())

const HEADERS = { 'Content-Type': 'application/json' }
const ask = (path: string, language: string, asked: RequestInit = {}) =>
  fetch(sandbox.url + path, { ...asked, headers: { ...HEADERS, 'Accept-Language': language } })

/** What stands in members of these names, however deep; not what is data. */
function textsIn(value: unknown, names: readonly string[]): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    if (/^(?:example|examples|default|body)$/.test(name)) return []
    return names.includes(name) && typeof inner === 'string' ? [inner] : textsIn(inner, names)
  })
}

/** The lifecycle of the first order. */
async function lifecycle() {
  const { entities } = (await (await ask('/_sandbox/worlds/default/entities/orders', 'en')).json()) as { entities: { id: string }[] }
  return { path: `/_sandbox/worlds/default/entities/orders/${entities[0]?.id}/lifecycle` }
}

/** A call of an app, to be explained. */
async function signature() {
  const { ak = '', sk = '' } = sandbox.credentials.buyer ?? {}
  const { headers, target } = signedRequest({ target: '/v2/orders/customer-orders?limit=1' }, { ak, sk })
  const body = JSON.stringify({ request: JSON.stringify({ method: 'GET', url: target, headers }), sk: 'another' })
  return { path: '/_sandbox/signatures/explain', asked: { method: 'POST', body } }
}

type Asked = { readonly path: string; readonly asked?: RequestInit }

test.each<[what: string, path: string | (() => Promise<Asked>), names: string[]]>([
  ['settings', '/_sandbox/settings', ['about']],
  ['an operation', '/_sandbox/operations/bss.PayOrders', ['summary', 'meaning', 'cause']],
  ['all operations', '/_sandbox/operations', ['summary']],
  ['all errors', '/_sandbox/errors', ['summary', 'meaning', 'cause']],
  ['one error', '/_sandbox/errors/CBC.99003110', ['meaning', 'cause', 'why']],
  ['the production interface', '/_sandbox/specs/production', ['about', 'title', 'summary', 'description']],
  ['the former production interface', '/_sandbox/specs/production-v1', ['about', 'title', 'summary', 'description']],
  ['the timetables of deliveries', '/_sandbox/delivery-table', ['about']],
  ['the lifecycle of an entity', lifecycle, ['about', 'refused']],
  ['how a signature is made', signature, ['title', 'about', 'says', 'next']],
])('%s: explained in the language that the call names, the same otherwise', async (_what, of, names) => {
  const { path, asked }: Asked = typeof of === 'string' ? { path: of } : await of()
  const [chinese, english] = await Promise.all(['zh-CN', 'en'].map((language) => ask(path, language, asked)))
  const [said, plain] = [await chinese?.json(), await english?.json()]
  expect([chinese?.status, english?.status], JSON.stringify(said)).toEqual([200, 200])
  expect([chinese?.headers.get('content-language'), english?.headers.get('content-language')]).toEqual(['zh-CN', null])
  const texts = textsIn(said, names)
  expect(texts.length).toBeGreaterThan(0)
  expect(texts.flatMap(englishIn)).toEqual([])
  expect(textsIn(plain, names).length).toBe(texts.length)
  const blank = (value: unknown) => JSON.stringify(value, (name, inner) => (names.includes(name) && typeof inner === 'string' ? '' : inner))
  expect(blank(said)).toBe(blank(plain))
})

test.each([['/_sandbox/login'], ['/_sandbox/login?client_id=starsea'], ['/_sandbox/docs'], ['/_sandbox/docs?lang=zh'], ['/_sandbox/ui/']])(
  'the page %s asked for in Chinese has no English sentence',
  async (path) => {
    const html = await (await ask(path, path.includes('lang=') ? 'en' : 'zh-CN', {})).text()
    const text = html.replace(/<(style|script)\b[\s\S]*?<\/\1>|<[^>]*>/g, '\n')
    expect(text).toMatch(/\p{Script=Han}/u)
    expect(englishIn(text)).toEqual([])
  },
)

test('the list of scenarios in Chinese has no English sentence', async () => {
  const { code, out } = await runCli('scenario', 'list', '--url', sandbox.url, '--lang', 'zh')
  await runCli('--version', '--lang', 'en')
  expect([code, englishIn(out)]).toEqual([0, []])
  expect(out).toContain('1 步')
})

test('a finding of a refused call is told in the language that asks for it', async () => {
  await fetch(`${sandbox.url}/v3/orders/customer-orders/pay`, { method: 'POST', headers: HEADERS, body: '{"order_id":7}' })
  const findings = async (language: string) =>
    (
      (await (await ask('/_sandbox/journal?limit=1', language)).json()) as { entries: { findings: Record<string, string>[] }[] }
    ).entries.flatMap(({ findings }) => findings)
  const [chinese, english] = [await findings('zh'), await findings('en')]
  expect(chinese.map(({ code }) => code)).toEqual(english.map(({ code }) => code))
  expect(chinese.length).toBeGreaterThan(0)
  for (const { expected = '', got = '', hint = '' } of chinese) expect([expected, got, hint].flatMap(englishIn)).toEqual([])
})
