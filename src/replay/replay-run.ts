import { pack } from '../record/bytes.ts'
import { type AnswerLine, type HeardLine, HIDDEN_SEED, type Run, readRun, type SendLine, type StopLine } from '../record/run-file.ts'
import { readConfiguration } from '../sandbox/configuration.ts'
import { openThrough } from '../sandbox/sandbox.ts'
import type { SandboxOptions } from '../sandbox/sandbox-api.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { compareMessages, compareNamed, compareValues, type Place } from './compare.ts'
import { createReplayer, type Played } from './replayer.ts'

/** What a comparison with the real sellers leaves out, besides what the run file lists. */
const EXCLUDED_LIVE = [
  'Timestamps, nonces and signatures of calls to the real sellers: they are new, so that a seller accepts them. The recorded ones are compared as usual.',
  'How long a seller took, and the headers of its answers.',
  'Calls that the real seller makes to the sandbox: the replay does not listen. It repeats the recorded ones.',
] as const

/** One difference between a replay and the run file. */
export interface Difference extends Place {
  /** `request 12`, `delivery D00000003, attempt 1`, `world default`. */
  readonly subject: string
  /** The operation that was called, if it is known. */
  readonly operation?: string
}

/** The result of a replay. */
export interface ReplayResult {
  readonly format: 1
  readonly requests: number
  readonly deliveries: number
  readonly differences: readonly Difference[]
  /** What could not be repeated or compared, as text. */
  readonly notices: readonly string[]
  readonly excluded: readonly string[]
}

/** How a run is repeated. */
export interface ReplayOptions {
  /** Call the real sellers and compare the recorded answers with theirs. */
  readonly liveSeller?: boolean
  /** Options of the sandbox, instead of the recorded ones: `config`, `bundle`, `allowHosts`, `seed`. */
  readonly sandbox?: SandboxOptions
}

/**
 * Repeats the run of a file's text in a sandbox of its own and reports the differences. It does not listen and writes no files.
 * @throws SpecFault for a text that is not a run file, or has a newer format
 */
export async function replayRun(text: string, name: string, options: ReplayOptions = {}): Promise<ReplayResult> {
  const run = readRun(text, name)
  if (run.head.options.ownSpecs === true && options.sandbox?.bundle === undefined)
    throw new SpecFault(
      `${name} was recorded with specs given as data (option "bundle"). Give the same ones: replayRun(text, name, { sandbox: { bundle } }).`,
    )
  if (run.head.options.seed === HIDDEN_SEED && options.sandbox?.seed === undefined)
    throw new SpecFault(
      `${name} was recorded by a sandbox that other machines could reach. Its seed is not in the file, because its keys and passwords are made from it. Give the seed that \`serve\` printed: koosandbox replay ${name} --seed TEXT (replayRun: option sandbox.seed).`,
    )
  const { ownSecrets: _own, ownSpecs: _specs, ...recorded } = run.head.options
  const replayer = createReplayer(run, options.liveSeller === true)
  const other = options.sandbox?.config === undefined ? undefined : readConfiguration(options.sandbox.config).layer.raw
  const config = replayer.configuration(other)
  const sandbox = await openThrough(() => replayer, {
    ...(recorded as SandboxOptions),
    ...options.sandbox,
    ...(config === undefined ? {} : { config: config as object }),
    coverage: false,
    drain: 0,
    onError: () => {},
  })
  try {
    const played = await replayer.play()
    return {
      format: 1,
      requests: run.lines.filter(({ what }) => what === 'call').length,
      deliveries: new Set(sends(run).map(({ n, about }) => (about ? `${about.world} ${about.delivery}` : n))).size,
      differences: [...differencesOf(run, played)],
      notices: [...noticesOf(run, name)],
      excluded: [...run.head.excluded, ...(options.liveSeller ? EXCLUDED_LIVE : [])],
    }
  } finally {
    replayer.end()
    await sandbox.close()
  }
}

const sends = ({ lines }: Run): SendLine[] => lines.filter((line): line is SendLine => line.what === 'send')

