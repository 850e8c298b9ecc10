import { describe, expect, test } from 'vitest'
import { createMask } from '../../src/spec/mask.ts'

const SECRET = 'Hush0123456789'

describe('a secret is known by the kind of its name, wherever it stands', () => {
  test.each([
    'X-Auth-Token',
    'X-Api-Key',
    'apikey',
    'Api_Key',
    'Password',
    'PASSWD',
    'client-secret',
    'accessKey',
    'private_key',
    'Signature',
    'X-Apig-AppCode',
    'refresh_token',
    'Proxy-Authorization',
  ])('%s', (name) => {
    const query = `a=1&${name}=${SECRET}&b=2`
    const body = JSON.stringify({ a: { [name]: SECRET }, quoted: SECRET })
    const mask = createMask({ headers: [{ [name.toLowerCase()]: SECRET }], texts: [query, body] })
    for (const text of [query, body, SECRET, `got ${SECRET.slice(0, 14)}`]) expect(mask.text(text)).not.toContain(SECRET)
    expect(createMask({ headers: [], texts: [query] }).text(query)).toBe(`a=1&${name}=Hush…(14)&b=2`)
    expect(createMask({ headers: [], texts: [body] }).text(body)).not.toContain(SECRET)
    expect(createMask({ headers: [{ [name.toLowerCase()]: SECRET }], texts: [] }).text(SECRET)).toBe('Hush…(14)')
  })

  test.each([
    ['a name in percent-encoding', `pass%77ord=${SECRET}`],
    ['a name in escapes', `{"pass\\u0077ord":"${SECRET}"}`],
    ['a number', '{"password":12345678901234}'],
    ['a short one', '{"password":"abc","a":"b"}'],
    ['several in a list', `{"tokens": [ "${SECRET}" , "${SECRET}2" ]}`],
    ['a part of a multipart form', `--b\r\nContent-Disposition: form-data; name="password"\r\n\r\n${SECRET}\r\n--b--`],
    [
      'a part with a type of its own',
      `--b\nContent-Disposition: form-data; name="apiKey"; filename="k"\nContent-Type: text/plain\n\n${SECRET}\n--b--`,
    ],
    ['a code in an address', `code=${SECRET}`],
    ['a key in an address', `KEY=${SECRET}`],
  ])('%s', (_what, text) => {
    const masked = createMask({ headers: [], texts: [text] }).text(text)
    expect(masked).toContain('…')
    expect(masked).not.toMatch(/Hush0123|12345678901234|"abc"/)
  })

  test('what is known to be a secret, under any name', () => {
    const text = `{"memo":"${SECRET}"}`
    expect(createMask({ headers: [], texts: [text], known: [SECRET] }).text(text)).toBe('{"memo":"Hush…(14)"}')
  })
})

test.each([
  'order_id=CS1&foo=bar&limit=10',
  '{"code":"CBC.0100","key":"env","token_type":"Bearer","access_key_id":"AK0123456789"}',
  '{"tags":[{"key":"env","value":"production-one"}],"signature_method":"HMAC-SHA256"}',
  'authToken=0123456789abcdef0123456789',
])('what is no secret stays readable: %s', (text) => {
  expect(createMask({ headers: [{ 'x-language': 'zh_CN' }], texts: [text] }).text(text)).toBe(text)
})
