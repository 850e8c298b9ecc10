import type { startSandbox } from '../../sandbox/sandbox.ts'
import { didYouMean } from '../../spec/document/fault.ts'
import { isObject, type Json, type StateCall } from '../read-pact.ts'
import { at, fill, outcomeOf } from './fill.ts'
import type { State, Step } from './read-states.ts'

type Sandbox = Awaited<ReturnType<typeof startSandbox>>
type InWorld = ReturnType<Sandbox['inWorld']>
type Role = keyof InWorld['credentials']

/** What the states of an interaction left behind. */
export interface Played {
  /** For `fromProviderState`, and for later states. */
  readonly values: Readonly<Record<string, unknown>>
  /** Whose credentials the request gets in place of its stand-ins, or that it goes out as written. */
  readonly credentials?: Role | 'as-written'
  /** Key of the documented error that is answered whatever the truth is. */
  readonly force?: string
}

/** A state that could not be brought about. The message says which step, why, and where it is written. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure'
}

/** The states of an interaction that nobody handles, or that are called wrongly. Silence means that they can be played. */
export function* complaintsAbout(calls: readonly StateCall[], known: ReadonlyMap<string, State>): Generator<string> {
  const starts = new Map<string, string>()
  for (const { name, params } of calls) {
    const state = known.get(name)
    if (!state) {
      yield `No handler is known for the state "${name}".${didYouMean(name, known.keys())}`
      continue
    }
    for (const param of Object.keys(params)) {
      if (Object.hasOwn(state.parameters, param)) continue
      const names = Object.keys(state.parameters)
      yield `"${name}" has no parameter "${param}".${didYouMean(param, names)} It has: ${names.join(', ') || 'none'}.`
    }
    if (state.start !== undefined) starts.set(state.start, name)
  }
  if (starts.size > 1)
    yield `The states ${[...starts.values()].map((name) => `"${name}"`).join(' and ')} begin in different worlds: ${[...starts.keys()].join(', ')}.`
}

/** The world an interaction begins in. */
export function startOf(calls: readonly StateCall[], known: ReadonlyMap<string, State>, usual: string): string {
  return calls.map(({ name }) => known.get(name)?.start).find((start) => start !== undefined) ?? usual
}

/**
 * Brings states about in a world, in order. What an earlier one kept is known to the later ones.
 * @throws StateFailure
 */
export async function playStates(
  world: InWorld,
  calls: readonly StateCall[],
  known: ReadonlyMap<string, State>,
  given: Json,
): Promise<Played> {
  const values: Record<string, unknown> = { ...given }
  let rest: Omit<Played, 'values'> = {}
  for (const { name, params } of calls) {
    const state = known.get(name)
    if (!state) throw new StateFailure(`No handler is known for the state "${name}".`)
    const defaults = Object.entries(state.parameters).filter(([key, one]) => 'default' in one && !(key in params))
    const own: Record<string, unknown> = { ...Object.fromEntries(defaults.map(([key, one]) => [key, one.default])), ...params }
    const lookUp = (step: Step) => (key: string) => {
      const found = key in own ? own[key] : values[key]
      if (found !== undefined) return found
      throw new StateFailure(`${step.place}: "${name}" needs {${key}}: give it as a parameter, or let an earlier state keep it.`)
    }
    for (const step of state.does) {
      const filled = { ...step, what: fill(step.what, lookUp(step)), how: fill(step.how, lookUp(step)) as Json }
      const done = await play(world, filled, (why) => new StateFailure(`${step.place}: "${name}": ${why}`))
      Object.assign(values, done.keep)
      rest = { ...rest, ...done.rest }
    }
    Object.assign(values, own)
  }
  return { values, ...rest }
}

interface Done {
  readonly keep?: Json
  readonly rest?: Omit<Played, 'values'>
}

async function play(world: InWorld, { verb, what, how }: Step, failed: (why: string) => StateFailure): Promise<Done> {
  const ask = async (operation: string, input: Json) => {
    const { status, headers, body } = await world.call(operation, { path: { world: world.world.name }, ...input })
    if (status < 400) return outcomeOf({ headers, body })
    throw failed(`${operation} was refused with ${status}: ${body?.detail ?? body?.error_msg ?? JSON.stringify(body)}`)
  }
  const times = Number(how.times ?? 1)
  const kept = (outcome: unknown): Done => {
    // What was done no time left nothing.
    const pointers = times === 0 ? [] : Object.entries((how.keep ?? {}) as Readonly<Record<string, string>>)
    return {
      keep: Object.fromEntries(
        pointers.map(([name, pointer]) => {
          const value = at(outcome, pointer)
          if (value === undefined) throw failed(`there is nothing at ${pointer} of the answer, so there is no {${name}}.`)
          return [name, value]
        }),
      ),
    }
  }
  const entity = { world: world.world.name, kind: String(what), id: String(how.id) }
  switch (verb) {
    case 'buy':
      return kept(await repeat(times, () => ask('console.BuyProduct', { body: { ...(how.with as Json | undefined), product: what } })))
    case 'call': {
      const { path, query, body, type, as } = how
      const headers = type === undefined ? {} : { headers: { 'content-type': String(type) } }
      const input = { ...(query ? { query } : {}), ...(body === undefined ? {} : { body }), ...headers, ...(as ? { as } : {}) }
      return kept(
        await repeat(times, () => ask(String(what), { ...input, path: { world: world.world.name, ...(path as Json | undefined) } })),
      )
    }
    case 'find': {
      const { entities } = (await ask('sandbox.ListEntities', { path: entity, query: { limit: 1000 } })) as { entities: Json[] }
      const where = Object.entries((how.where ?? {}) as Json)
      const found = entities.find((one) =>
        where.every(([key, value]) => String(at(one, key.startsWith('/') ? key : `/${key}`)) === String(value)),
      )
      if (!found) throw failed(`there is none among the ${String(what)} with ${JSON.stringify(how.where ?? {})}.`)
      return kept(found)
    }
    case 'set':
      await ask('sandbox.PutState', { path: entity, body: { status: how.to, ...(how.reason === undefined ? {} : { reason: how.reason }) } })
      return {}
    case 'change':
      await ask('sandbox.ChangeEntity', { path: entity, body: how.members })
      return {}
    case 'advance':
      await world.clock.advance(String(what))
      return {}
    case 'settings':
      await ask('sandbox.ChangeSettings', { body: what })
      return {}
    case 'credentials':
      return { rest: { credentials: what as Role | 'as-written' } }
    case 'force':
      return { rest: { force: String(what) } }
  }
}

/** The outcome of the last time; none at all for no time. */
async function repeat(times: number, act: () => Promise<unknown>): Promise<unknown> {
  let last: unknown = {}
  for (let i = 0; i < times; i++) last = await act()
  return isObject(last) ? last : {}
}
