import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemClock } from '../../src/index.ts'
import type { Case } from '../../src/verify/case.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'
import { verifySeller } from '../../src/verify/verify-seller.ts'
import { startSeller } from '../sellers/start-seller.ts'
import { KEY } from './serve-seller.ts'

const whole = PROFILES.find(({ name }) => name === 'saas-period-upgradable')!
const together = whole.cases.filter(({ atOnce = 1 }) => atOnce > 1)

/** What is sent at the same moment, and what that stands on. */
const profile = { ...whole, cases: whole.cases.filter((one) => one.remembers !== undefined || standsUnder(one, together)) }

function standsUnder(one: Case, cases: readonly Case[]): boolean {
  const before = whole.cases.filter(({ name }) => cases.some(({ after = [] }) => [after].flat().includes(name)))
  return cases.includes(one) || (before.length > 0 && standsUnder(one, before))
}

test('calls at the same moment are inside the seller together, as its own log shows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-log-'))
  const file = join(folder, 'seller.log')
  try {
    await using seller = await startSeller({ changes: [] }, { KOOGALLERY_KEY: KEY, SELLER_LOG: file, SELLER_WORK: '100' })
    let read = 0
    const insides = new Map<string, number>()
    const onCase = ({ name }: { readonly name: string }) => {
      const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
      insides.set(name, mostInside(lines.slice(read)))
      read = lines.length
    }
    await verifySeller({ url: seller.url, keys: { basic: KEY }, run: 'overlap', systemClock, profile, onCase })

    expect(together.length).toBeGreaterThan(0)
    for (const { name, atOnce } of together) expect({ name, inside: insides.get(name) }).toEqual({ name, inside: atOnce })
    // What comes one after the other is never inside together: the log tells the difference.
    expect(insides.get('newInstance')).toBe(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

/** How many calls were inside at the same time. */
function mostInside(lines: readonly string[]): number {
  let inside = 0
  return Math.max(...lines.map((line) => (inside += line === 'enter' ? 1 : -1)))
}
