import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { seededNumbers, systemClock } from '../../src/index.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'
import { verifySeller } from '../../src/verify/verify-seller.ts'
import { startSellerProcess } from '../sellers/seller-process.ts'
import { readReport } from './read-report.ts'
import { KEY } from './serve-seller.ts'

const without = spawnSync('python3', ['--version']).status !== 0
if (without) console.warn('There is no python3 here: the sellers of those who had not seen the examination are not verified.')
const PROFILE = PROFILES.find(({ name }) => name === 'saas-period-upgradable')!

/** Written by somebody who had read the vendor's rules and never the examination. What each does wrong, and the rule that it breaks. */
const SELLERS = [
  ['alder', 'sorts the members of nested objects too before it checks the signature', ['seller.signature.rewritten']],
  ['birch', 'takes the order for the key of an instance, not its line', ['answer.instanceId.shared']],
  ['cedar', 'looks an order up and keeps its instance in two steps', ['answer.instanceId.changed']],
  [
    'dogwood',
    'refuses a renewal while the instance is frozen, repeated ones in a life story too',
    ['seller.frozen.renewal-refused', 'seller.repeat.refused'],
  ],
  ['elm', 'writes a Chinese memo as it is', ['answer.memo.not-escaped']],
] as const

test.skipIf(without).concurrent.each(SELLERS)(
  '%s, who %s, is found',
  async (name, _mistake, rules) => {
    const file = join(import.meta.dirname, '..', 'sellers', 'blind', `${name}.py`)
    await using seller = await startSellerProcess('python3', [file], { KOOGALLERY_KEY: KEY, PORT: '0' })
    const stories = { count: 20, length: 8, seed: 'blind', chance: seededNumbers }
    const { faults, warnings } = readReport(
      await verifySeller({ url: seller.url, keys: { basic: KEY }, run: `${name}0run`, systemClock, profile: PROFILE, stories }),
    )
    const told = [...faults, ...warnings].filter(({ level, code }) => level === 'error' || code.startsWith('answer.'))
    expect([...new Set(told.map(({ code }) => code))].sort()).toEqual([...rules])
  },
  60_000,
)
