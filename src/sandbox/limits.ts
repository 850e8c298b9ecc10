import { LONGEST_KEPT, MOST_EXCHANGES } from '../http/journal.ts'
import { MOST_CONNECTIONS, TIMES } from '../http/listen.ts'
import { HEAD_LIMITS } from '../http/read-request.ts'
import { didYouMean } from '../language/did-you-mean.ts'
import { KEPT } from '../marketplace/attempt.ts'
import { AT_ONCE, LARGEST_ANSWER } from '../marketplace/http-client.ts'
import { MOST_CALLS } from '../scenario/chaos.ts'
import { MOST_OWN } from '../scenario/library.ts'
import { MOST_STEPS } from '../scenario/read-scenario.ts'
import { MOST_RULES, MOST_RUNS } from '../scenario/scenarios.ts'
import { BODY_LIMIT, DEEPEST_BODY, MOST_FIELDS, MOST_MEMBERS, PASSED_BODY, SIGNED_BODY } from '../spec/request/request-limits.ts'
import { LIMITS, type Limits } from '../world/engine/limits.ts'
import { MAX_SNAPSHOTS } from '../world/persistence/snapshots.ts'
import { MAX_WORLDS } from '../world/worlds.ts'
import { FULL } from './memory-limits.ts'
import { MOST_FILES } from './scenario-files.ts'

/** The limits that can be set: those of each world, and those of the whole sandbox. */
export interface SandboxLimits extends Limits {
  /** Worlds, snapshots, exchanges of the journal, open connections. */
  readonly worlds: number
  readonly snapshots: number
  readonly journal: number
  readonly connections: number
  /** Requests of one address in a minute; 0 is any number. */
  readonly requests: number
  /** Machine milliseconds. */
  readonly requestTimeout: number
  readonly idleTimeout: number
}

/** Their defaults. */
export const SANDBOX_LIMITS: SandboxLimits = {
  ...LIMITS,
  worlds: MAX_WORLDS,
  snapshots: MAX_SNAPSHOTS,
  journal: MOST_EXCHANGES,
  connections: MOST_CONNECTIONS,
  requests: 0,
  ...TIMES,
}

export const SETTABLE_LIMITS = Object.keys(SANDBOX_LIMITS) as readonly (keyof SandboxLimits)[]

/** The limits of one sandbox: later values take precedence. */
function sandboxLimits(...asked: readonly (Partial<Record<keyof SandboxLimits, number | undefined>> | undefined)[]): SandboxLimits {
  const limits: Record<string, number> = { ...SANDBOX_LIMITS }
  for (const one of asked) for (const name of SETTABLE_LIMITS) limits[name] = one?.[name] ?? (limits[name] as number)
  return limits as unknown as SandboxLimits
}

/** The options that speak of limits, as `SandboxOptions` has them. */
interface LimitOptions {
  readonly limits?: Partial<SandboxLimits>
  readonly maxWorlds?: number
  readonly maxSnapshots?: number
  readonly journalSize?: number
  readonly requestTimeout?: number
  readonly idleTimeout?: number
}

/** What a configuration and the options of one sandbox say of limits. */
export function limitsFor(configured: Partial<SandboxLimits> | undefined, options: LimitOptions): SandboxLimits {
  const { limits, maxWorlds, maxSnapshots, journalSize, requestTimeout, idleTimeout } = options
  const given = { worlds: maxWorlds, snapshots: maxSnapshots, journal: journalSize, requestTimeout, idleTimeout }
  return sandboxLimits(configured, limits, given)
}

/** Says what is wrong with a limit that somebody wants to set; nothing when it is right. */
export function wrongLimit(name: string, most: unknown): string | undefined {
  if (!(SETTABLE_LIMITS as readonly string[]).includes(name))
    return `there is no limit of "${name}".${didYouMean(name, SETTABLE_LIMITS)} There are: ${SETTABLE_LIMITS.join(', ')}.`
  if (Number.isSafeInteger(most) && Number(most) >= 1 && Number(most) < 1e12) return undefined
  return `${name} must be a whole number of at least 1, not ${JSON.stringify(most)}.`
}

