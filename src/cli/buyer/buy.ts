import { defineCommand } from 'citty'
import type { ConsoleApi } from '../../index.ts'
import { givenOf, numberOf, remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { momentGiven } from '../terminal/speech.ts'
import { type Done, payingArguments, periodOf, pickedOf, printDone } from './buyer-commands.ts'

type Schemas = ConsoleApi['schemas']

export default defineCommand({
  meta: { description: 'Buy a product as a buyer does in the console; without a product, list what you can buy' },
  args: {
    product: { type: 'positional', required: false, description: 'Its id, its skuCode, or its name in the list (such as crm-basic-month)' },
    period: { type: 'string', valueHint: 'length', description: "3 = three of the product's periods; or 15d, 3m, 1y" },
    quantity: { type: 'string', valueHint: 'n', default: '1', description: 'Pieces' },
    ...payingArguments,
    trial: { type: 'boolean', description: 'A trial order' },
    customer: { type: 'string', valueHint: 'account', description: 'The buyer; default: the buyer of koosandbox env' },
    server: { type: 'string', valueHint: 'resource', description: 'For images: the server to run on' },
    'starts-at': { type: 'string', valueHint: 'moment', description: 'Start in the future: 2027-01-01T00:00:00Z' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args, rawArgs }) {
    const { ask } = connect(args)
    const query = { world: args.world }
    if (args.product === undefined) {
      const stray = givenOf(rawArgs, [
        'period',
        'quantity',
        'trial',
        'customer',
        'server',
        'starts-at',
        'coupon',
        'discount',
        'pay',
        'no-pay',
      ])
      if (stray !== undefined) throw misused(`${stray} needs a product. Run \`koosandbox order buy\` to list them.`)
      const list = await ask<{ count: number; products: Schemas['ProductState'][] }>('GET', '/console/products', { query })
      if (args.json) printJson(list)
      else if (list.count > 0) print(table([['NAME', 'KIND', 'CHARGED', 'YUAN', ''], ...list.products.map(productRow)]))
      else printNote(`Nothing is on sale in world "${args.world}".`)
      return list.count === 0 ? EXIT.nothing : EXIT.fine
    }
    const body = {
      product: args.product,
      quantity: numberOf(args.quantity, '--quantity', 1, 100_000),
      ...(args.period === undefined ? {} : { period: periodOf(args.period) }),
      ...(args.pay ? {} : { pay: false }),
      ...pickedOf(args, rawArgs),
      ...(args.trial === undefined ? {} : { trial: args.trial }),
      ...(args.customer === undefined ? {} : { customer: args.customer }),
      ...(args.server === undefined ? {} : { server: args.server }),
      ...(args['starts-at'] === undefined ? {} : { startsAt: momentGiven(args['starts-at']) }),
    }
    const done = await ask<Done<{ order: Schemas['OrderState'] }>>('POST', '/console/orders', { query, body })
    if (args.json) printJson(done)
    else printDone(done, [done.order])
    return EXIT.fine
  },
})

function productRow({ ref, kind, charging, period, price, name, spec }: Schemas['ProductState']): string[] {
  return [ref, kind, charging === 'period' && period !== undefined ? `by the ${period}` : charging, price, `${name} | ${spec}`]
}
