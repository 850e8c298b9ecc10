import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { numberOf, remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { deliveryText } from './delivery-lines.ts'

export default defineCommand({
  meta: { description: 'Send calls to a seller again, even successful ones, and show the answers; orders are not changed' },
  args: {
    ids: { type: 'positional', required: true, description: 'Ids of deliveries: D00000001; the last attempt of each is sent' },
    fresh: { type: 'boolean', description: 'Compose and sign anew; default: the same bytes and signature' },
    delay: { type: 'string', valueHint: 'duration', description: 'World time until the first is sent: 30s, 2h' },
    times: { type: 'string', valueHint: 'n', default: '1', description: 'How often all of them are sent' },
    shuffle: { type: 'boolean', description: 'Send them in random order' },
    seed: { type: 'string', valueHint: 'text', description: 'The same seed gives the same order' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const deliveries = args._.flatMap((word) => word.split(',')).filter((word) => word !== '')
    if (deliveries.length === 0)
      throw misused('Name a delivery: `koosandbox delivery resend D00000001`. Run `koosandbox delivery list` to find it.')
    if (args.seed !== undefined && !args.shuffle) throw misused('--seed needs --shuffle. Add --shuffle, or leave out --seed.')
    const body = {
      deliveries,
      times: numberOf(args.times, '--times', 1, 100),
      ...(args.fresh ? { fresh: true } : {}),
      ...(args.shuffle ? { shuffle: true } : {}),
      ...(args.delay === undefined ? {} : { delay: args.delay }),
      ...(args.seed === undefined ? {} : { seed: args.seed }),
    }
    const resent = await connect(args).ask<ControlApi['schemas']['DeliveriesResent']>('POST', '/delivery-resends', {
      query: { world: args.world },
      body,
    })
    if (args.json) printJson(resent)
    else {
      print(resent.deliveries.map(deliveryText).join('\n\n'))
      if (resent.seed !== undefined) printNote(`The order was made from seed ${resent.seed}. To repeat it, pass --seed ${resent.seed}.`)
      if (args.delay !== undefined)
        printNote(
          `They are sent after ${args.delay} of world time. If the clock is frozen, run \`koosandbox clock advance ${args.delay}\`.`,
        )
    }
    return resent.deliveries.every(({ attempts }) => attempts.every(({ passed }) => passed)) ? EXIT.fine : EXIT.wrong
  },
})
