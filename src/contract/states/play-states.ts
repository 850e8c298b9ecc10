import { didYouMean } from '../../language/did-you-mean.ts'
import { fill } from '../../recipes/steps/fill.ts'
import { playStep } from '../../recipes/steps/play-step.ts'
import type { InWorld } from '../../sandbox/sandbox-api.ts'
import type { Role } from '../../world/entities/kinds-api.ts'
import type { Members } from '../read-body.ts'
import type { StateCall } from '../read-pact.ts'
import type { Attitude, State } from './read-states.ts'

/** The results of an interaction's states. */
export interface Played {
  /** Values for `fromProviderState`, and for later states. */
  readonly values: Readonly<Record<string, unknown>>
  /** The role whose credentials replace the placeholders of the request, or that the request is sent as written. */
  readonly credentials?: Role | 'as-written'
  /** Key of the documented error that is forced. */
  readonly force?: string
}

/** A state that could not be set up. The message says which step failed, why, and where it is written. */
export class StateFailure extends Error {
  override readonly name = 'StateFailure'
}

/** Messages about states of an interaction that are unknown or have wrong parameters. Empty when all can be set up. */
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

/** The named start of an interaction's world. */
export function startOf(calls: readonly StateCall[], known: ReadonlyMap<string, State>, usual: string): string {
  return calls.map(({ name }) => known.get(name)?.start).find((start) => start !== undefined) ?? usual
}

/**
 * Sets up states in a world, in order. Values that an earlier state kept are available to later ones.
 * @throws StateFailure
 */
export async function playStates(
  world: InWorld,
  calls: readonly StateCall[],
  known: ReadonlyMap<string, State>,
  given: Members,
): Promise<Played> {
  const values: Record<string, unknown> = { ...given }
  let rest: Omit<Played, 'values'> = {}
  for (const { name, params } of calls) {
    const state = known.get(name)
    if (!state) throw new StateFailure(`No handler is known for the state "${name}".`)
    const defaults = Object.entries(state.parameters).filter(([key, one]) => 'default' in one && !(key in params))
    const own: Record<string, unknown> = { ...Object.fromEntries(defaults.map(([key, one]) => [key, one.default])), ...params }
    const lookUp = (place: string) => (key: string) => {
      const found = key in own ? own[key] : values[key]
      if (found !== undefined) return found
      throw new StateFailure(`${place}: "${name}" needs {${key}}: give it as a parameter, or let an earlier state keep it.`)
    }
    const stage = { world: world.world.name, call: world.call }
    for (const step of state.does) {
      const known = lookUp(step.place)
      const failed = (why: string) => new StateFailure(`${step.place}: "${name}": ${why}`)
      if ('how' in step) Object.assign(values, await playStep(stage, step, known, failed))
      else rest = { ...rest, ...demand(step.verb, fill(step.what, known)) }
    }
    Object.assign(values, own)
  }
  return { values, ...rest }
}

function demand(verb: Attitude['verb'], what: unknown): Omit<Played, 'values'> {
  return verb === 'credentials' ? { credentials: what as Role | 'as-written' } : { force: String(what) }
}
