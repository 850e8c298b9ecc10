import type { Sandbox } from '../../src/index.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { encode, happyRequest } from './happy-request.ts'
import { mutationsOf } from './mutations.ts'
import type { Seeded } from './seeded.ts'

/** A request that somebody with bad manners might send. `headers` may hold anything that HTTP lets through. */
export interface WildRequest {
  readonly what: string
  readonly method: string
  readonly target: string
  readonly headers: Record<string, string>
  readonly body: Buffer
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'SEARCH', 'PURGE']
const TYPES = ['text/plain', 'application/xml', 'application/json;charset=utf-16', 'multipart/form-data', 'multipart/form-data; boundary=x', '*/*', ';;;', 'application/x-www-form-urlencoded', 'application/json, text/html'] // biome-ignore format: one thought
const NASTY = ['', ' ', '\u0000', '__proto__', 'constructor', '../../etc/passwd', '%', '%00', '%zz', '%C0%AE', '%FF%FE', '%ED%A0%80', "' OR 1=1 --", '${7*7}', '{{7*7}}', '<script>', '-0', '1e999', '9007199254740993', 'NaN', 'null', '""', '[]', '中文订单', '😀', 'a'.repeat(3000), '+', '&&==', '\\u0000', 'true', '2026-02-30T25:61:61Z', '-1', '0x10'] // biome-ignore format: one thought
const JSON_NASTY: unknown[] = [null, true, -1, 0, 1e308, 9007199254740992, '', ' ', 'x'.repeat(20_000), [], {}, [[[[]]]], { a: { b: {} } }, '\ud800', '\u0000', 'null', ['x', 1, null], Array.from({ length: 500 }, () => 'x')] // biome-ignore format: one thought

