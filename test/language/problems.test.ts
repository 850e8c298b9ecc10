import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Sandbox, startSandbox } from '../../src/index.ts'
import { watchedOptions } from '../helpers/audited.ts'
import { rawHttp } from '../helpers/raw-http.ts'
import { englishIn } from './english-left.ts'

const options = watchedOptions()
let sandbox: Sandbox
let guarded: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox(options)
  guarded = await startSandbox({ ...options, controlToken: 'the-token-of-this-test-0123456789' })
})
afterAll(() => Promise.all([sandbox.close(), guarded.close()]))

const HERE = { Host: 'localhost' }
const LANGUAGES = [
  [{ 'Accept-Language': 'zh-CN,zh;q=0.9,en;q=0.8' }, 'zh-CN'],
  [{ 'Accept-Language': 'en-GB,zh;q=0.1' }, undefined],
  [{}, undefined],
] as const

test.each([
  ['a world that is not there', () => sandbox, 'GET', '/_sandbox/clock?world=nowhere', HERE, 404],
  ['a body that does not fit', () => sandbox, 'POST', '/_sandbox/clock/advance', HERE, 400],
  ['a path that is not there', () => sandbox, 'GET', '/_sandbox/nothing', HERE, 404],
  ['another host, at the control API', () => sandbox, 'GET', '/_sandbox/clock', { Host: 'evil.example' }, 403],
  ['another host, at a service', () => sandbox, 'GET', '/v2/orders/customer-orders', { Host: 'evil.example' }, 403],
  ['a page of another site', () => sandbox, 'POST', '/_sandbox/clock/freeze', { ...HERE, Origin: 'http://evil.example' }, 403],
  ['no control token', () => guarded, 'GET', '/_sandbox/clock', HERE, 401],
  ['another control token', () => guarded, 'GET', '/_sandbox/clock', { ...HERE, 'X-Sandbox-Token': 'no' }, 401],
  ['a header of the sandbox that is not there', () => sandbox, 'GET', '/_sandbox/clock', { ...HERE, 'X-Sandbox-Wrld': 'a' }, 400],
] as const)('%s is refused in the language that the request names', async (_what, of, method, target, headers, status) => {
  for (const [wish, language] of LANGUAGES) {
    const answer = await rawHttp(of().url, { method, target, headers: { ...headers, ...wish } })
    const { title, detail } = JSON.parse(answer.body) as { title: string; detail: string }
    expect([answer.status, answer.headers['content-type'], answer.headers['content-language']]).toEqual([
      status,
      'application/problem+json',
      language,
    ])
    for (const text of [title, detail]) {
      if (language === undefined) expect(text).not.toMatch(/\p{Script=Han}/u)
      else expect([text.match(/\p{Script=Han}/u) === null, englishIn(text)]).toEqual([false, []])
    }
  }
})