function* differencesOf(run: Run, played: Played): Generator<Difference> {
  const stop = run.lines.findIndex(({ what }) => what === 'stop')
  for (const line of run.lines.slice(0, stop < 0 ? undefined : stop)) {
    if (line.what === 'answer') yield* answerDifferences(line, played)
    if (line.what === 'heard') yield* sellerDifferences(line, played)
  }
  for (const [key, line] of played.sent.recorded) {
    const got = played.sent.made.get(key)
    const about = subjectOf(line)
    if (!got) yield { ...about, place: 'request', expected: `${line.method} ${line.url}`, got: 'nothing: it was not sent' }
    else yield* placed(about, compareRequests(line, got.request))
  }
  for (const [key, { about, request }] of played.sent.made) {
    if (!played.sent.recorded.has(key))
      yield { ...subjectOf({ about }), place: 'request', expected: 'nothing: none was recorded', got: `${request.method} ${request.url}` }
  }
  const last = run.lines[stop] as StopLine | undefined
  for (const [world, counts] of Object.entries(last?.worlds ?? {}))
    yield* placed({ subject: `world ${world}` }, compareNamed('content', counted(counts), counted(played.worlds[world] ?? {})))
}

function* answerDifferences(line: AnswerLine, { answers, operations }: Played): Generator<Difference> {
  const operation = operations.get(line.n)
  const about = { subject: `request ${line.n}`, ...(operation === undefined ? {} : { operation }) }
  const got = answers.get(line.n)
  if (!got) yield { ...about, place: 'answer', expected: 'an answer', got: 'nothing' }
  else {
    yield* placed(about, compareValues('failure', line.failed, got.failed))
    yield* placed(about, compareValues('status', line.status, got.status))
    yield* placed(about, compareMessages(line, got))
  }
}

/** Differences between the recorded and the real seller's answer. */
function* sellerDifferences(line: HeardLine, { heard, sent }: Played): Generator<Difference> {
  const real = heard.get(line)
  if (!real) return
  const request = [...sent.recorded.values()].find(({ n }) => n === line.n)
  const about = { ...subjectOf(request ?? {}), subject: `answer of the seller to ${subjectOf(request ?? {}).subject}` }
  yield* placed(about, compareValues('failure', line.failure, real.failure))
  yield* placed(about, compareValues('status', line.answer?.status, real.answer?.status))
  const body = real.answer && pack(real.answer.bytes)
  yield* placed(about, compareMessages({ ...bodyOf(line.answer?.body) }, { ...bodyOf(body) }))
}

function* compareRequests(expected: SendLine, got: Omit<SendLine, 'what' | 'n'>): Generator<Place> {
  yield* compareValues('method', expected.method, got.method)
  const [one, other] = [split(expected.url), split(got.url)]
  yield* compareValues('url', one.address, other.address)
  const places = [...compareNamed('query', one.query, other.query)]
  yield* places
  if (places.length === 0 && one.address === other.address) yield* compareValues('url', expected.url, got.url)
  yield* compareMessages(expected, got)
}

function split(url: string): { readonly address: string; readonly query: ReadonlyMap<string, string> } {
  const [address = '', query = ''] = url.split(/\?(.*)/s)
  return { address, query: new Map(new URLSearchParams(query)) }
}

function subjectOf({ about }: { readonly about?: SendLine['about'] | undefined }): {
  readonly subject: string
  readonly operation?: string
} {
  if (!about) return { subject: 'call of a backend' }
  const { world, operation, delivery, attempt } = about
  return { subject: `delivery ${delivery}${world === 'default' ? '' : ` of world ${world}`}, attempt ${attempt}`, operation }
}

function* placed(about: Pick<Difference, 'subject' | 'operation'>, places: Iterable<Place>): Generator<Difference> {
  for (const place of places) yield { ...about, ...place }
}

const counted = (counts: Readonly<Record<string, number>>) => new Map(Object.entries(counts).map(([name, count]) => [name, String(count)]))

const bodyOf = (body: SendLine['body']) => (body === undefined || body === '' ? {} : { body })

function* noticesOf({ head, lines, torn }: Run, name: string): Generator<string> {
  if (torn) yield `The last line of ${name} was cut off and is left out.`
  if (!lines.some(({ what }) => what === 'stop')) yield 'The recording has no end: the sandbox was killed, or is still running.'
  for (const line of lines)
    if (line.what === 'untold')
      yield `A program wrote to world "${line.world}" directly. A replay cannot repeat that: make such changes by calls, or by methods of the sandbox.`
  if (head.options.host !== undefined) yield `It was recorded at ${String(head.options.host)}; the replay listens nowhere.`
}
