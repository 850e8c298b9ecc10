/**
 * `npm run bench`: what the sandbox costs, as ratios to a bare node:http server that sends the same bytes in the same run.
 * wrk makes the requests where it is installed, pinned to the last core; else a client of the bench does. Prism is measured beside the sandbox
 * where `BENCH_PEERS=1` finds it in the path. `npm run bench -- --short` takes a few minutes; `--json FILE` writes the figures.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { compared, processorOf } from './compare.ts'
import { contractCosts } from './contracts.ts'
import { besideDeadSeller } from './deliveries.ts'
import { builtWithEmptyStage } from './empty-stage.ts'
import { startCosts } from './first-answer.ts'
import { PET_SHOTS, petShop } from './foreign.ts'
import { fire, keepOffClientCore, type Shot } from './load.ts'
import { manyOperations } from './many-operations.ts'
import { startPrism } from './peers.ts'
import { askingForRules } from './rule-stage.ts'

const short = process.argv.includes('--short')
// `--smoke` only shows that everything runs; its figures mean nothing.
const smoke = process.argv.includes('--smoke')
const ms = smoke ? 40 : short ? 1000 : 2000
const rounds = smoke ? 1 : short ? 3 : 7

interface Server {
  readonly child: ChildProcess
  readonly url: string
  readonly token: string
  readonly order: string
  readonly orders: number
  readonly rss: number
}

type Measured = Pick<Server, 'child' | 'url'>

/** What `clock.mjs` tells. */
interface Year {
  readonly ms: number
  readonly cpu: number
  readonly fired: number
}

const figures: Record<string, number | string> = {}
const note = (name: string, value: number, unit = '') => {
  figures[name] = value
  console.log(`${name.padEnd(78)} ${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit}`)
}

const start = (file: string, env: Record<string, string> = {}): Promise<Server> =>
  new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, file), { env: { ...process.env, ...env }, execArgv: ['--expose-gc'] })
    if (child.pid !== undefined && /^serve|^bare/.test(file)) keepOffClientCore(child.pid)
    child.once('message', (message) => resolve({ ...(message as Server), child }))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}.`)))
  })

const stop = (server: Server) => new Promise<void>((resolve) => server.child.once('exit', () => resolve()).kill())

const memory = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.child.once('message', (message) => resolve((message as Server).rss))
    server.child.send('memory')
  })

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number

/** The same request against both, turn and turn about, so that a noisy neighbour meets both. */
async function ratio(name: string, sandbox: Measured, shot: Shot, status: number): Promise<void> {
  const answer = await fetch(sandbox.url + shot.path, {
    method: shot.method,
    headers: shot.headers,
    ...(shot.body ? { body: shot.body } : {}),
  })
  const headers = Object.fromEntries(
    [...answer.headers].filter(([key]) => !['content-length', 'connection', 'keep-alive', 'transfer-encoding'].includes(key)),
  )
  const bare = await start('bare.mjs', { BENCH_ANSWER: JSON.stringify({ status: answer.status, headers, body: await answer.text() }) })
  const pairs: { ours: number; bare: number; processor: number }[] = []
  for (let i = 0; i <= rounds; i++) {
    const [base, own] = [await measured(bare, shot, status), await measured(sandbox, shot, status)]
    // The first round warms both up.
    if (i > 0) pairs.push({ bare: base.rate, ours: own.rate, processor: base.processor / own.processor })
  }
  await stop(bare)
  note(`${name}: answers per second`, median(pairs.map((pair) => pair.ours)), '/s')
  note(`${name}: ratio to bare node:http`, median(pairs.map((pair) => pair.ours / pair.bare)), '× bare')
  if (!Number.isNaN(pairs[0]?.processor))
    note(`${name}: the same, for each second of the processor`, median(pairs.map((pair) => pair.processor)), '× bare')
}

/** Answers per second, and microseconds of the processor for each; a peer does not tell them. */
async function measured(server: Measured, shot: Shot, status: number) {
  const before = server.child.connected ? await processorOf(server) : Number.NaN
  const { rate, answers } = await fire(server.url, shot, { ms, status })
  return { rate, processor: ((server.child.connected ? await processorOf(server) : Number.NaN) - before) / answers }
}

const list = (token: string): Shot => ({
  method: 'GET',
  path: '/v2/orders/customer-orders?limit=10&offset=0',
  headers: { 'X-Auth-Token': token },
})

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}\n`)