/** Endless requests from one seed: good ones of every operation, bent somewhere, and paths of nobody's. */
export function createFuzzer(sandbox: Sandbox, operations: readonly Operation[], random: Seeded): () => WildRequest {
  // Each is looked up in a fresh world, where everything that it names is still there.
  const goodOnes = operations.map((operation) => {
    sandbox.reset()
    return happyRequest(sandbox, operation)
  })
  const texts = (value: string) => encodeURIComponent(value)
  const nasty = () => (random.int(2) === 0 ? texts(random.pick(NASTY)) : random.pick(NASTY).replace(/[^\x21-\x7e]/g, '')) // raw, but HTTP

  const bends: readonly ((request: WildRequest) => WildRequest)[] = [
    (r) => ({ ...r, what: 'method', method: random.pick(METHODS) }),
    (r) => ({ ...r, what: 'type', headers: { ...r.headers, 'Content-Type': random.pick(TYPES) } }),
    (r) => ({ ...r, what: 'cut off', body: r.body.subarray(0, random.int(r.body.length + 1)) }),
    (r) => ({ ...r, what: 'flipped bytes', body: flip(r.body) }),
    (r) => ({ ...r, what: 'random bytes', body: Buffer.from(random.bytes(300)) }),
    (r) => ({ ...r, what: 'deep', body: Buffer.from(`${'['.repeat(random.int(5000))}${'{"a":'.repeat(random.int(5000))}`) }),
    (r) => ({
      ...r,
      what: 'prototype',
      body: Buffer.from(insert(r.body, '"__proto__":{"order_id":"x"},"constructor":{"prototype":{"x":1}},')),
    }),
    (r) => ({ ...r, what: 'members twice', body: Buffer.from(insert(r.body, '"order_id":1,"order_id":[2],"auth":1,')) }),
    (r) => ({ ...r, what: 'not UTF-8', body: Buffer.from(insert(r.body, '"\xff\xfe\xc0":"\xed\xa0\x80",'), 'latin1') }),
    (r) => ({ ...r, what: 'half a character', body: Buffer.from(insert(r.body, '"\\ud800":1,"a\\udc00/~":{"\\ud83d":"\\ude00"},')) }),
    (r) => ({ ...r, what: 'wild member', body: wildMember(r.body) }),
    (r) => ({ ...r, what: 'query', target: `${r.target}${r.target.includes('?') ? '&' : '?'}${nasty()}=${nasty()}&${nasty()}` }),
    (r) => ({ ...r, what: 'parameters', target: bendParameters(r) }),
    (r) => ({ ...r, what: 'segment', target: r.target.replace(/\/([^/?]*)(?=\?|$)/, () => `/${nasty()}`) }),
    (r) => ({ ...r, what: 'path', target: r.target.replace('/', `/${nasty()}/`) }),
    (r) => ({ ...r, what: 'signature', headers: { ...withoutToken(r.headers), Authorization: authorization() } }),
    (r) => ({
      ...r,
      what: 'token',
      headers: { ...r.headers, 'X-Auth-Token': random.pick(['', 'x', 'MII', 'a'.repeat(5000), '__proto__']) },
    }),
    (r) => ({ ...r, what: 'headers', headers: { ...r.headers, ...wildHeaders() } }),
  ]

  return () => {
    const kind = random.int(10)
    if (kind === 0) {
      const target = `/${Array.from({ length: random.int(7) }, nasty).join('/')}`
      return { what: 'nowhere', method: random.pick(METHODS), target, headers: {}, body: Buffer.from(random.text('{}[]":,a1 ', 40)) }
    }
    const good = random.pick(goodOnes)
    const { operation } = good
    const mutations = kind < 4 ? [...mutationsOf(good)] : []
    const [what, chosen] = mutations.length > 0 ? random.pick(mutations) : ['good', good]
    const systemClock = encode(sandbox, chosen)
    let request: WildRequest = { ...systemClock, what: `${operation.ref}: ${what}`, body: Buffer.from(systemClock.body) }
    if (kind < 4 && random.int(2) === 0) return request
    for (let n = random.int(3); n >= 0; n--) {
      const bent = random.pick(bends)(request)
      request = { ...bent, what: `${request.what}, ${bent.what}` }
    }
    return request
  }

  function flip(body: Buffer): Buffer {
    const copy = Buffer.from(body)
    for (let n = random.int(8); n >= 0 && copy.length > 0; n--) copy[random.int(copy.length)] = random.int(256)
    return copy
  }

  function insert(body: Buffer, members: string): string {
    const text = body.toString('latin1')
    return text.startsWith('{') ? `{${members}${text.slice(1)}` : `{${members}"x":1}`
  }

  /** Puts something of the wrong kind somewhere into a JSON body. */
  function wildMember(body: Buffer): Buffer {
    let value: unknown
    try {
      value = JSON.parse(body.toString())
    } catch {
      return Buffer.from(JSON.stringify(random.pick(JSON_NASTY)))
    }
    const bend = (node: unknown): unknown => {
      if (!node || typeof node !== 'object' || random.int(3) === 0) return random.pick(JSON_NASTY)
      const keys = Object.keys(node)
      if (keys.length === 0) return random.pick(JSON_NASTY)
      const key = random.pick(keys)
      const part = bend((node as Record<string, unknown>)[key])
      return Array.isArray(node) ? node.map((item, i) => (String(i) === key ? part : item)) : { ...node, [key]: part }
    }
    return Buffer.from(JSON.stringify(bend(value)))
  }

  function bendParameters({ target }: WildRequest): string {
    const [path = '', query = ''] = target.split('?')
    const bent = query
      .split('&')
      .map((part) => (random.int(2) === 0 ? part : `${part.split('=')[0]}${random.pick(['', '=', `=${nasty()}`, `=${nasty()}`])}`))
    return `${path}?${bent.join(random.pick(['&', '&&', '&;&']))}`
  }

  function authorization(): string {
    const parts = ['SDK-HMAC-SHA256', `Access=${random.pick(['AK', sandbox.credentials.buyer!.ak, '', '__proto__'])},`, `SignedHeaders=${random.pick(['x-sdk-date', 'host;x-sdk-date', ';;', ''])},`, `Signature=${'0'.repeat(random.int(80))}`] // biome-ignore format: one thought
    const text = parts.filter(() => random.int(8) > 0).join(random.pick([' ', '', '  ']))
    return random.pick([text, text, 'Bearer', 'Bearer  ', 'Basic ????', 'V11-HMAC-SHA256 x', ','.repeat(500)])
  }

  function wildHeaders(): Record<string, string> {
    const clean = (value: string) => value.replace(/[^\x20-\x7e]/g, '')
    const names = ['X-Language', 'X-Sdk-Date', 'X-Sandbox-World', 'X-Sandbox-Error', 'Prefer', 'Accept', 'X-Security-Token', 'X-Service-Transaction-ID', 'X-Sdk-Content-Sha256', 'Cookie', 'X-Random', '__proto__', 'Origin', 'Expect'] // biome-ignore format: one thought
    return Object.fromEntries(Array.from({ length: 1 + random.int(3) }, () => [random.pick(names), clean(random.pick(NASTY))]))
  }

  function withoutToken(headers: Record<string, string>): Record<string, string> {
    const { 'X-Auth-Token': _gone, ...rest } = headers
    return rest
  }
}
