import { defineCommand } from 'citty'
import { type ControlApi, systemClock } from '../../index.ts'
import { millisecondsOf, remoteArguments, valuesOf, worldArgument } from '../terminal/arguments.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { connect, Unreachable } from '../terminal/remote.ts'
import { waitForFact } from '../world/wait-for-fact.ts'

const PAUSE = 100
/** After this time, a line says what is awaited. */
const PATIENT = 2000

export default defineCommand({
  meta: { description: 'Wait until the sandbox answers, or until a world has a fact' },
  args: {
    timeout: {
      type: 'string',
      valueHint: 'duration',
      default: '30s',
      description: 'Maximum wait: 500ms, 30s, 2m; a plain number counts seconds',
    },
    for: { type: 'string', valueHint: 'fact', description: 'Wait for a fact such as order.paid; an existing one counts' },
    match: { type: 'string', valueHint: 'member=value', description: 'Only a fact with this member, such as orderId=CS…; may be repeated' },
    since: { type: 'string', valueHint: 'number', description: 'Only facts numbered above this' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args, rawArgs }) {
    const limit = millisecondsOf(args.timeout, '--timeout')
    if (args.for !== undefined) return waitForFact(args.for, { ...args, matches: valuesOf(rawArgs, 'match'), limit })
    if (args.match !== undefined || args.since !== undefined)
      throw misused('--match and --since need --for: `koosandbox wait --for order.paid`')
    const { ask, url } = connect(args)
    const began = systemClock.monotonic()
    const most = /\d$/.test(args.timeout) ? `${args.timeout}s` : args.timeout
    let announced = false
    for (;;) {
      let reason: string
      try {
        const ready = await ask<ControlApi['schemas']['Ready']>('GET', '/ready')
        const waited = Math.round(systemClock.monotonic() - began)
        const { addresses, ...about } = ready
        if (args.json) printJson({ ...about, url, urls: addresses, waited })
        else print(`${url} answers (version ${ready.version}, ${waited} ms).`)
        return EXIT.fine
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error
        reason = error.message
      }
      const waited = systemClock.monotonic() - began
      if (waited >= limit) throw new ExitError(`Waited ${most}. ${reason}`)
      if (waited >= PATIENT && !announced) {
        announced = true
        printNote(`Waiting for ${url}, at most ${most} …`)
      }
      await systemClock.wait(Math.min(PAUSE, limit - waited))
    }
  },
})
