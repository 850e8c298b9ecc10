import { defineCommand } from 'citty'
import { type ControlApi, systemClock } from '../../index.ts'
import { remoteArguments, valuesOf, worldArgument } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { paint, print, printNote } from '../terminal/print.ts'
import { connect, type Remote } from '../terminal/remote.ts'
import { listenForStop } from '../terminal/stop-signals.ts'
import { attemptText, deliveryRow } from './delivery-lines.ts'
import { keyVariable } from './seller-keys.ts'

type Schemas = ControlApi['schemas']

/** Milliseconds between two polls. */
const PAUSE = 250
const USES = ['basic', 'kit', 'licence']

export default defineCommand({
  meta: { description: 'Let a running sandbox call a local app, and show each call, its answer and its verdict' },
  args: {
    forward: {
      type: 'string',
      valueHint: 'address',
      required: true,
      description: "The app's production address: http://localhost:8080/isv",
    },
    seller: { type: 'string', valueHint: 'account', description: 'Seller of this address; default: the seller of the starting world' },
    product: { type: 'string', valueHint: 'id', description: 'Only for this product' },
    use: { type: 'string', valueHint: 'basic,kit', description: 'Kinds of interface it serves; default basic, kit and licence' },
    v1: { type: 'boolean', description: 'The app serves V1.0 of the production interface' },
    keep: { type: 'boolean', description: 'Leave the address set when stopped' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args, rawArgs }) {
    if (!URL.canParse(args.forward) || !/^https?:/.test(args.forward))
      throw misused(`"${args.forward}" is not an address of an app. Write it like http://localhost:8080/isv.`)
    const remote = connect(args)
    const uses = args.use === undefined ? USES : valuesOf(rawArgs, 'use')
    const seller = args.seller ?? (await sellerOf(remote, args.world))
    const { stop } = listenForStop()
    const over = new AbortController()
    stop.then(() => over.abort())
    // Before the first call can arrive.
    const seen = new Map<string, number>()
    for (const { id, attempts } of (await look(remote, args.world)).deliveries) seen.set(id, attempts)
    const set = []
    for (const use of uses) {
      const body = { use, url: args.forward, version: args.v1 ? 1 : 2, ...(args.product === undefined ? {} : { productId: args.product }) }
      const path = `/console/sellers/${encodeURIComponent(seller)}/addresses`
      set.push((await remote.ask<{ address: { id: string } }>('POST', path, { query: { world: args.world }, body })).address.id)
    }
    if (!args.json)
      printNote(
        `${seller} is called at ${args.forward} (${uses.join(', ')}). Buy something, advance the clock, or run \`koosandbox delivery trigger\`.\n${await keysText(remote, args.world, seller, uses)}`,
      )
    while (!over.signal.aborted) {
      for (const delivery of (await look(remote, args.world)).deliveries) {
        const before = seen.get(delivery.id) ?? 0
        // A running attempt is counted, but has no answer yet.
        if (delivery.attempts <= before || delivery.status === 'calling') continue
        seen.set(delivery.id, delivery.attempts)
        await show(remote, args.world, delivery, before, args.json)
      }
      await systemClock.wait(PAUSE, over.signal).catch(() => {})
    }
    if (!args.keep)
      for (const id of set) await remote.ask('DELETE', `/console/addresses/${id}`, { query: { world: args.world } }).catch(() => {})
    return EXIT.fine
  },
})

const look = (remote: Remote, world: string) => remote.ask<Schemas['DeliveryList']>('GET', '/deliveries', { query: { world, limit: 200 } })

/** The keys with which these calls are signed: the app checks signatures with them. */
async function keysText({ ask }: Remote, world: string, seller: string, uses: readonly string[]): Promise<string> {
  const { seller: printed } = await ask<Schemas['Credentials']>('GET', '/credentials', { query: { world } })
  if (printed?.domain_name !== seller) return 'The calls are signed with the keys of that seller.'
  const keys = Object.entries(printed.keys ?? {}).filter(([use]) => uses.includes(use))
  return `The calls are signed with ${keys.map(([use, key]) => `${key} (${use}; ${keyVariable(use)} of \`koosandbox env\`)`).join(', ')}.`
}

async function sellerOf(remote: Remote, world: string): Promise<string> {
  const { seller } = await remote.ask<{ seller?: { domain_name?: string } }>('GET', '/credentials', { query: { world } })
  if (seller?.domain_name === undefined) throw misused(`World "${world}" has no seller in \`koosandbox env\`. Pass --seller ACCOUNT.`)
  return seller.domain_name
}

async function show(
  remote: Remote,
  world: string,
  delivery: Schemas['Delivery'],
  before: number,
  json: boolean | undefined,
): Promise<void> {
  const shown = await remote.ask<Schemas['DeliveryShown']>('GET', `/deliveries/${delivery.id}`, { query: { world } })
  const fresh = shown.attempts.filter(({ number }) => number > before)
  if (json) {
    for (const attempt of fresh) print(JSON.stringify({ delivery: shown.delivery, attempt }))
    return
  }
  print(
    `${paint(
      'bold',
      deliveryRow(shown.delivery)
        .filter((cell) => cell !== '')
        .join('  '),
    )}${fresh.map(attemptText).join('')}\n`,
  )
}
