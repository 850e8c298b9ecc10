import { defineCommand } from 'citty'
import type { ConsoleApi } from '../../index.ts'
import { givenOf, remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { type Done, orderRow, pickedOf, printDone, reductionArguments } from './buyer-commands.ts'

type Schemas = ConsoleApi['schemas']
type Paid = Done<{ payment: { by: string; status: string; due: string; balance: string; online: string }; orders: Schemas['OrderState'][] }>

export default defineCommand({
  meta: { description: 'Pay one order or several together; without an order, list the orders that wait for payment' },
  args: {
    orders: { type: 'positional', required: false, description: 'Order numbers; several are paid together' },
    by: { type: 'enum', options: ['balance', 'online', 'balance-and-online', 'partner'], default: 'balance', description: 'Way of paying' },
    balance: { type: 'string', valueHint: 'yuan', description: 'How much comes from the balance; the rest is paid online' },
    method: {
      type: 'enum',
      options: ['alipay', 'wechat', 'unionpay', 'huawei-pay', 'personal-bank', 'enterprise-bank'],
      description: 'How the online part is paid; default alipay',
    },
    ...reductionArguments(),
    'verification-code': { type: 'string', valueHint: 'code', description: 'Verification code of operation protection' },
    customer: { type: 'string', valueHint: 'account', description: 'For the list: the buyer; default: the buyer of koosandbox env' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args, rawArgs }) {
    const { ask } = connect(args)
    const query = { world: args.world }
    const orders = args._.flatMap((word) => word.split(',')).filter((word) => word !== '')
    if (orders.length === 0) {
      const stray = givenOf(rawArgs, ['by', 'balance', 'method', 'coupon', 'discount', 'outside-contract', 'verification-code'])
      if (stray !== undefined) throw misused(`${stray} needs an order: \`koosandbox order pay CS…\``)
      const list = await ask<{ count: number; orders: Schemas['OrderState'][] }>('GET', '/console/orders', {
        query: { ...query, pending: 'true', limit: 100, customer: args.customer },
      })
      if (args.json) printJson(list)
      else if (list.count > 0) print(table(list.orders.map(orderRow)))
      else printNote('No order waits for payment.')
      return list.count === 0 ? EXIT.nothing : EXIT.fine
    }
    if (args.customer !== undefined) throw misused('--customer filters the list. Leave it out when you name an order.')
    const body = {
      orders,
      by: args.by,
      ...(args.balance === undefined ? {} : { balance: args.balance }),
      ...(args.method === undefined ? {} : { method: args.method }),
      ...pickedOf(args, rawArgs),
      ...(args['verification-code'] === undefined ? {} : { verificationCode: args['verification-code'] }),
    }
    const done = await ask<Paid>('POST', '/console/payments', { query, body })
    if (args.json) {
      printJson(done)
      return EXIT.fine
    }
    printDone(done, done.orders)
    const { due, balance, online, status } = done.payment
    print(`${due} yuan due, ${balance} from the balance, ${online} online: ${status}`)
    return EXIT.fine
  },
})
