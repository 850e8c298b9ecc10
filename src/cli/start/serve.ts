import { existsSync } from 'node:fs'
import { defineCommand } from 'citty'
import {
  CONFIGURATION_FILE,
  certifiedNames,
  type JournalEntry,
  machineSecret,
  noteSummary,
  openSandbox,
  type SandboxOptions,
  seededNumbers,
  systemClock,
  VERSION,
  WorldError,
} from '../../index.ts'
import type { Examinations } from '../../verify/examinations-api.ts'
import { coverageArgument, coverageOf } from '../contract/coverage-option.ts'
import { unfinishedLine } from '../faults/fault-lines.ts'
import { exchangeLine } from '../look/exchange-line.ts'
import { detach, LOG_VARIABLE } from '../running/detach.ts'
import { listenAt, takenPort } from '../running/port-holder.ts'
import { announce, portOf } from '../running/running-file.ts'
import { numberOf, valuesOf } from '../terminal/arguments.ts'
import { EXIT, ExitError } from '../terminal/exit-codes.ts'
import { print, printNote } from '../terminal/print.ts'
import { listenForStop, outliveOutput } from '../terminal/stop-signals.ts'
import { certificateFile, keepCertificate } from '../terminal/tls-files.ts'
import { chaosArguments, chaosOf } from './chaos-option.ts'
import { drainArgument, drainOf } from './drain-option.ts'
import { keepArguments, keepOf } from './keep-option.ts'
import { limitArgument, limitsOf } from './limit-option.ts'
import { logRecord } from './log-record.ts'
import { loginArguments, loginOf } from './login-option.ts'
import { refuseUnknownNames } from './served-names.ts'
import { shareArguments, shareOf } from './share-option.ts'
import { welcome } from './welcome.ts'

/** Milliseconds after the start in which the first calls are answered. */
const NOTES_AFTER = 500

