import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { replayRun, type Sandbox, startSandbox } from '../../src/index.ts'
import { drawMove, play } from '../helpers/random-play.ts'
import { createSeeded } from '../helpers/seeded.ts'
import { openSeller } from '../marketplace/seller.ts'
import { goodAnswer, PRODUCT } from '../marketplace/shop.ts'
import { flipBytes } from './flip-bytes.ts'

const SEED = Number(process.env['SEED'] ?? 20260101)
const project = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'koosandbox-long-run-'))
/** The seller of the default world. */
const SELLER = '5a1c0e7b92d84f36a7c1e05d3b684f92'
const random = createSeeded(SEED)

/** Answers as sellers do: mostly well, sometimes badly, sometimes after a question of its own. */
let sandbox: Sandbox
const seller = await openSeller(async (call) => {
  const dice = random.int(8)
  if (dice === 0) return { status: 500, body: { resultCode: '000005' } }
  if (dice === 1) return 'reset'
  if (dice < 5) await get('/v2/orders/customer-orders?limit=3')
  return goodAnswer(call)
})
afterAll(() => seller.close())

const get = (path: string) =>
  fetch(`${sandbox.url}${path}`, { headers: { 'X-Auth-Token': sandbox.credentials.buyer?.token ?? '' } }).then((answer) => answer.text())

/** Twenty things at once, in several worlds, by library and HTTP. */
async function round(n: number, names: string[]): Promise<void> {
  if (n % 5 === 0) {
    sandbox.worlds.fork(random.pick(names), `fork-${n}`)
    names.push(`fork-${n}`)
  }
  if (n % 7 === 3) sandbox.worlds.snapshots.save(random.pick(names), `snap-${n}`)
  const jobs = Array.from({ length: 20 }, async (_, i) => {
    const name = random.pick(names)
    if (i === 0) return sandbox.inWorld(name).clock.pass(random.pick(['1s', '10m', '3h', '1d', 'next']))
    if (i < 5)
      return sandbox
        .inWorld(name)
        .buy(random.pick([PRODUCT.month, PRODUCT.year, PRODUCT.buyout]))
        .catch(() => {})
    if (i === 5) return get(`/v2/orders/customer-orders?limit=${1 + random.int(9)}`)
    if (i === 6) return get('/_sandbox/journal?limit=2')
    if (i === 7) return get('/_sandbox/deliveries?limit=3')
    if (i === 8) return get(`/_sandbox/facts?world=${name}&limit=5`)
    return play(sandbox, name, drawMove(sandbox.worlds.open(name), random))
  })
  await Promise.allSettled(jobs)
}

async function run(file: string, names: string[], rounds: number): Promise<void> {
  const address = { id: 'own', sellerId: SELLER, use: 'basic', url: seller.url, version: 2, debuggedAt: '-P1D' }
  sandbox = await startSandbox({ record: file, state: join(folder, 'state'), config: { addresses: [address] }, seed: `${SEED}` })
  for (const name of names) sandbox.worlds.open(name)
  for (let n = 0; n < rounds; n++) await round(names.length * 100 + n, names)
  sandbox.inWorld('default').clock.live()
  for (let n = 0; n < 3; n++) await round(names.length * 100 + 50 + n, names)
  sandbox.inWorld('default').clock.freeze()
  await sandbox.close()
}

const count = (file: string, what: string) => readFileSync(file, 'utf8').split(`{"what":"${what}"`).length - 1

describe(`a long run, recorded in two halves with --state between them (SEED=${SEED})`, () => {
  const [first, second] = [join(folder, 'first.json'), join(folder, 'second.json')]

  beforeAll(async () => {
    const names = ['default', 'two']
    await run(first, names, 22)
    await run(second, names, 22)
  }, 180_000)

  test('has a thousand requests and a hundred deliveries', () => {
    expect(count(first, 'call') + count(second, 'call')).toBeGreaterThanOrEqual(1000)
    expect(count(first, 'send') + count(second, 'send')).toBeGreaterThanOrEqual(100)
    expect(count(first, 'untold') + count(second, 'untold')).toBe(0)
  })

  test.each([
    ['the first half', first],
    ['the second half, after the restart', second],
  ])('%s is repeated byte for byte in a fresh process', { timeout: 120_000 }, async (_half, file) => {
    const words = [join(project, 'dist', 'cli.js'), 'replay', file, '--json']
    const ran = await promisify(execFile)(process.execPath, words, { cwd: project, maxBuffer: 1e8 }).catch(
      (error: { stdout: string }) => error,
    )
    const { differences, requests } = JSON.parse(ran.stdout)
    expect(differences.slice(0, 3)).toEqual([])
    expect(requests).toBe(count(file, 'call'))
  })

  test('each byte that is changed is reported with its place, and nothing else', { timeout: 120_000 }, async () => {
    const { text, flips } = flipBytes(readFileSync(second, 'utf8'), createSeeded(SEED + 1), 60)
    const { differences } = await replayRun(text, 'flipped.json')
    const found = differences.map(({ subject, place }) => `${subject} ${place}`)
    for (const flip of flips) expect(found, JSON.stringify(flip)).toContain(`${flip.subject} ${flip.place}`)
    const about = new Set(flips.map(({ subject }) => subject))
    expect(differences.filter(({ subject }) => !about.has(subject))).toEqual([])
  })
})
