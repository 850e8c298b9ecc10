import { describe, expect, test } from 'vitest'
import { escapeKey, keyOf } from '../../src/spec/json-pointer.ts'
import { scanJson } from '../../src/spec/request/json-scan.ts'

describe('what a plain parse would hide', () => {
  test.each([
    ['a number', '1', [], 0],
    ['an empty object', '{}', [], 1],
    ['the same name in two objects', '[{"a":1},{"a":2}]', [], 2],
    ['a repeated name', '{"a":1,"a":2}', ['/a'], 1],
    ['thrice is twice repeated', '{"a":1,"a":2,"a":3}', ['/a', '/a'], 1],
    ['deep inside lists', '{"x":[0,[{"a":1,"a":2}]]}', ['/x/1/0/a'], 4],
    ['escaped alike', '{"a":1,"\\u0061":2}', ['/a'], 1],
    ['names with slash and tilde', '{"a/b~":{"c":1,"c":2}}', ['/a~1b~0/c'], 2],
    ['braces and commas in texts count for nothing', '{"a":"{[,\\"}","b":"\\\\"}', [], 1],
    ['names of prototypes', '{"__proto__":1,"__proto__":2}', ['/__proto__'], 1],
    ['values that look like names', '{"a":"b","b":"a"}', [], 1],
  ])('%s', (_what, text, duplicates, depth) => {
    JSON.parse(text)
    expect(scanJson(text)).toEqual({ duplicates, depth })
  })

  test.each(['{', '}}}]]]', '"', '{"a', '{"\\x":1,"\\x":2}', '[,,,', '\\', ''])('text that is not JSON ends too: %j', (text) => {
    expect(scanJson(text).depth).toBeLessThan(3)
  })

  test('it stops one level too deep, and lists ten duplicates at most', () => {
    expect(scanJson('['.repeat(1_000_000), 64).depth).toBe(65)
    expect(scanJson(`{${'"a":1,'.repeat(50)}"a":1}`).duplicates).toHaveLength(10)
  })

  test('a pointer escapes tilde before slash', () => {
    expect(escapeKey('~1/')).toBe('~01~1')
    expect(keyOf('~01~1')).toBe('~1/')
  })
})
