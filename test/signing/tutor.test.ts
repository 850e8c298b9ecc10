import { describe, expect, test } from 'vitest'
import {
  type Diagnosis,
  explainAkSk,
  explainAuthToken,
  explainBodySign,
  explainKit,
  explainProduction,
  explainUsagePush,
  type OtherKey,
  parseAuthorization,
  signAkSk,
  signAuthToken,
  signBody,
  signKit,
  signProduction,
  signUsagePush,
} from '../../src/signing/index.ts'
import { createSeeded, forSeeds, type Seeded } from '../helpers/seeded.ts'

const KEY = 'Isv-Basic-Key-0001'
const OTHERS: readonly OtherKey[] = [
  { name: 'the key of the kit', secret: 'Isv-Kit-Key-0002' },
  { name: 'the key of notifications', secret: 'Isv-Notify-Key-0003' },
]
const stamp = { timestamp: '1709690865879', nonce: '6c63c221a8b94b90' }
const body = '{"orderId":"CS1906666688ABCDE","activity":"newInstance","email":"张 三@example.com","extra":{"b":1,"a":"x/y"},"gone":null}'

const ids = (diagnosis: Diagnosis | undefined) => diagnosis?.mistakes.map(({ id }) => id)

/** One scheme: signs rightly, and explains. What it signs is drawn from the seed. */
interface Scheme {
  sign(way: { readonly text: string; readonly key: string }): string
  explain(text: string, given: string): Diagnosis | undefined
  /** What a signer did to the right text of this scheme, by the mistake's id. */
  readonly texts: Readonly<Record<string, (text: string) => string>>
}

const sorted = (text: string) => JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).sort(([a], [b]) => (a < b ? -1 : 1))))
const schemes: Readonly<Record<string, Scheme>> = {
  production: {
    sign: ({ text, key }) => signProduction(text, stamp, key).value,
    explain: (text, given) => explainProduction(text, stamp, given, KEY, OTHERS),
    texts: {},
  },
  kit: {
    sign: ({ text, key }) => signKit(text, stamp, key).value,
    explain: (text, given) => explainKit(text, stamp, given, KEY, OTHERS),
    texts: {},
  },
  'body-sign': {
    sign: ({ text, key }) => signBody(text, key).value,
    explain: (text, given) => explainBodySign(text, given, KEY, OTHERS),
    texts: {
      'body.newline': (text) => `${text}\n`,
      'body.crlf': (text) => `${text}\r\n`,
      'body.indented': (text) => JSON.stringify(JSON.parse(text), null, 2),
      'body.sorted-on-top': sorted,
      'body.ascii': (text) => text.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
      'body.slashes': (text) => text.replaceAll('/', '\\/'),
      'body.plus': (text) => text.replaceAll(' ', '+'),
      'body.encoded': encodeURIComponent,
      'body.encoded-twice': (text) => encodeURIComponent(encodeURIComponent(text)),
      'body.empty': () => '',
    },
  },
  'usage-push': {
    sign: ({ text, key }) => signUsagePush({ ts: stamp.timestamp, nonce: stamp.nonce, body: text }, key).value,
    explain: (text, given) => explainUsagePush({ ts: stamp.timestamp, nonce: stamp.nonce, body: text }, given, KEY, OTHERS),
    texts: {},
  },
}

const keys: Readonly<Record<string, string>> = {
  'key.other': OTHERS[0]!.secret,
  'key.newline': `${KEY}\n`,
  'key.trimmed': `${KEY} `,
  'key.lower': KEY.toLowerCase(),
  'key.upper': KEY.toUpperCase(),
}
const carriages: Readonly<Record<string, (value: string) => string>> = {
  'carriage.plus': (value) => value.replaceAll('+', ' '),
  'carriage.encoded': encodeURIComponent,
  'carriage.encoded-twice': (value) => encodeURIComponent(encodeURIComponent(value)),
  'carriage.no-padding': (value) => value.replace(/=+$/, ''),
  'carriage.lower': (value) => value.toLowerCase(),
  'carriage.url-safe': (value) => value.replaceAll('+', '-').replaceAll('/', '_'),
}

/** A body with all that mistakes can show on: order, depth, blanks, slashes, letters beyond ASCII. */
function drawBody(random: Seeded): string {
  const word = () => random.text('abcXYZ019', 8)
  return JSON.stringify({
    z: `云 ${word()}/`,
    activity: random.pick(['newInstance', 'refreshInstance', 'releaseInstance']),
    b: { y: word(), x: random.int(100) },
    a: word(),
  })
}

