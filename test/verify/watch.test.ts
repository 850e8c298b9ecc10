import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { keepVerifying, type Watching } from '../../src/cli/verify/watch-option.ts'
import { systemClock } from '../../src/index.ts'
import type { Report } from '../../src/report/report.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'
import { verifySeller } from '../../src/verify/verify-seller.ts'
import { changesOf } from '../../src/verify/watch/changes.ts'
import { createReasons } from '../../src/verify/watch/reasons.ts'
import { watchAddress } from '../../src/verify/watch/seller-door.ts'
import { watchSeller } from '../../src/verify/watch/watch-seller.ts'
import { caught, runCli } from '../cli/run-cli.ts'
import { BROKEN } from '../sellers/broken.ts'
import { KEY, serveSeller } from './serve-seller.ts'

const PERIOD = PROFILES.find(({ name }) => name === 'saas-period')!
/** The next turn of the event loop, however long was asked for. */
const soon = () => new Promise<void>((resolve) => setImmediate(resolve))
let runs = 0
const verify = (url: string) => verifySeller({ url, keys: { basic: KEY }, run: `watch0${++runs}`, systemClock, profile: PERIOD })
let broken = false
/** A seller that has its mistake while `broken` says so. */
const breakable = () =>
  serveSeller((good, key) => {
    const bad = BROKEN[0]!.breaks(good, key)
    return (request) => (broken ? bad(request) : good(request))
  })

test('a seller is verified when it is up and again for each reason, and only what changed is told', async () => {
  broken = true
  await using seller = await breakable()
  const reasons = createReasons()
  const told: [readonly string[], number, string[], string[]][] = []
  const next = [
    () => {
      broken = false
      reasons.push('a.ts changed')
      reasons.push('b.ts changed')
      reasons.push('a.ts changed')
    },
    () => reasons.push('asked for'),
    () => reasons.end(),
  ]
  const last = await watchSeller({
    reasons,
    up: async () => true,
    verify: () => verify(seller.url),
    show(report, before, why) {
      const { checks, found, gone } = changesOf(report, before)
      told.push([why, checks.length, found.map(({ finding }) => finding.code), gone.map(({ finding }) => finding.code)])
      next.shift()?.()
    },
  })
  const { rule } = BROKEN[0]!
  expect(told).toEqual([
    [[], expect.any(Number), [rule], []],
    [['a.ts changed', 'b.ts changed'], expect.any(Number), [], [rule]],
    [['asked for'], 0, [], []],
  ])
  // What failed passes, and what came after it is played again.
  expect(told[0]?.[1]).toBeGreaterThan(0)
  expect(told[1]?.[1]).toBeGreaterThanOrEqual(told[0]?.[1] ?? 0)
  expect(last?.groups.flatMap(({ checks }) => checks).filter(({ state }) => state === 'failed')).toEqual([])
})

test('what a restart cuts short is done again before anything is told', async () => {
  broken = false
  const first = await breakable()
  await first[Symbol.asyncDispose]()
  await using second = await breakable()
  const addresses = [first.url, second.url]
  const told: Report[] = []
  const reasons = createReasons()
  let waited = 0
  await watchSeller({
    reasons,
    up: async () => ++waited > 0,
    verify: () => verify(addresses.shift()!),
    show(report) {
      told.push(report)
      reasons.end()
    },
  })
  expect(waited).toBe(2)
  expect(told).toMatchObject([{ about: { url: second.url } }])
})

test('what comes while things settle is one reason with the first', async () => {
  const reasons: ReturnType<typeof createReasons> = createReasons(async () => reasons.push('b.ts changed'))
  reasons.push('a.ts changed')
  expect(await reasons.next()).toEqual(['a.ts changed', 'b.ts changed'])
  const waiting = reasons.next()
  reasons.end()
  expect(await waiting).toBeUndefined()
})

test('nobody is verified who never came up', async () => {
  const reasons = createReasons()
  const never = () => Promise.reject(new Error('verified'))
  expect(await watchSeller({ reasons, up: async () => false, verify: never, show: never })).toBeUndefined()
})

test('the door tells when a seller is there, and when it comes back', async () => {
  const server = createServer((socket) => socket.destroy())
  const listen = (port: number) =>
    new Promise<number>((resolve) => server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port)))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  const port = await listen(0)
  const left = new AbortController()
  // A look takes patience only while nobody answers; between looks nothing has to be waited for.
  const looks: (() => void)[] = []
  const wait = (ms: number, signal: AbortSignal) => {
    if (ms > 1000) return new Promise<void>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    for (const look of looks.splice(0)) look()
    return soon()
  }
  const looked = () => new Promise<void>((resolve) => looks.push(resolve))
  const door = watchAddress(`http://127.0.0.1:${port}/isv`, { allow: [], wait, left: left.signal })
  expect(await door.open()).toBe(true)
  let back = 0
  const watching = door.watch(() => back++)
  await looked()
  expect(back).toBe(0)
  await close()
  await looked()
  await looked()
  await listen(port)
  await looked()
  await looked()
  expect(back).toBe(1)
  left.abort()
  await watching
  expect(await door.open()).toBe(false)
  await close()
})

test('a change of a file and Enter verify again; what the verification writes does not', async () => {
  broken = true
  await using seller = await breakable()
  const folder = mkdtempSync(join(tmpdir(), 'watched-'))
  try {
    const input = new PassThrough()
    let stop = () => {}
    const stopped = new Promise<void>((resolve) => {
      stop = resolve
    })
    let count = 0
    const watching: Watching = {
      folder,
      url: seller.url,
      allow: [],
      ignored: [join(folder, 'failures.json')],
      stopped,
      input,
      async verify() {
        const report = await verify(seller.url)
        count++
        if (count === 1) writeFileSync(join(folder, 'failures.json'), '{}')
        if (count === 1) broken = false
        if (count === 1) writeFileSync(join(folder, 'seller.ts'), 'better')
        else if (count === 2) input.write('\n')
        else stop()
        return report
      },
    }
    const { code, out, err } = await caught(() => keepVerifying(watching))
    expect(code).toBe(0)
    expect(err).toContain(`Watching ${folder}`)
    expect(out).toContain(`wrong  ${BROKEN[0]!.rule}`)
    expect(out).toMatch(/^seller\.ts changed:\npassed +newInstance\.repeated/m)
    expect(out).toContain(`gone   ${BROKEN[0]!.rule}`)
    expect(out).toMatch(/Enter was pressed:\nNothing changed\./)
    expect(out).not.toContain('failures.json')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each([
  ['a folder that is not there', ['--watch', 'nowhere'], '--watch nowhere is not a folder'],
  ['a report of one run', ['--watch', 'src', '--junit', 'a.xml'], '--junit is for a single run, and --watch makes many'],
  ['somebody far away', ['--watch', 'src', '--url', 'http://seller.example.com/isv'], 'seller.example.com is not this machine'],
])('%s is refused', async (_what, words, message) => {
  const url = words.includes('--url') ? [] : ['--url', 'http://localhost:1']
  expect(await runCli('verify', 'seller', '--key', KEY, ...url, ...words)).toMatchObject({ code: 2, err: expect.stringContaining(message) })
})