const main = await start('serve.mjs')
await ratio('list of 10 orders', main, list(main.token), 200)
const json = { 'X-Auth-Token': main.token, 'Content-Type': 'application/json' }
const query = {
  method: 'POST',
  path: '/v2/orders/suscriptions/resources/query',
  headers: json,
  body: '{"only_main_resource":1,"limit":10,"offset":0}',
}
await ratio('POST (query of resources)', main, query, 200)
await ratio('refused (limit=101)', main, { ...list(main.token), path: '/v2/orders/customer-orders?limit=101' }, 400)
note('memory after the load', (await memory(main)) / 1024 / 1024, 'MB')
await stop(main)

const pets = join(mkdtempSync(join(tmpdir(), 'koosandbox-bench-')), 'pets.json')
writeFileSync(pets, JSON.stringify(petShop()))
const foreign = await start('serve-document.mjs', { BENCH_SPEC: pets })
for (const [name, shot, status] of PET_SHOTS) await ratio(`a foreign document, ${name}`, foreign, shot, status)
await stop(foreign)
const prism = await startPrism(pets)
if (prism) {
  for (const [name, shot, status] of PET_SHOTS) await ratio(`Prism, ${name}`, prism, shot, status)
  prism.child.kill()
}

const byOperations: number[] = []
for (const count of smoke ? [30, 300] : [30, 1000, 5000]) {
  const spec = join(mkdtempSync(join(tmpdir(), 'koosandbox-bench-')), 'spec.json')
  writeFileSync(spec, JSON.stringify(manyOperations(count)))
  const server = await start('serve.mjs', { BENCH_SPEC: spec })
  await fire(server.url, list(server.token), { ms: ms / 2 })
  byOperations.push((await fire(server.url, list(server.token), { ms })).rate)
  note(`list with ${count} operations: answers per second`, byOperations.at(-1) as number, '/s')
  await stop(server)
}
note('list with most operations ÷ with fewest', (byOperations.at(-1) as number) / (byOperations[0] as number))

const byOrders: Record<string, number[]> = {}
for (const count of smoke ? [40, 400] : [40, 10_000, 100_000]) {
  const server = await start('serve.mjs', { BENCH_ORDERS: String(count) })
  const shots: Record<string, string> = {
    'no filter': 'limit=10',
    order_id: `order_id=${server.order}`,
    status: 'status=4&limit=10',
    'create time': 'create_time_begin=2000-01-01T00:00:00Z&create_time_end=2000-12-31T00:00:00Z',
  }
  for (const [name, search] of Object.entries(shots)) {
    const shot = { ...list(server.token), path: `/v2/orders/customer-orders?${search}` }
    await fire(server.url, shot, { ms: ms / 2 })
    const { rate } = await fire(server.url, shot, { ms })
    byOrders[name] = [...(byOrders[name] ?? []), rate]
    note(`list by ${name} of ${count} orders: answers per second`, rate, '/s')
  }
  note(`memory with ${count} orders`, server.rss / 1024 / 1024, 'MB')
  await stop(server)
}
for (const [name, rates] of Object.entries(byOrders))
  note(`list by ${name}: 100,000 orders ÷ 40`, (rates[2] as number) / (rates[0] as number))

