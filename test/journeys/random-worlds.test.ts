import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { watchful } from '../helpers/audited.ts'
import { watchSteps } from '../helpers/model.ts'
import { drawMove, type Played, play } from '../helpers/random-play.ts'
import { createSeeded } from '../helpers/seeded.ts'

const SEED = Number(process.env['SEED'] ?? 20260101)
const WORLDS = 200
const MOVES = 25
/** The long run: `STEPS=100000 npx vitest run test/journeys/random-worlds.test.ts`. */
const STEPS = Number(process.env['STEPS'] ?? 10_000)

const text = (played: unknown) => JSON.stringify(played)

test(`two hundred worlds side by side never meet, and each played alone gives the same bytes (SEED=${SEED})`, {
  timeout: 120_000,
}, async () => {
  await using together = await startSandbox()
  const names = Array.from({ length: WORLDS }, (_, i) => `w-${i}`)
  const played = new Map<string, Played[]>(names.map((name) => [name, []]))
  const chance = new Map(names.map((name, i) => [name, createSeeded(SEED + i)]))
  for (let round = 0; round < MOVES; round++) {
    // All worlds move at once; which one comes first is nobody's business.
    await Promise.all(
      names.map(async (name) => {
        const move = drawMove(together.worlds.open(name), chance.get(name)!)
        played.get(name)!.push(await play(together, name, move))
      }),
    )
  }
  const clocks = new Set(names.map((name) => together.worlds.open(name).clock.now()))
  expect(clocks.size).toBeGreaterThan(WORLDS / 4)

  await using alone = await startSandbox()
  for (const name of names) {
    alone.worlds.open(name)
    for (const before of played.get(name)!) {
      const again = await play(alone, name, before.move)
      expect(text(again), `${name}: ${text(before.move)}`).toBe(text(before))
    }
    expect(text(alone.worlds.open(name).save()), name).toBe(text(together.worlds.open(name).save()))
    alone.worlds.drop(name)
  }
  const answers = [...played.values()].flat()
  expect(answers.filter(({ status }) => status >= 500)).toEqual([])
  // Random moves that are all refused would show little.
  expect(answers.filter(({ status }) => status < 300).length).toBeGreaterThan(answers.length / 3)
})

test(`no step is taken that the vendor's pages do not know, in ${STEPS} random moves (SEED=${SEED})`, { timeout: 3_600_000 }, async () => {
  const taken = new Map<string, number>()
  let done = 0
  // Worlds of a hundred moves: long enough for whole lives, short enough to be looked through.
  for (let round = 0; done < STEPS; round++) {
    const watch = watchful()
    await using sandbox = await startSandbox({ onWorld: watch.onWorld, seed: `${SEED + round}` })
    const random = createSeeded(SEED + round)
    const { illegal, steps } = watchSteps(sandbox.world)
    for (let n = 0; n < 300 && done < STEPS; n++, done++) {
      const move = drawMove(sandbox.world, random)
      const { status, body } = await play(sandbox, 'default', move)
      expect(status, `SEED=${SEED + round}, move ${n}: ${text(move)} -> ${text(body)}`).toBeLessThan(500)
      expect(illegal, `SEED=${SEED + round}, move ${n}: ${text(move)}`).toEqual([])
    }
    watch.expectSound()
    for (const [step, count] of steps) taken.set(step, (taken.get(step) ?? 0) + count)
  }
  for (const step of ['filings: authority-review -> filed', 'sellerRequests: in-review -> passed']) expect(taken.has(step), step).toBe(true)
  for (const step of ['orders: none -> pending-payment', 'orders: processing -> completed', 'resources: creating -> in-use']) {
    expect(taken.get(step) ?? 0, step).toBeGreaterThan(10)
  }
})
