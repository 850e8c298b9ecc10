import { outcomeOf } from '../../recipes/steps/fill.ts'
import type { Specs } from '../../spec/catalogue.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Exchange, Read } from './exchange.ts'
import { isRefusedAsUnknown, secretsOf } from './hidden-values.ts'
import { interactionOf } from './interaction-of.ts'
import { allWithNames, type Known, knownValues } from './known-values.ts'

/** The calls of an app in a sandbox, as a contract. */
export interface Recording {
  /** Pact V4. */
  readonly pact: Readonly<Record<string, unknown>>
  /** The provider states that the pact calls, in the form of `contracts/states.yaml`. */
  readonly states: Readonly<Record<string, unknown>>
  readonly interactions: number
  /** What could not be recorded, and why. */
  readonly leftOut: readonly string[]
}

/** The names of consumer and provider, and the world in which the calls were recorded. */
export interface Recorded {
  readonly consumer: string
  readonly provider: string
  readonly specs: Specs
  /** Named start of the world. */
  readonly start: string
}

/**
 * Turns the exchanges of an app into a pact. Calls of the vendor's interfaces become interactions; whatever the app or a person did
 * before a call becomes its provider state. Ids from earlier answers are taken from the state when the contract is verified, so that
 * the contract holds at any time and in any world. The same exchanges give the same bytes.
 */
export function recordPact(exchanges: readonly Exchange[], { consumer, provider, specs, start }: Recorded): Recording {
  const leftOut: string[] = []
  const all = sinceReset(exchanges).flatMap((exchange) => read(exchange, specs, leftOut))
  const answers = knownValues(all.map(({ outcome: told }) => told))
  const secrets = secretsOf(all)
  const states: Record<string, unknown> = {}
  const names = new Map<string, number>()
  const interactions = all.flatMap((one, i) => {
    if (one.op.ours) return []
    const { status } = one.reply
    const error = one.error?.replace(/:.*/, '') ?? String(status)
    const usual = `${one.op.id} answered ${status}${error === String(status) ? '' : ` ${error}`}`
    const times = (names.get(usual) ?? 0) + 1
    names.set(usual, times)
    const description = times === 1 ? usual : `${usual}, time ${times}`
    const unknown = isRefusedAsUnknown(one)
    const known = [...answers, ...secrets]
    const { used, interaction } = interactionOf(one, i, description, unknown ? answers : known)
    const does = stepsBefore(all, i, known, used)
    if (one.origin === 'forced' && one.error !== undefined) does.push({ force: one.error })
    // With right credentials in place of the placeholders it would be another answer.
    else if (unknown) does.push({ credentials: 'as-written' })
    else if (isOfAnotherRole(one)) does.push({ credentials: roleOf(one) })
    const state = `what ${consumer} did before ${description}`
    if (does.length > 0) states[state] = { about: `Recorded: ${does.length} step${does.length === 1 ? '' : 's'}.`, start, does }
    return [{ ...interaction, ...(does.length > 0 ? { providerStates: [{ name: state }] } : {}) }]
  })
  const metadata = { pactSpecification: { version: '4.0' } }
  return {
    pact: { consumer: { name: consumer }, provider: { name: provider }, interactions, metadata },
    states: { states },
    interactions: interactions.length,
    leftOut,
  }
}

/** Exchanges before the last reset of the world are ignored. */
function sinceReset(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.slice(exchanges.findLastIndex(({ operation }) => operation === 'sandbox.ResetWorld') + 1)
}

/** The verification calls as the role that the operation is for, unless a state names another. */
function isOfAnotherRole(one: Read): boolean {
  const { op, request } = one
  const named = ['x-auth-token', 'x-sdk-date', 'x-apig-appcode'].some((name) => request.headers[name] !== undefined)
  const role = roleOf(one)
  return named && role !== undefined && role !== (op.roles?.[0] ?? 'buyer')
}

