import { type ArgsDef, defineCommand, type ParsedArgs } from 'citty'
import { type ControlApi, systemClock } from '../../index.ts'
import { numberOf, remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { deliveryRow } from './delivery-lines.ts'

type Schemas = ControlApi['schemas']

/** Milliseconds between two polls while watching. */
const PAUSE = 300

export const listArguments = {
  order: { type: 'string', valueHint: 'number', description: 'Only those of this order' },
  operation: { type: 'string', valueHint: 'name', description: 'Only this call: newInstance, or production.newInstance' },
  status: {
    type: 'enum',
    options: ['waiting', 'calling', 'succeeded', 'held', 'given-up'],
    description: 'Only deliveries with this status',
  },
  limit: { type: 'string', valueHint: 'n', default: '100', description: 'At most this many, the newest' },
  table: { type: 'boolean', description: 'Show which fact leads to which call, and how often it is tried' },
  watch: { type: 'boolean', description: 'Follow new entries until stopped' },
  ...worldArgument,
  ...remoteArguments,
} as const satisfies ArgsDef

export default defineCommand({
  meta: { description: 'Show the calls to sellers with the verdict of each, or which facts lead to calls' },
  args: listArguments,
  run: ({ args }) => listDeliveries(args),
})

export async function listDeliveries(args: ParsedArgs<typeof listArguments>): Promise<number> {
  const { ask } = connect(args)
  const query = { world: args.world }
  if (args.table) return showTable(await ask<Schemas['DeliveryTable']>('GET', '/delivery-table', { query }), args.json)
  const limit = numberOf(args.limit, '--limit', 1, 1000)
  const filter = { ...query, order: args.order, operation: args.operation, status: args.status, limit }
  const look = () => ask<Schemas['DeliveryList']>('GET', '/deliveries', { query: filter })
  const first = await look()
  if (args.json && !args.watch) printJson(first)
  else if (args.json) for (const delivery of first.deliveries) print(JSON.stringify(delivery))
  else if (first.count > 0) print(table(first.deliveries.map(deliveryRow)))
  else printNote('No seller was called yet. Run `koosandbox delivery list --table` to see which facts lead to calls.')
  const seen = new Map(first.deliveries.map((delivery) => [delivery.id, JSON.stringify(delivery)]))
  while (args.watch) {
    await systemClock.wait(PAUSE)
    for (const delivery of (await look()).deliveries) {
      const now = JSON.stringify(delivery)
      if (seen.get(delivery.id) !== now) print(args.json ? now : table([deliveryRow(delivery)]))
      seen.set(delivery.id, now)
    }
  }
  return first.count === 0 ? EXIT.nothing : EXIT.fine
}

function showTable({ timetables, causes }: Schemas['DeliveryTable'], json: boolean | undefined): number {
  if (json) {
    printJson({ format: 1, timetables, causes })
    return EXIT.fine
  }
  const calls = causes.map(({ on, when = '', each, call, scene, status, v1, timetable, v1Timetable, onlineTimetable }) => [
    on,
    when,
    `per ${each}`,
    [call, scene ?? status].filter((part) => part !== undefined).join(' '),
    v1 === undefined ? '' : `V1: ${v1}`,
    [timetable, ...(v1Timetable ? [`V1: ${v1Timetable}`] : []), ...(onlineTimetable ? [`online: ${onlineTimetable}`] : [])].join(', '),
  ])
  const times = timetables.map(({ name, every, for: span, times: count, afterwards, evidence, about = '' }) => [
    name,
    [...(every ? [`every ${every}`] : []), ...(span ? [`for ${span}`] : []), ...(count ? [`${count}×`] : [])].join(' '),
    `then ${afterwards}`,
    evidence,
    about,
  ])
  print(`${table([['FACT', 'WHEN', 'CALLS', 'CALL', 'FIRST EDITION', 'TIMETABLE'], ...calls])}\n`)
  print(table([['TIMETABLE', 'ATTEMPTS', 'AFTERWARDS', 'EVIDENCE', ''], ...times]))
  return EXIT.fine
}
