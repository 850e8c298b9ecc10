import { describe, expect, test } from 'vitest'
import { readPattern } from '../../../src/spec/patterns/pattern.ts'
import { textLike } from '../../../src/spec/patterns/pattern-text.ts'
import { seededNumbers } from '../../../src/world/engine/chance.ts'
import { forSeeds } from '../../helpers/seeded.ts'
import { checkOf, madeFor } from './make-sample.ts'

/** Texts that fit each format, and texts that do not. */
const FORMATS: readonly (readonly [format: string, fitting: string, other: string])[] = [
  ['date-time', '2026-01-01T00:00:00+08:00', '2026-01-01 00:00'],
  ['date', '2024-02-29', '2023-02-29'],
  ['time', '23:59:59Z', '24:00'],
  ['duration', 'P1Y2M3DT4H', 'P'],
  ['email', 'joe@example.com', 'joe'],
  ['idn-email', 'jö@例え.jp', 'jö'],
  ['hostname', 'a-b.example.com', '-a.example'],
  ['idn-hostname', '例え.jp', '例え jp'],
  ['ipv4', '192.0.2.1', '192.0.2.256'],
  ['ipv6', '2001:db8::1', '2001:db8'],
  ['uri', 'https://example.com/a?b#c', '//example.com'],
  ['uri-reference', '../a', '\\a'],
  ['iri', 'https://例え.jp/ü', 'ü/x'],
  ['iri-reference', '/ü', '/ü x'],
  ['uri-template', '/a/{b}', '/a/{b'],
  ['uuid', '2f1c9f0e-6f3b-4c56-9d0c-3c1de1f6a001', '2f1c9f0e6f3b'],
  ['json-pointer', '/a~1b', 'a'],
  ['relative-json-pointer', '1/a', '/a'],
  ['byte', 'YWJj', 'YWJ'],
  ['base64', 'YQ==', 'Y'],
  ['base64url', 'a-_', 'a+'],
  ['char', 'ü', 'ab'],
]

describe('formats are checked', () => {
  test.each(FORMATS)('%s', (format, fitting, other) => {
    const check = checkOf({ type: 'string', format })
    expect(check(fitting)).toEqual([])
    expect(check(other)).toEqual([expect.objectContaining({ rule: 'format', kind: 'malformed', expected: `format ${format}` })])
  })
})

const fits = (schema: object) => {
  for (const seed of ['a', 'b', 'c', 'd', 'e']) {
    const { value, failed } = madeFor({ type: 'string', ...schema }, {}, seed)
    expect([value, failed]).toEqual([value, []])
  }
}

describe('formats are generated', () => {
  test.each([...FORMATS.map(([format]) => format), 'url', 'regex', 'binary', 'password', 'unknown'])('%s', (format) => fits({ format }))
  test.each(['email', 'idn-email', 'hostname', 'idn-hostname', 'uri', 'url', 'iri', 'uri-reference', 'uri-template', 'json-pointer', 'byte', 'regex', 'binary', 'password'])(
    'a long %s',
    (format) => fits({ format, minLength: 130, maxLength: 140 }),
  ) // biome-ignore format: one list
  test.each(['email', 'hostname', 'uri', 'iri', 'uri-reference', 'uri-template', 'json-pointer', 'byte', 'ipv6', 'duration', 'password'])(
    'a short %s',
    (format) => fits({ format, maxLength: 6 }),
  ) // biome-ignore format: one list

  test('times are near the moment of the source, and those of one place are always the same', () => {
    const schema = { type: 'array', minItems: 5, items: { type: 'string', format: 'date-time' } }
    const times = madeFor(schema).value as string[]
    for (const time of times) expect(Date.UTC(2026, 0, 1) - Date.parse(time)).toBeLessThanOrEqual(31 * 86_400_000)
    expect(new Set(times).size).toBeGreaterThan(1)
    expect(madeFor(schema).value).toEqual(times)
  })
})

const PATTERNS = [
  '^[\\w.-]+$', '^(?=.*[A-Z])(?=.*\\d).{8,}$', '^\\p{Lu}\\p{Ll}+$', '^(?<year>\\d{4})-(?<month>\\d\\d)$', '^(?!xx)[a-z]{2}$', '^#[0-9a-fA-F]{6}$',
  '^\\+?[1-9]\\d{1,14}$', '^(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}$', '^[^/\\\\]+$', '^(a|b)\\1$', 'foo', '^$', '^.{3}$',
  '^arn:aws:[a-z]+:[a-z0-9-]*:\\d{12}:.+$', '^(\\d+)(px|em|%)?$', '^\\S+@\\S+\\.\\S+$', '^\\u{1F600}$', '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==)?$',
  '^(19|20)\\d\\d-(0[1-9]|1[012])-(0[1-9]|[12]\\d|3[01])$', '(?<=a)b', '^https?://', '\\.json$', '^\\/(?:[\\w-]+\\/?)*$', '^(?:[a-z0-9]+\\.)+[a-z]{2,}$',
  '^\\x41\\u0042[\\t ]\\cA?$', '^(?:a|bc|def){2,3}$', '^[\\]\\[]+$', '^a{0}b?$', '^(?!-)[a-z-]+(?<!-)$', '^[\\s\\S]{2}$', '^[^\\x00-\\x7F]+$',
] // biome-ignore format: a list of expressions

describe('a text is made that matches a pattern', () => {
  test.each(PATTERNS)('%s', (pattern) => {
    const expected = readPattern(pattern)
    forSeeds(30, (random) => {
      const numbers = seededNumbers(random.int(1_000_000))
      const texts = Array.from({ length: 12 }, (_, attempt) => textLike(pattern, numbers, {}, attempt) ?? '')
      expect(
        texts.some((text) => expected?.test(text)),
        JSON.stringify(texts),
      ).toBe(true)
    })
  })

  test.each([
    ['^[a-z]+(-[a-z]+)*$', 20, 24],
    ['^[A-Z_][A-Z0-9_]*$', 64, 64],
    ['^(?:[a-z0-9]+\\.)+[a-z]{2,}$', 0, 8],
    ['^[A-Z0-9]{1,10}(?:-[A-Z0-9]{1,10}){0,3}$', 40, 43],
    ['^\\d{3}$|^\\d{9}$', 9, 9],
    ['x', 10, 12],
  ])('%s with %i to %i characters', (pattern, minLength, maxLength) => fits({ pattern, minLength, maxLength }))

  test.each(['(', '[', 'a{400000000}', '(?i)x', '[z-a]', '((a{999}){999}){999}'])('none is made for %s', (pattern) => {
    expect(textLike(pattern, seededNumbers(1)) ?? '').toHaveLength(0)
  })
})
