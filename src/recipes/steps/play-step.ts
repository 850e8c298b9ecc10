import { at, fill, outcomeOf } from './fill.ts'
import { isObject, type Json, type Step } from './read-step.ts'

/** The world in which steps are played. */
export interface Stage {
  /** Its name. */
  readonly world: string
  /** Calls an operation, also of the control API. */
  call(operation: string, input: Json): Promise<Answered>
}

export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/**
 * Plays one step in a world.
 * @param lookUp the value of a `{name}`; throws if there is none
 * @param failed makes the error to throw, from the reason
 * @returns the values that the step keeps for later steps
 */
export async function playStep(stage: Stage, step: Step, lookUp: (name: string) => unknown, failed: (why: string) => Error): Promise<Json> {
  const { verb } = step
  const what = fill(step.what, lookUp)
  const how = fill(step.how, lookUp) as Json
  const ask = async (operation: string, input: Json, wanted?: number) => {
    const { status, headers, body } = await stage.call(operation, { ...input, path: { world: stage.world, ...(input.path as Json) } })
    if (wanted === undefined ? status < 400 : status === wanted) return outcomeOf({ headers, body })
    const said = isObject(body) ? (body.detail ?? body.error_msg) : undefined
    const expected = wanted === undefined ? 'was refused with' : `should answer ${wanted} and answered`
    throw failed(`${operation} ${expected} ${status}: ${said ?? JSON.stringify(body)}`)
  }
  const times = Number(how.times ?? 1)
  const kept = (outcome: unknown): Json => {
    // A step with `times: 0` has no outcome, so it keeps nothing.
    const pointers = times === 0 ? [] : Object.entries((how.keep ?? {}) as Readonly<Record<string, string>>)
    return Object.fromEntries(
      pointers.map(([name, pointer]) => {
        const value = at(outcome, pointer)
        if (value === undefined) throw failed(`there is nothing at ${pointer} of the answer, so there is no {${name}}.`)
        return [name, value]
      }),
    )
  }
  const entity = { kind: String(what), id: String(how.id) }
  switch (verb) {
    case 'buy':
      return kept(await repeat(times, () => ask('console.BuyProduct', { body: { ...(how.with as Json | undefined), product: what } })))
    case 'call': {
      const { path, query, body, type, as, answers } = how
      const wanted = answers === undefined ? undefined : Number(answers)
      const headers = type === undefined ? {} : { headers: { 'content-type': String(type) } }
      const input = { ...(query ? { query } : {}), ...(body === undefined ? {} : { body }), ...headers, ...(as ? { as } : {}), path }
      return kept(await repeat(times, () => ask(String(what), input, wanted)))
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
      await ask('sandbox.AdvanceClock', { body: { by: String(what) } })
      return {}
    case 'settings':
      await ask('sandbox.ChangeSettings', { body: what })
      return {}
  }
}

/** The outcome of the last repetition; empty for `times: 0`. */
async function repeat(times: number, act: () => Promise<unknown>): Promise<unknown> {
  let last: unknown = {}
  for (let i = 0; i < times; i++) last = await act()
  return isObject(last) ? last : {}
}
