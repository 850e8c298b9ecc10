import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments, valuesOf, worldArgument } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { print, printJson, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { faultRow } from './fault-lines.ts'

/** Flags for each way to cut a connection. */
const CUTS = { reset: 'reset', empty: 'empty', half: 'half', 'broken-chunk': 'chunk', garbage: 'garbage' } as const

export default defineCommand({
  meta: { description: 'Add a rule that changes calls of a world, for unmodified clients. A restart removes it, with `serve --state` too' },
  args: {
    operation: {
      type: 'positional',
      required: true,
      description: 'bss.PayOrders, bss.* or *; a call of a seller: newInstance, production.*',
    },
    when: {
      type: 'string',
      valueHint: 'query.status=6',
      description: 'Only calls with this value: query, path, header, body, caller.role; may be repeated',
    },
    times: { type: 'string', valueHint: 'n', description: 'Change this many calls; default: all' },
    after: { type: 'string', valueHint: 'n', description: 'Skip this many matching calls first' },
    every: { type: 'string', valueHint: 'n', description: 'Change only every nth matching call' },
    probability: { type: 'string', valueHint: '5%', description: 'Change this share of the matching calls' },
    seed: { type: 'string', valueHint: 'text', description: 'With --probability: the same seed chooses the same calls' },
    error: { type: 'string', valueHint: 'code', description: 'Answer with a documented error; the call does not reach the world' },
    example: { type: 'string', valueHint: 'name', description: 'Answer with a documented example; the call does not reach the world' },
    status: {
      type: 'string',
      valueHint: 'number',
      description: 'Answer with a status and an empty body; the call does not reach the world',
    },
    delay: { type: 'string', valueHint: '30s', description: 'Answer late; or lognormal:200ms,0.5' },
    drip: { type: 'string', valueHint: '10B/s', description: 'Send the body slowly' },
    reset: { type: 'boolean', description: 'Reset the connection instead of an answer' },
    empty: { type: 'boolean', description: 'Close the connection without an answer' },
    half: { type: 'boolean', description: 'Close the connection in the middle of the body' },
    'broken-chunk': { type: 'boolean', description: 'Break the encoding of the body' },
    garbage: { type: 'boolean', description: 'Send bytes that are not HTTP' },
    hang: { type: 'boolean', description: 'Never answer' },
    throttle: { type: 'string', valueHint: '2/s', description: 'Refuse what exceeds this rate with 429' },
    burst: { type: 'string', valueHint: 'n', description: 'With --throttle: this many calls may come at once' },
    expire: {
      type: 'enum',
      options: ['token', 'key', 'coupon', 'login', 'authorization'],
      description: 'The credential that the caller uses expires at this call',
    },
    skew: { type: 'string', valueHint: '20m', description: 'Check signatures with a clock that is ahead by this much; -20m: behind' },
    advance: { type: 'string', valueHint: '2h', description: "Move the world's clock before the call" },
    acts: {
      type: 'boolean',
      description:
        'The call changes the world although its answer is lost or replaced (--no-acts: it does not). Default: yes, except with --error, --example, --status, --throttle',
    },
    send: {
      type: 'enum',
      options: ['twice', 'again-identical', 'late', 'out-of-order', 'never'],
      description: 'Send a call of a seller so; late: after --delay of world time, or 10m',
    },
    sign: {
      type: 'enum',
      options: ['wrongly', 'stale', 'future', 'reused-nonce', 'with-another-key'],
      description: 'Sign a call of a seller so',
    },
    'slow-reader': { type: 'string', valueHint: '100B/s', description: "Read a seller's answer slowly" },
    abort: { type: 'boolean', description: "Close the connection before a seller's answer is read" },
    'wrong-encoding': { type: 'boolean', description: 'Send the body of a call of a seller in UTF-16' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args, rawArgs }) {
    const cut = (Object.keys(CUTS) as (keyof typeof CUTS)[]).filter((flag) => args[flag])
    if (cut.length > 1) throw misused(`--${cut[0]} and --${cut[1]} exclude each other. Leave out one of them.`)
    if (args.error !== undefined && args.example !== undefined)
      throw misused('--error and --example exclude each other. Leave out one of them.')
    if (args.burst !== undefined && args.throttle === undefined) throw misused('--burst needs --throttle RATE.')
    const rule = {
      on: args.operation,
      when: conditionsOf(valuesOf(rawArgs, 'when')),
      times: number(args.times),
      after: number(args.after),
      every: number(args.every),
      probability: args.probability,
      seed: args.seed,
      answer: args.error ?? args.example,
      status: number(args.status),
      delay: args.delay,
      drip: args.drip,
      cut: cut[0] && CUTS[cut[0]],
      hang: args.hang || undefined,
      throttle: args.burst === undefined ? args.throttle : { rate: args.throttle, burst: number(args.burst) },
      expire: args.expire,
      skew: args.skew,
      advance: args.advance,
      acts: args.acts,
      send: args.send,
      sign: args.sign,
      slowReader: args['slow-reader'],
      abort: args.abort || undefined,
      wrongEncoding: args['wrong-encoding'] || undefined,
    }
    const { ask } = connect(args)
    const added = await ask<ControlApi['schemas']['Fault']>('POST', '/faults', { query: { world: args.world }, body: rule })
    if (args.json) printJson(added)
    else print(table([faultRow(added)]))
    return EXIT.fine
  },
})

/** A number, or the text itself if it is not a number: the sandbox then reports it. */
function number(text: string | undefined): number | string | undefined {
  return text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)
}

function conditionsOf(texts: readonly string[]): Record<string, string> | undefined {
  if (texts.length === 0) return undefined
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf('=')
      if (at <= 0) throw misused(`--when must be a place and a value such as query.status=6, not "${text}".`)
      return [text.slice(0, at), text.slice(at + 1)]
    }),
  )
}
