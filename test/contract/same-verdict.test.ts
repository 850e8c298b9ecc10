import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { verifyConsumer } from '../../src/contract/verify-consumer.ts'
import { systemClock } from '../../src/index.ts'
import type { Loose } from './interactions.ts'
import { SAMPLES, sample } from './samples.ts'

// The long run, with both cores busy: RUNS=20 BURNERS=2 npx vitest run test/contract/same-verdict.test.ts
const RUNS = Number(process.env.RUNS ?? 2)
const BURNERS = Number(process.env.BURNERS ?? 0)
const COUNT = 120

const folder = mkdtempSync(join(tmpdir(), 'same-verdict-'))
const burners = Array.from({ length: BURNERS }, () => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }))
afterAll(() => {
  for (const burner of burners) burner.kill('SIGKILL')
  rmSync(folder, { recursive: true })
})

/** So many interactions of all versions; every tenth expects another status and fails. */
function manyPacts(): string[] {
  const each = Math.ceil(COUNT / SAMPLES.length)
  return SAMPLES.map((file, at) => {
    const document = sample(file)
    const interactions = Array.from({ length: each }, (_, i) => {
      const interaction: Loose = structuredClone(document.interactions[i % document.interactions.length])
      interaction.description = `${i}: ${interaction.description}`
      if (i % 10 === 9) interaction.response = { status: interaction.response.status === 500 ? 200 : 500 }
      return interaction
    })
    const copy = join(folder, `${at}.json`)
    writeFileSync(copy, JSON.stringify({ ...document, interactions }))
    return copy
  })
}

/** A signature and its time, and the time of an answer, are the machine's. */
const withoutMachineTime = (name: string, value: unknown) => (/^(?:authorization|x-sdk-date|date)$/i.test(name) ? undefined : value)

test(
  `${COUNT} interactions have the same verdict ${RUNS} times out of ${RUNS}`,
  async () => {
    const files = manyPacts()
    const verdicts: string[] = []
    for (let run = 0; run < RUNS; run++) {
      const { groups } = await verifyConsumer({ files, systemClock })
      const checks = groups.flatMap(({ checks }) => checks.map(({ ms: _, ...check }) => check))
      expect(checks.length).toBeGreaterThanOrEqual(COUNT)
      expect(checks.filter(({ state }) => state === 'failed').length).toBe(SAMPLES.length * 3)
      // Ids and times of a world come again; only the machine's own clock may show.
      verdicts.push(JSON.stringify(checks, withoutMachineTime))
    }
    expect(verdicts.filter((verdict) => verdict !== verdicts[0]).length).toBe(0)
  },
  60_000 + RUNS * 60_000,
)