/** One limit, as `koosandbox doctor` and the documentation list it. */
export interface ListedLimit {
  readonly name: string
  readonly most: number
  readonly unit: string
  readonly about: string
  /** What the caller is told when it is met. */
  readonly told: string
  /** It is set with `--limit NAME=N` and `limits` of the configuration. */
  readonly settable: boolean
}

const settable = (name: keyof SandboxLimits, unit: string, about: string, told: string): ListedLimit => ({
  ...{ name, most: SANDBOX_LIMITS[name], unit, about, told, settable: true },
})
const fixed = (name: string, most: number, unit: string, about: string, told: string): ListedLimit => ({
  ...{ name, most, unit, about, told, settable: false },
})

/** Everything that could grow without end, and where it stops. */
export const LISTED_LIMITS: readonly ListedLimit[] = [
  settable('orders', '', 'orders of one world', '507 world.full'),
  settable('facts', '', 'facts of one world', '507 world.full'),
  settable('deliveries', '', 'deliveries of one world', '507 world.full'),
  settable('attempts', '', 'attempts of one world', '507 world.full'),
  settable('items', '', 'items of one world (`--stateful`)', '507 world.full'),
  settable('callbacks', '', 'callbacks of one world', '507 world.full'),
  settable('worlds', '', 'worlds at the same time', 'world.too-many'),
  settable('snapshots', '', 'snapshots at the same time', 'snapshot.too-many'),
  settable('journal', '', 'exchanges of the journal', 'the oldest go'),
  settable('connections', '', 'open connections', 'a notice; more are closed'),
  settable('requests', '', 'requests of one address in a minute; 0 is any number', '429 request.rate.exceeded'),
  settable('requestTimeout', 'ms', 'time for a whole request to arrive', '408 request.time.exceeded'),
  settable('idleTimeout', 'ms', 'time between two requests of a connection', 'the connection is closed'),
  fixed('memory', FULL * 100, '%', 'share of the memory of Node from which nothing more is taken', '507 world.full'),
  fixed('body', BODY_LIMIT, 'bytes', 'body of a request (an operation may say otherwise)', '413 request.size.refused'),
  fixed('members', MOST_MEMBERS, '', 'members and items of a JSON body', '413 request.size.refused'),
  fixed('depth', DEEPEST_BODY, 'levels', 'levels of a JSON body', 'request.body.malformed'),
  fixed('fields', MOST_FIELDS, '', 'fields of a form or query', '413, 414 request.size.refused'),
  fixed('address', HEAD_LIMITS.uri, 'bytes', 'path and query', '414 request.size.refused'),
  fixed('header', HEAD_LIMITS.header, 'bytes', 'one header', '494 request.size.refused'),
  fixed('headers', HEAD_LIMITS.headers, 'bytes', 'all headers', '494 request.size.refused'),
  fixed('journalBody', LONGEST_KEPT, 'bytes', 'part of a body that the journal keeps', 'the rest is left out'),
  fixed('rules', MOST_RULES, '', 'fault rules of one world', 'refused'),
  fixed('scenarioFiles', MOST_FILES, '', 'files of your own scenarios', 'the last good ones stay'),
  fixed('ownScenarios', MOST_OWN, '', 'scenarios of your own', 'the last good ones stay'),
  fixed('scenarioSteps', MOST_STEPS, '', 'steps of one scenario, with those of the scenarios that it plays', 'the last good ones stay'),
  fixed('scenarioRuns', MOST_RUNS, '', 'started scenarios that one world remembers', 'refused'),
  fixed('chaosCalls', MOST_CALLS, '', 'different calls of one world that chaos counts', 'further ones share one count'),
  fixed('calls', AT_ONCE, '', 'calls of one seller at the same time', 'further ones wait'),
  fixed('answer', LARGEST_ANSWER, 'bytes', 'answer of a seller', 'answer.too-large'),
  fixed('keptAnswer', KEPT, 'bytes', 'part of an answer that is kept', 'marked as cut'),
  fixed('signProxyBody', SIGNED_BODY, 'bytes', 'body through the signing proxy, either way', '413, 502'),
  fixed('proxyBody', PASSED_BODY, 'bytes', 'body through the checking proxy, either way', '413, 502'),
]