export default defineCommand({
  meta: { description: 'Start a sandbox' },
  args: {
    port: { type: 'string', valueHint: 'number', default: '4100', description: 'Port; 0 for a free one' },
    host: {
      type: 'string',
      valueHint: 'address',
      description: 'Address to listen on instead of loopback; the control API then needs its token',
    },
    tls: { type: 'boolean', description: 'Speak HTTPS; `koosandbox env` prints the file of the certificate that clients must trust' },
    world: { type: 'string', valueHint: 'start', description: 'Starting world of "default" (default, or what the configuration says)' },
    config: {
      type: 'string',
      valueHint: 'file',
      description: `Configuration; default: ${CONFIGURATION_FILE} of this folder, if it exists`,
    },
    auth: { type: 'enum', options: ['strict', 'lenient'], default: 'strict', description: 'lenient accepts any credentials' },
    clock: {
      type: 'enum',
      options: ['live', 'frozen'],
      default: 'live',
      description: 'frozen: time stands still until you advance the clock',
    },
    log: { type: 'enum', options: ['text', 'json'], default: 'text', description: 'Format of the log, one line per request' },
    json: { type: 'boolean', description: 'Same as --log json' },
    quiet: { type: 'boolean', description: 'Do not log requests' },
    detach: { type: 'boolean', description: 'Run in the background; `koosandbox status` lists it, `koosandbox stop` ends it' },
    'check-answers': {
      type: 'enum',
      options: ['all', 'errors', 'off'],
      default: 'all',
      description: 'Which answers are checked against the specs',
    },
    spec: {
      type: 'string',
      valueHint: 'file',
      description: 'OpenAPI document to serve instead of the built-in services; may be repeated',
    },
    with: { type: 'string', valueHint: 'bss,iam', description: 'Built-in services to serve in addition to --spec' },
    stateful: { type: 'boolean', description: 'With --spec: remember what clients create, and list, change and delete it' },
    cors: {
      type: 'boolean',
      description: 'Pages of other origins may call it; default: with --spec',
      negativeDescription: 'Only its own may',
    },
    'strict-query': { type: 'boolean', description: 'With --spec: refuse query parameters that the document does not describe' },
    ...shareArguments,
    ...loginArguments,
    'max-worlds': { type: 'string', valueHint: 'number', description: 'Maximum number of worlds; default 2000' },
    'max-snapshots': { type: 'string', valueHint: 'number', description: 'Maximum number of snapshots; default 1000' },
    seed: { type: 'string', valueHint: 'text', description: 'Seed of all generated values' },
    ...keepArguments,
    record: {
      type: 'string',
      valueHint: 'run.json',
      description: 'Record all requests, answers and deliveries in this new file, for koosandbox replay',
    },
    ...chaosArguments,
    ...limitArgument,
    ...drainArgument,
    ...coverageArgument,
    metrics: { type: 'boolean', description: 'Count for Prometheus (/metrics) from the start, not from its first call' },
  },
  async run({ args, rawArgs }) {
    const json = args.json || args.log === 'json'
    const write = json
      ? (entry: JournalEntry) => print(JSON.stringify(logRecord(entry)))
      : (entry: JournalEntry) => print(exchangeLine(entry))
    refuseUnknownNames(args.world, valuesOf(rawArgs, 'with'), valuesOf(rawArgs, 'spec'))
    const config = args.config ?? (existsSync(CONFIGURATION_FILE) ? CONFIGURATION_FILE : undefined)
    const called = { ...(args.host === undefined ? {} : { host: args.host }), ownHosts: valuesOf(rawArgs, 'own-host') }
    const allowHosts = valuesOf(rawArgs, 'allow-host')
    const port = numberOf(args.port, '--port', 0, 65_535)
    // Opening takes longer than this look.
    if (port !== 0 && (await listenAt(args.host ?? '127.0.0.1', port)) === 'EADDRINUSE') throw new ExitError(await takenPort(port))
    if (args.detach)
      return detach(
        rawArgs.filter((word) => !/^--detach(=|$)/.test(word)),
        json,
      )
    const stopping = new AbortController()
    const options: SandboxOptions = {
      port,
      ...(args.world === undefined ? {} : { world: args.world }),
      ...(config === undefined ? {} : { config }),
      // The parser has checked these values.
      auth: args.auth as 'strict',
      clock: args.clock as 'live',
      checkAnswers: args['check-answers'] as 'all',
      ...(args.host === undefined ? {} : { host: args.host }),
      ...(args.stateful ? { stateful: true } : {}),
      ...(args.cors === undefined ? {} : { cors: args.cors }),
      ...(args['strict-query'] ? { strictQuery: true } : {}),
      ...(args.tls ? { tls: keepCertificate(certifiedNames(called)) } : {}),
      ...(args.seed === undefined ? {} : { seed: args.seed }),
      ...keepOf(args),
      ...(args.record === undefined ? {} : { record: args.record }),
      ...chaosOf(args),
      drain: drainOf(args),
      limits: limitsOf(rawArgs),
      onNotice: printNote,
      ...coverageOf(args),
      ...(args.metrics ? { metrics: true } : {}),
      spec: valuesOf(rawArgs, 'spec'),
      with: valuesOf(rawArgs, 'with'),
      reloadSpecs: stopping.signal,
      ...(args['max-worlds'] === undefined ? {} : { maxWorlds: numberOf(args['max-worlds'], '--max-worlds', 1, 1_000_000) }),
      ...(args['max-snapshots'] === undefined ? {} : { maxSnapshots: numberOf(args['max-snapshots'], '--max-snapshots', 1, 1_000_000) }),
      ...shareOf(args, rawArgs),
      ...loginOf(args, rawArgs),
      examinations: examinationsFor(allowHosts, stopping.signal),
      ...(args.quiet ? {} : { onExchange: write }),
      // Print a stack only for defects.
      onError: (error) =>
        printNote(error instanceof WorldError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)),
      ...(process.env.KOOSANDBOX_CONTROL_TOKEN ? { controlToken: process.env.KOOSANDBOX_CONTROL_TOKEN } : {}),
    }
    // The first call may be answered, and written about, before anything else happens here.
    outliveOutput()
    const sandbox = await openSandbox(options).catch(async (error: unknown) => {
      throw await addressProblem(error, port, args.host)
    })
    const log = process.env[LOG_VARIABLE]
    const withdraw = await announced(sandbox.url, log)
    const { stop, hurry } = listenForStop()
    const madeUp = {
      ...(options.controlToken === undefined ? { controlToken: sandbox.controlToken } : {}),
      // Only a sandbox that other machines can reach gets a random seed.
      ...(args.host !== undefined && args.seed === undefined ? { seed: sandbox.world.seed } : {}),
    }
    if (json)
      print(
        JSON.stringify({
          ready: true,
          version: VERSION,
          url: sandbox.url,
          urls: sandbox.urls,
          ...(args.tls ? { certificate: certificateFile() } : {}),
          ...madeUp,
        }),
      )
    else {
      const open = sandbox.controlToken === undefined && options.tokens === undefined
      print(welcome(sandbox, { beside: options.with ?? [], config, open, madeUp }))
    }
    // Counting them means reading every operation. The first answer goes before.
    const counted = systemClock.wait(NOTES_AFTER, stopping.signal).then(
      () => noteSummary(sandbox.specs).forEach(printNote),
      () => {},
    )
    await stop
    stopping.abort()
    await counted
    await sandbox
      .close({ hurry })
      .catch((error: unknown) => {
        throw error instanceof WorldError ? new ExitError(error.message) : error
      })
      .finally(withdraw)
    const unfinished = unfinishedLine(sandbox)
    if (unfinished !== undefined) printNote(unfinished)
    return EXIT.fine
  },
})

/** What the control API examines sellers with. Loaded when first asked for: starting must not wait for it. */
function examinationsFor(allowHosts: readonly string[], stop: AbortSignal): () => Promise<Examinations> {
  let made: Promise<Examinations> | undefined
  return () => {
    made ??= import('../../verify/examinations.ts').then(({ createExaminations }) =>
      createExaminations({ systemClock, allowHosts, stop, secret: machineSecret, chance: seededNumbers }),
    )
    return made
  }
}

/** Tells other commands of this machine about the sandbox. That it cannot be told is no reason not to serve. */
async function announced(url: string, log: string | undefined): Promise<() => void> {
  const about = { port: portOf(new URL(url)), url, version: VERSION, folder: process.cwd(), ...(log === undefined ? {} : { log }) }
  return announce(about).catch((error: Error) => {
    printNote(`\`koosandbox status\` will not list this sandbox: ${error.message}`)
    return () => {}
  })
}

async function addressProblem(error: unknown, port: number, host: string | undefined): Promise<unknown> {
  // Errors about the directory of --state already have a message.
  if (error instanceof WorldError && error.code.startsWith('state.')) return new ExitError(error.message)
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new ExitError(await takenPort(port))
    case 'EACCES':
      return new ExitError(`You may not use port ${port}. Pass --port 4100, or any above 1023.`)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new ExitError(`This machine has no address "${host}". Leave --host out to listen on loopback.`)
    default:
      return error
  }
}
