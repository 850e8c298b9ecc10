import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPact } from '../src/contract/read-pact.ts'
import { createComparison } from '../src/contract/static/compare-pact.ts'
import { verifyConsumer } from '../src/contract/verify-consumer.ts'
import { countsOf } from '../src/report/report.ts'
import { builtInBundle, specsOf } from '../src/spec/schema/cache.ts'
import { systemClock } from '../src/world/engine/system-clock.ts'

/**
 * What one interaction of a consumer's pact costs, in machine milliseconds: held against the specs once everything is read, and verified
 * as the command does it: against the specs and live, with all that has to be read and started.
 * @param count interactions, made of the samples in `contracts/`
 */
export async function contractCosts(count: number): Promise<{ readonly still: number; readonly live: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-contracts-'))
  const contracts = join(import.meta.dirname, '..', 'contracts')
  const samples = readdirSync(contracts).filter((name) => name.endsWith('.json') && !name.startsWith('koogallery-seller'))
  const files = samples.map((name) => {
    const document = JSON.parse(readFileSync(join(contracts, name), 'utf8')) as { interactions: { description: string }[] }
    const own = document.interactions
    const interactions = Array.from({ length: Math.ceil(count / samples.length) }, (_, i) => {
      const one = own[i % own.length] as { description: string }
      return { ...one, description: `${i}: ${one.description}` }
    })
    writeFileSync(join(folder, name), JSON.stringify({ ...document, interactions }))
    return join(folder, name)
  })
  const compare = createComparison(specsOf(builtInBundle()))
  const pacts = files.map((file) => readPact(file))
  const whole = pacts.reduce((sum, { interactions }) => sum + interactions.length, 0)
  const timed = async (act: () => Promise<unknown>) => {
    const began = systemClock.monotonic()
    await act()
    return (systemClock.monotonic() - began) / whole
  }
  const compareAll = async () => {
    for (const pact of pacts) await compare(pact)
  }
  await compareAll()
  const still = await timed(compareAll)
  const live = await timed(async () => {
    const { passed, failed } = countsOf(await verifyConsumer({ files, systemClock }))
    if (failed > 0 || passed !== whole) throw new Error(`${failed} of the ${whole} sample interactions fail.`)
  })
  rmSync(folder, { recursive: true })
  return { still, live }
}
