import { afterAll, describe, expect, test } from 'vitest'
import { systemClock } from '../../src/index.ts'
import { sayInChinese } from '../../src/language/chinese.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'
import { verifySeller } from '../../src/verify/verify-seller.ts'
import { englishLeft } from '../language/english-left.ts'
import type { Mistake } from '../sellers/mistakes/mistake.ts'
import { MISTAKES } from '../sellers/mistakes/mistakes.ts'
import { openSellerHost } from '../sellers/seller-host.ts'
import { startSeller } from '../sellers/start-seller.ts'
import { readReport } from './read-report.ts'
import { KEY } from './serve-seller.ts'

const profileOf = (name: string) => PROFILES.find((one) => one.name === name)!
const PROFILE = { v1: profileOf('v1-usage'), v2: profileOf('saas-period-upgradable') }

const host = openSellerHost()
afterAll(() => host[Symbol.asyncDispose]())
/** A seller that ends must not take the others with it. */
const ends = (changes: readonly (readonly [was: string, is: string])[]) => changes.some(([, is]) => is.includes('process.exit'))

/** Time-outs run faster for the seller that is slow; asking again for what opens in the background is no matter of time here. */
const hurried = (times: number) => ({
  ...systemClock,
  wait: (ms: number, signal?: AbortSignal) => (signal ? systemClock.wait(ms / times, signal) : Promise.resolve()),
})

/** Examines a seller that has one mistake. */
async function examine({ name, edition, changes }: Mistake) {
  await using seller = await (ends(changes) ? startSeller : host.start)({ edition, changes }, { KOOGALLERY_KEY: KEY })
  const report = await verifySeller({
    url: seller.url,
    keys: { basic: KEY },
    run: name.replaceAll('-', '').padEnd(12, '0'),
    systemClock: hurried(name === 'slow' ? 20 : 1),
    profile: PROFILE[edition ?? 'v2'],
  })
  const { faults, warnings } = readReport(report)
  const checks = report.groups.flatMap((group) => group.checks)
  return { faults, warnings, findings: [...faults, ...warnings], checks }
}

type Examined = Awaited<ReturnType<typeof examine>>

/**
 * The findings name the rule that is broken and no other; each says what was expected and what came, and shows the call. Those of the rule
 * name the mistake. The case failed or warned, as its row says.
 */
function expectOnly({ findings, checks }: Examined, { rule, also = [], says, warns }: Mistake) {
  expect([...new Set(findings.map(({ code }) => code))].sort()).toEqual([rule, ...also].sort())
  for (const finding of findings)
    expect(finding).toMatchObject({ expected: expect.any(String), got: expect.any(String), exchange: { request: expect.anything() } })
  const broken = checks.filter((check) => check.findings.some(({ code }) => code === rule))
  const told = findings.flatMap(({ code, expected, got, hint = '' }) => (code === rule ? [[expected, got, hint] as const] : []))
  const named = [...told.map(([expected, got, hint]) => `${expected} → ${got} ${hint}`), ...broken.map(({ title }) => title)]
  expect(named).toContainEqual(expect.stringMatching(says))
  // The same in Chinese: no English sentence is left, but for what the seller itself wrote (pages, and quoted texts that may be cut off).
  const ours = (text: string | undefined) => (/^["<]/.test(text ?? '') ? undefined : text)
  const all = checks.flatMap(({ title, reason, findings }) => [
    title,
    reason,
    ...findings.flatMap(({ expected, got, hint }) => [expected, ours(got), hint]),
  ])
  expect(englishLeft(all)).toEqual([])
  for (const { title } of broken) expect(sayInChinese(title)).toMatch(/\p{Script=Han}/u)
  const states = broken.map(({ state }) => state)
  expect(states.includes('failed') ? 'failed' : [...new Set(states)].join()).toBe(warns ? 'warned' : 'failed')
}

// Several at a time: a verification spends most of its time waiting for the other process.
describe.concurrent('known by its address alone', () => {
  test.each(MISTAKES.filter(({ warns }) => !warns))('a seller that $mistake breaks $rule and nothing else', async (mistake) => {
    expectOnly(await examine(mistake), mistake)
  })

  test.each(MISTAKES.filter(({ warns }) => warns))('a seller that $mistake is warned of $rule and nothing else', async (mistake) => {
    const examined = await examine(mistake)
    expectOnly(examined, mistake)
    expect(examined.faults).toEqual([])
  })
})

test('there are enough of them, each with a name of its own', () => {
  expect(MISTAKES.length).toBeGreaterThanOrEqual(25)
  expect(new Set(MISTAKES.map(({ name }) => name)).size).toBe(MISTAKES.length)
})