/** A caller whose role is not allowed appears only in a finding. */
const roleOf = ({ caller, findings = [] }: Read) => caller?.role ?? findings.find(({ code }) => code === 'request.auth.role')?.got

/** The journal truncates long bodies. A body that begins like JSON and does not parse was truncated. */
const isCut = (text: string) => text.length >= LONG && /^\s*[{[]/.test(text) && typeof parsed(text) === 'string'
/** No body below this many characters is truncated: 16 kB at three bytes each. */
const LONG = 4000
/** The replacement character: the body had bytes that are not text. */
const NO_TEXT = '\uFFFD'

function read(exchange: Exchange, specs: Specs, leftOut: string[]): Read[] {
  const { request, reply, operation } = exchange
  const found = specs.find({ method: request.method, path: request.path, host: request.headers['host'] ?? '' })
  if ('missing' in found) {
    leftOut.push(`${request.method} ${request.path}: not an interface of the vendor.`)
    return []
  }
  const op = specs.operation(operation)
  if (!op.ours && reply.status >= 500 && exchange.origin !== 'forced')
    leftOut.push(`${operation}: the sandbox failed with ${reply.status}.`)
  else if (!op.ours && (isCut(request.body) || isCut(reply.body))) leftOut.push(`${operation}: its body is too long for the journal.`)
  else if (!op.ours && request.body.includes(NO_TEXT)) leftOut.push(`${operation}: its body holds bytes that are not text.`)
  else {
    const answered = parsed(reply.body)
    return [
      {
        ...exchange,
        op,
        path: found.path,
        asked: parsed(request.body),
        answered,
        outcome: outcomeOf({ headers: reply.headers, body: answered }),
      },
    ]
  }
  return []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** Milliseconds of world time between two calls below which no step that moves the clock is recorded. */
const BY_ITSELF = 1000

/** The steps before an exchange: every change, every read whose answer is used later, and the time that passed. */
function stepsBefore(all: readonly Read[], place: number, known: readonly Known[], needed: Set<Known>): unknown[] {
  const steps: unknown[] = []
  let later = Date.parse((all[place] as Read).at)
  for (let i = place - 1; i >= 0; i--) {
    const { op, path, request, reply, caller, asked, at } = all[i] as Read
    const keeps = [...needed].filter(({ from }) => from === i)
    const changes = request.method !== 'GET' && reply.status < 400
    const passed = later - Date.parse(at)
    if (passed >= BY_ITSELF && op.ref !== 'sandbox.AdvanceClock') steps.unshift({ advance: `${Math.round(passed / 1000)}s` })
    later = Date.parse(at)
    // The steps in between move the time.
    if (op.ref === 'sandbox.AdvanceClock' || (!changes && keeps.length === 0)) continue
    const query = Object.fromEntries(new URLSearchParams(request.query))
    const given = allWithNames(
      {
        ...(Object.keys(path).length > 0 ? { path } : {}),
        ...(request.query === '' ? {} : { query }),
        ...(asked === '' ? {} : { body: asked }),
      },
      known,
      i,
      needed,
    ) as Record<string, unknown>
    const as = op.ours || caller === undefined ? {} : { as: caller.role }
    const type = op.ours || isUsual(op, request.headers) ? {} : { type: request.headers['content-type'] }
    const keep = keeps.length === 0 ? {} : { keep: Object.fromEntries(keeps.map(({ name, pointer }) => [name, pointer])) }
    steps.unshift({ call: op.ref, ...given, ...type, ...as, ...keep })
  }
  return steps
}

/** A body with another media type than the operation's first needs a content type. */
function isUsual({ doc }: Operation, headers: Readonly<Record<string, string>>): boolean {
  const type = headers['content-type']
  const usual = Object.keys(doc.requestBody?.content ?? {})[0] ?? 'application/json'
  return type === undefined || type.replace(/;\s*charset=.*$/i, '') === usual
}
