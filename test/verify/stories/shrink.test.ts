import { expect, test } from 'vitest'
import { legalOf } from '../../../src/verify/stories/life.ts'
import type { Move } from '../../../src/verify/stories/moves.ts'
import { createBudget, shrink } from '../../../src/verify/stories/shrink.ts'
import { createSeeded } from '../../helpers/seeded.ts'

const same = <T>(list: readonly T[]) => list

test('what is needed stays in its order, all else goes, whatever is needed', async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = createSeeded(seed)
    const whole = Array.from({ length: 1 + random.int(30) }, (_, i) => i)
    const needed = whole.filter(() => random.int(4) === 0)
    let tries = 0
    const found = await shrink(whole, same, async (list) => {
      tries++
      return needed.every((one) => list.includes(one))
    })
    expect(found, `seed ${seed}`).toEqual(needed)
    expect(tries, `seed ${seed}`).toBeLessThan(400)
  }
})

test('nothing is tried twice, and nothing after the last try', async () => {
  const tried: string[] = []
  let left = 5
  const found = await shrink([1, 2, 3, 4, 5, 6, 7, 8], same, async (list) => {
    if (left-- === 0) return undefined
    tried.push(list.join())
    return list.includes(8) && list.includes(1)
  })
  expect(new Set(tried).size).toBe(tried.length)
  expect(tried).toHaveLength(5)
  expect(found).toEqual(expect.arrayContaining([1, 8]))
})

test('a budget ends with its calls, and with its time', () => {
  let now = 0
  const budget = createBudget(10, 1000, () => now)
  expect(budget.allows(10)).toBe(true)
  expect(budget.allows(11)).toBe(false)
  budget.spend(8)
  expect(budget.allows(2)).toBe(true)
  expect(budget.allows(3)).toBe(false)
  now = 1000
  expect(budget.allows(1)).toBe(false)
})

const move = (step: number, deed: Move['do'], again?: number): Move => ({ step, do: deed, instance: 'first', ...(again ? { again } : {}) })

test.each<[string, Move[], Move[]]>([
  ['what needs an instance', [move(2, 'RENEWAL'), move(3, 'queryInstance')], []],
  [
    'what comes after a release',
    [move(1, 'newInstance'), move(2, 'releaseInstance'), move(3, 'FREEZE')],
    [move(1, 'newInstance'), move(2, 'releaseInstance')],
  ],
  [
    'a freeze of what is frozen',
    [move(1, 'newInstance'), move(2, 'FREEZE'), move(4, 'FREEZE')],
    [move(1, 'newInstance'), move(2, 'FREEZE')],
  ],
  ['more taken back than renewed', [move(1, 'newInstance'), move(2, 'UNSUBSCRIBE_RENEWAL_PERIOD')], [move(1, 'newInstance')]],
  [
    'a trial that was renewed',
    [move(1, 'newInstance'), move(2, 'RENEWAL'), move(3, 'TRIAL_TO_FORMAL')],
    [move(1, 'newInstance'), move(2, 'RENEWAL')],
  ],
])('%s is left out of a story', (_what, moves, left) => {
  expect(legalOf(moves)).toEqual(left)
})

test('the first repeat of a call that was left out is the call, and later ones repeat it', () => {
  const moves = [move(1, 'newInstance'), move(3, 'RENEWAL', 2), move(4, 'FREEZE'), move(5, 'RENEWAL', 2)]
  expect(legalOf(moves)).toEqual([move(1, 'newInstance'), move(3, 'RENEWAL'), move(4, 'FREEZE'), move(5, 'RENEWAL', 3)])
})
