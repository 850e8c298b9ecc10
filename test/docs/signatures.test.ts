import { describe, expect, test } from 'vitest'
import { signAkSk, signProduction } from '../../src/signing/index.ts'
import { blocksOf, LANGUAGES, readPage } from './read-pages.ts'

describe.each(LANGUAGES)('the worked examples of explanation/signatures (%s)', (language) => {
  const text = readPage(`docs/${language}/explanation/signatures.md`)
  const commands = blocksOf(text, 'sh').join('\n')
  const value = (name: string) => new RegExp(`^${name}='?(.*?)'?$`, 'm').exec(commands)?.[1] ?? ''

  test('a call of the marketplace', () => {
    const [body] = blocksOf(text, 'json')
    const stamp = { timestamp: value('timestamp'), nonce: value('nonce') }
    const signed = signProduction(body, stamp, value('key'))
    expect(signed.sorted).toBe(value('sorted'))
    expect(commands).toContain(`# → ${signed.bodyHash}\n`)
    expect(commands).toContain(`# → ${signed.value}\n`)
  })

  test('a call of a cloud API', () => {
    const canonical = /<<'END'\n([\s\S]*?)\nEND\n/.exec(commands)?.[1] ?? ''
    const [method = '', path = '', query = '', ...lines] = canonical.split('\n')
    const headers = Object.fromEntries(lines.slice(0, lines.indexOf('')).map((line) => line.split(':', 2) as [string, string]))
    const [access = '', secret = ''] = [/Access=(\w+)/.exec(text)?.[1], /-hmac (\w{30,})/.exec(commands)?.[1]]
    const signed = signAkSk({ method, path, query, headers }, { access, secret })
    expect(signed.canonical).toBe(canonical)
    expect(commands).toContain(`# → ${signed.stringToSign.split('\n')[2]}\n`)
    expect(commands).toContain(`# → ${signed.value}\n`)
    expect(text).toContain(`Authorization: ${signed.authorization}\n`)
  })
})
