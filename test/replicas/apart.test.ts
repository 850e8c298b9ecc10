import { expect, test } from 'vitest'
import { type Reaching, standsApart } from '../../src/replicas/apart.ts'

/** `a>b`: a cannot reach b, which has renewed its lease since. `a>b?`: which has not. `a!`: it has said that it stands apart. */
function living(names: string, said: string): Reaching[] {
  return [...names].map((name) => ({
    name,
    incarnation: name,
    until: 2,
    unreached: Object.fromEntries([...said.matchAll(new RegExp(`${name}>(\\w)(\\??)`, 'g'))].map(([, to, unsure]) => [to, unsure ? 2 : 1])),
    apart: said.includes(`${name}!`),
  }))
}

test.each([
  ['nobody complains', 'abc', '', ''],
  ['all complain of one', 'abc', 'b>a c>a', 'a'],
  ['one complains of all', 'abc', 'a>b a>c', 'a'],
  ['one is cut off in both directions', 'abc', 'a>b a>c b>a c>a', 'a'],
  ['one that is gone did not renew its lease', 'abc', 'b>a? c>a?', ''],
  ['two of three reach each other through the third', 'abc', 'a>b b>a', ''],
  ['of two, the one that is complained of', 'ab', 'b>a', 'a'],
  ['of two that complain of each other, the second', 'ab', 'a>b b>a', 'b'],
  ['who has said so stays apart', 'ab', 'a>b b>a a!', 'a'],
  ['who has said so comes back when everybody reaches it', 'abc', 'a!', ''],
  ['not while one does not', 'abc', 'c>a a!', 'a'],
  ['where both have said so, both come back and one goes again', 'ab', 'a>b b>a a! b!', ''],
  ['of five, the smaller group', 'abcde', 'a>c a>d a>e b>c b>d b>e', 'ab'],
  ['a single one', 'a', '', ''],
])('%s: of %s with "%s", "%s" stand apart', (_title, names, said, apart) => {
  const all = living(names, said)
  expect([...names].filter((name) => standsApart(name, all)).join('')).toBe(apart)
})
