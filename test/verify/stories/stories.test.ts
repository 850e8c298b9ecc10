import { expect, test } from 'vitest'
import { seededNumbers, systemClock } from '../../../src/index.ts'
import { PROFILES } from '../../../src/verify/profiles/profiles.ts'
import type { Failure, Step } from '../../../src/verify/stories/failure.ts'
import { verifySeller } from '../../../src/verify/verify-seller.ts'
import { BROKEN, opensLater, seeing } from '../../sellers/broken.ts'
import { FORGETFUL } from '../../sellers/forgetful.ts'
import { readReport } from '../read-report.ts'
import { KEY, serveSeller } from '../serve-seller.ts'

const UPGRADABLE = PROFILES.find(({ name }) => name === 'saas-period-upgradable')!
const impatient = {
  ...systemClock,
  wait: (ms: number, signal?: AbortSignal) => (signal ? systemClock.wait(ms, signal) : Promise.resolve()),
}
const verify = async (url: string, run: string, count: number, seed: string, clock = impatient) => {
  const failures: Failure[] = []
  const stories = { count, length: 8, seed, chance: seededNumbers }
  const onFailure = (failure: Failure) => `again ${failures.push(failure)}`
  const report = await verifySeller({ url, keys: { basic: KEY }, run, systemClock: clock, profile: UPGRADABLE, stories, onFailure })
  return { ...readReport(report), report, failures }
}
const short = (step: Step) =>
  'case' in step ? step.case : `${step.do} ${step.instance}${step.again === undefined ? '' : ` as in ${step.again}`}`

test('the example seller lives through 200 stories', async () => {
  await using seller = await serveSeller()
  const { report, faults, warnings, failures } = await verify(seller.url, 'two0hundred', 200, '200')
  expect({ faults, warnings, failures }).toEqual({ faults: [], warnings: [], failures: [] })
  const stories = report.groups.find(({ name }) => name === 'stories')
  expect(stories?.checks).toHaveLength(200)
  expect(report.about).toMatchObject({ stories: '200 of up to 8 calls, seed 200' })
})

test('one that opens instances in the background is waited for', async () => {
  await using seller = await serveSeller((good) => opensLater(good, 3))
  expect(await verify(seller.url, 'later0story', 5, 'later')).toMatchObject({ faults: [], failures: [] })
})

test.each(FORGETFUL)('a seller that $mistake is found by stories alone', async ({ breaks, rule, steps }) => {
  await using seller = await serveSeller(breaks)
  const { faults, failures, report } = await verify(seller.url, 'forgetful', 40, 'one')
  expect(faults.map(({ code }) => code)).toEqual([rule])
  expect(faults[0]?.cases.every((name) => name.startsWith('stories'))).toBe(true)
  expect(failures).toMatchObject([{ format: 1, kind: 'seller-failure', rule, reproduced: true, story: { seed: 'one' } }])
  expect(failures[0]?.steps.map(short)).toEqual(steps)
  expect(report.groups.flatMap(({ checks }) => checks).filter(({ again }) => again)).toMatchObject([{ again: 'again 1' }])
})

test('the shortest sequence is the same when seconds pass between its calls', async () => {
  const [{ breaks, rule, steps }] = FORGETFUL as [(typeof FORGETFUL)[number]]
  await using seller = await serveSeller(breaks)
  const draw = seededNumbers('seconds')
  const uneven = { ...impatient, now: () => systemClock.now() + Math.floor(draw() * 3) * 1000 }
  const { failures } = await verify(seller.url, 'uneven', 40, 'one', uneven)
  expect(failures).toMatchObject([{ rule, reproduced: true }])
  expect(failures[0]?.steps.map(short)).toEqual(steps)
})

test.each(BROKEN)('of a seller that $mistake, stories find nothing else, and one call or two show it', async ({ breaks, rule }) => {
  await using seller = await serveSeller(breaks)
  const { faults, failures } = await verify(seller.url, 'broken0story', 10, 'broken')
  expect(faults.map(({ code }) => code)).toEqual([rule])
  expect(failures).toMatchObject([{ rule, reproduced: true }])
  expect(failures[0]?.steps.length).toBeLessThanOrEqual(3)
})

test('the same seed tells the same stories, another one others', async () => {
  await using seller = await serveSeller()
  const titles = async (run: string, seed: string) => {
    const { report } = await verify(seller.url, run, 6, seed)
    return report.groups.find(({ name }) => name === 'stories')?.checks.map(({ title }) => title)
  }
  const first = await titles('first0seed', 'a')
  expect(await titles('second0seed', 'a')).toEqual(first)
  expect(await titles('third0seed', 'b')).not.toEqual(first)
})

test('a mistake that does not show a second time is told as seen once', async () => {
  let upgrades = 0
  // One repeat of all is refused, and never again.
  const refusesOnce = (body: Record<string, unknown>) =>
    body['activity'] === 'upgradeInstance' && ++upgrades === 2 ? { ...body, instanceId: 'no-such-instance' } : body
  await using seller = await serveSeller((good, key) => seeing(good, key, refusesOnce))
  const { failures } = await verify(seller.url, 'once0only', 0, 'once')
  expect(failures).toMatchObject([{ rule: 'seller.instance.lost', reproduced: false }])
  expect(failures[0]?.steps.at(-1)).toMatchObject({ case: 'upgradeInstance.repeated' })
})