const beside = await besideDeadSeller((env) => start('serve.mjs', env), stop, { ms, rounds, shot: list })
note(`list without a dead seller: answers per second`, beside.without, '/s')
note(`list beside ${beside.deliveries} calls of a dead seller: answers per second`, beside.with, '/s')
note('list beside a dead seller ÷ without', beside.ratio)

const terms = { start: (env: Record<string, string>) => start('serve.mjs', env), stop, shot: list, ms, pairs: smoke ? 1 : 5 }
note('list through Response objects ÷ written to the socket', (await compared({ BENCH_RESPONSES: '1' }, terms)).rate)
const byRules = {
  'list without rules ÷ with the stage of rules left out': await compared({}, terms, { BENCH_PACKAGE: await builtWithEmptyStage() }),
  'list with a rule for another operation ÷ without rules': await compared({ BENCH_RULE: '1' }, terms),
}
for (const [name, { rate, processor }] of Object.entries(byRules)) {
  note(name, rate)
  note(`${name}, for each second of the processor`, processor)
}

for (const rules of [0, 1, 1000])
  note(`a call asks for rules, beside ${rules} for another operation`, askingForRules(rules, smoke ? 1 : 100), 'ns')

const years: Year[] = []
for (const count of smoke ? [50, 500] : [10_000, 100_000]) {
  const runs: Year[] = []
  // As many for each size: the best of several against the only one would make growth look worse than it is.
  for (let i = 0; i < (smoke ? 1 : 3); i++) runs.push((await start('clock.mjs', { BENCH_RESOURCES: String(count) })) as unknown as Year)
  const best = runs.sort((a, b) => a.ms - b.ms)[0] as Year
  note(`a year over ${count} resources that each lapse once`, best.ms, 'ms')
  note(`the same, of the processor alone, for ${best.fired} pieces of work`, best.cpu, 'ms')
  years.push(best)
}
note('a year: 10 times the resources take so many times the processor', (years[1] as Year).cpu / (years[0] as Year).cpu)

/** What `worlds.mjs` tells of one size. */
interface WorldCost {
  readonly orders: number
  readonly fork: number
  readonly bytes: number
  readonly export: number
  readonly import: number
  readonly size: number
}
const { small, large } = (await start('worlds.mjs', smoke ? { BENCH_SMOKE: '1' } : {})) as unknown as { small: WorldCost; large: WorldCost }
for (const cost of [small, large]) {
  note(`a fork of ${cost.orders} orders`, cost.fork, 'ms')
  note(`memory of an idle fork of ${cost.orders} orders`, cost.bytes / 1024, 'kB')
  note(`export of ${cost.orders} orders into ${(cost.size / 1024 / 1024).toFixed(1)} MB of JSON`, cost.export, 'ms')
  note(`import of the same`, cost.import, 'ms')
}
note('a fork: most orders ÷ 100', large.fork / small.fork)
note('memory of an idle fork: most orders ÷ 100', large.bytes / small.bytes)

const contract = await contractCosts(smoke ? 20 : 500)
note('a pact interaction held against the specs', contract.still, 'ms')
note('a pact interaction verified, everything included', contract.live, 'ms')

for (const { name, ms: first, ratio: times, memory: megabytes } of await startCosts(rounds)) {
  note(`start to the first answer, ${name}`, first, 'ms')
  note(`start to the first answer, ${name}: ratio to bare node:http`, times, '× bare')
  note(`memory after the first answer, ${name}`, megabytes, 'MB')
}

const library: { first: number; again: number }[] = []
for (let i = 0; i < rounds; i++) library.push((await start('start.mjs')) as unknown as { first: number; again: number })
note('startSandbox() once imported, the first', median(library.map(({ first }) => first)), 'ms')
note('startSandbox() once imported, one more', median(library.map(({ again }) => again)), 'ms')

const out = process.argv.indexOf('--json')
if (out > 0) writeFileSync(process.argv[out + 1] as string, `${JSON.stringify({ format: 1, node: process.version, figures }, null, 2)}\n`)