test('of 500 seeded signatures the tutor names the mistake, both mistakes, or nothing', () => {
  const counted = { none: 0, single: 0, double: 0 }
  forSeeds(500, (random) => {
    const name = random.pick(Object.keys(schemes))
    const scheme = schemes[name]!
    const text = drawBody(random)
    const base64 = name === 'body-sign' || name === 'usage-push'
    const one = (names: readonly string[]) => (names.length === 0 || random.int(2) === 0 ? '' : random.pick(names))
    const draw = {
      text: () => one(Object.keys(scheme.texts)),
      key: () => one(Object.keys(keys)),
      carriage: () => (base64 ? one(Object.keys(carriages)) : ''),
    }
    const kinds = [draw.text(), draw.key(), draw.carriage()]
    // At most two at once: a third is more than anybody could name.
    if (kinds.every((kind) => kind !== '')) kinds[random.int(3)] = ''
    const [written = '', key = '', carried = ''] = kinds
    const signText = scheme.texts[written]?.(text) ?? text
    const plain = scheme.sign({ text: signText, key: keys[key] ?? KEY })
    const given = carriages[carried]?.(plain) ?? plain
    const expected = [
      ...(signText === text ? [] : [written]),
      ...((keys[key] ?? KEY) === KEY ? [] : [key]),
      ...(given === plain ? [] : [carried]),
    ]
    const said = ids(scheme.explain(text, given))
    if (expected.length === 0) {
      counted.none++
      expect(said).toBeUndefined()
    } else {
      if (expected.length === 1) counted.single++
      else counted.double++
      expect(said?.toSorted(), `${name}: ${expected.join(' and ')}`).toEqual(expected.toSorted())
    }
  })
  // A draw that never makes one kind would prove nothing of it.
  for (const count of Object.values(counted)) expect(count).toBeGreaterThan(50)
})

test('what no known mistake explains is left alone', () => {
  forSeeds(40, (random) => {
    for (const { explain } of Object.values(schemes)) expect(explain(drawBody(random), random.text('0123456789abcdef', 64))).toBeUndefined()
  })
})

test('where two mistakes lead to the same signature, none is named', () => {
  // One member: not sorting it and sorting it deeper are the same; and it cannot be told from the right one.
  const given = signProduction('{"b":{"d":1,"c":2},"a":1}', stamp, KEY).value
  expect(explainProduction('{"a":1,"b":{"d":1,"c":2}}', stamp, given, KEY)).toBeUndefined()
})

describe('what only one scheme can get wrong', () => {
  const seconds = { ...stamp, timestamp: stamp.timestamp.slice(0, 10) }
  const b64 = (hex: string) => btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))))
  const request = {
    method: 'GET',
    path: '/v2/orders/customer-orders',
    query: 'offset=0&limit=10&name=a%20b',
    headers: { host: '127.0.0.1:4100', 'x-sdk-date': '20260101T000000Z' },
  }
  const aksk = (change: object, secret = 'secret') => signAkSk({ ...request, ...change }, { access: 'AK', secret }).authorization
  const explainAk = (authorization: string) => {
    const parsed = parseAuthorization(authorization)
    return 'problem' in parsed ? undefined : explainAkSk({ ...request, body: new Uint8Array() }, parsed, 'secret', OTHERS)
  }
  const query = { activity: 'newInstance', orderId: 'CS1', customerName: 'a b', timeStamp: '20260101000000000' }
  const pairs = Object.entries(query)

  test.each<[string, Diagnosis | undefined, readonly string[] | undefined]>([
    ['inner hash forgotten', explainProduction(body, stamp, signKit(body, stamp, KEY).value, KEY), ['formula.no-inner']],
    ['inner hash added', explainKit(body, stamp, signProduction(body, stamp, KEY).value, KEY), ['formula.inner']],
    ['seconds for milliseconds', explainProduction(body, stamp, signProduction(body, seconds, KEY).value, KEY), ['time.seconds']],
    ['Base64 for hex', explainProduction(body, stamp, b64(signProduction(body, stamp, KEY).value), KEY), ['digest.base64']],
    ['upper case is no mistake', explainProduction(body, stamp, signProduction(body, stamp, KEY).value.toUpperCase(), KEY), undefined],
    ['key of the kit', explainProduction(body, stamp, signProduction(body, stamp, OTHERS[0]!.secret).value, KEY, OTHERS), ['key.other']],
    ['the query is not signed', explainAk(aksk({ query: '' })), ['query.missing']],
    ['the secret of somebody else', explainAk(aksk({}, OTHERS[1]!.secret)), ['key.other']],
    ['host without port', explainAk(aksk({ headers: { ...request.headers, host: '127.0.0.1' } })), ['host.no-port']],
    ['a body that was not sent', explainAk(aksk({ body: '\n' })), ['body.newline']],
    ['V1.0 without timeStamp in the key', explainAuthToken(pairs, signAuthToken({ ...query }, KEY.slice(0, -1)).value, KEY), undefined],
    ['V1.0 with blanks as +', explainAuthToken(pairs, signAuthToken({ ...query, customerName: 'a+b' }, KEY).value, KEY), ['query.plus']],
  ])('%s', (_what, diagnosis, expected) => {
    expect(ids(diagnosis)).toEqual(expected)
  })

  test('no key is ever told', () => {
    const secrets = [KEY, ...OTHERS.map(({ secret }) => secret)]
    const said = JSON.stringify([
      explainProduction(body, stamp, signProduction(body, stamp, OTHERS[0]!.secret).value, KEY, OTHERS),
      explainBodySign(body, signBody(body, `${KEY}\n`).value, KEY, OTHERS),
    ])
    expect(said).toContain('the key of the kit')
    for (const secret of secrets) expect(said.toLowerCase()).not.toContain(secret.toLowerCase())
  })
})

test('the same seed draws the same bodies', () => {
  expect(drawBody(createSeeded(7))).toBe(drawBody(createSeeded(7)))
})
