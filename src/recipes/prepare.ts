import { SpecFault } from '../spec/document/fault.ts'
import type { Operation } from '../spec/operation.ts'
import type { Filling, Recipe, RecipeCall } from './recipe.ts'
import { type Identity, type Request, requestOf, signed } from './request.ts'
import { at, fill } from './steps/fill.ts'
import { playStep, type Stage } from './steps/play-step.ts'
import type { Json } from './steps/read-step.ts'

/** One account as recipes name it. */
export interface Person extends Identity {
  readonly domain_id: string
  readonly domain_name: string
  readonly project_name: string
  readonly user_name: string
  readonly password: string
  readonly oauth?: readonly { readonly client_id: string; readonly client_secret: string; readonly redirect_uris: readonly string[] }[]
}

/** The call that leads to the error, complete and ready to send. */
export interface Prepared {
  readonly request: Request
  /** How often it is sent at most until it leads to the error. */
  readonly times: number
  /** Filler for one place, because the full text would be too long to print. */
  readonly fill?: Filling
}

/**
 * Plays the steps of a recipe and composes its call.
 * @param people the printed accounts of the world by role
 * @param now machine time, for signatures
 * @throws SpecFault when a step is refused, naming its place
 */
export async function prepare(
  recipe: Recipe,
  operation: Operation,
  stage: Stage,
  people: Readonly<Record<string, Person | undefined>>,
  now: () => number,
): Promise<Prepared> {
  const values: Record<string, unknown> = knownValues(people, operation)
  const lookUp = (name: string) => {
    if (values[name] !== undefined) return values[name]
    throw new SpecFault(`${recipe.place}: nothing is known as {${name}}. Known are: ${Object.keys(values).join(', ')}.`)
  }
  for (const step of recipe.steps)
    Object.assign(values, await playStep(stage, step, lookUp, (why) => new SpecFault(`${step.place}: ${why}`)))
  return write(fill(recipe.call, lookUp) as RecipeCall, operation, stage.world, people, now())
}

function write(
  call: RecipeCall,
  operation: Operation,
  world: string,
  people: Readonly<Record<string, Person | undefined>>,
  now: number,
): Prepared {
  const role = call.as ?? operation.roles?.[0] ?? 'buyer'
  const caller = role === 'nobody' ? undefined : people[role]
  const headers = { ...(call.type === undefined ? {} : { 'content-type': call.type }), ...call.headers }
  const names = [...operation.path.matchAll(/\{([^/}]+)\}/g)].map(([, name = '']) => name)
  // A caller without a credential must name a project as well.
  const meant: Json = { project_id: people[operation.roles?.[0] ?? 'buyer']?.project_id, world }
  const path = Object.fromEntries(names.map((name) => [name, call.path?.[name] ?? meant[name] ?? 'x']))
  const free = operation.ours || operation.auth.includes('none')
  const given = call.body ?? (operation.ours ? exampleOf(operation) : undefined)
  const body = call.repeat ? repeated(given, call.repeat) : given
  const plain = requestOf(operation, { ...call, body, path, headers }, free ? undefined : caller, world)
  const directed = { ...plain, ...call.at }
  const takesToken = operation.auth.includes('token')
  const mustSign =
    call.sign !== undefined || (!free && !takesToken && (operation.auth.includes('aksk') || operation.auth.includes('usage')))
  const request = caller && mustSign ? signed(operation, directed, caller, now, call.sign) : directed
  return { request, times: call.times ?? 1, ...(call.fill ? { fill: call.fill } : {}) }
}

/** The first example of a body, so that a recipe of our own operations says only what it is about. */
function exampleOf({ doc }: Operation): unknown {
  const [media] = Object.values(doc.requestBody?.content ?? {})
  return Object.values(media?.examples ?? {})[0]?.value
}

/** The body with the first item of one list repeated. */
function repeated(body: unknown, { at: pointer, times }: { readonly at: string; readonly times: number }): unknown {
  const copy: unknown = structuredClone(body)
  const list = at(copy, pointer)
  if (Array.isArray(list)) list.push(...Array.from({ length: times - list.length }, () => list[0]))
  return copy
}

/** The values that recipes can name: `{buyerId}`, `{sellerToken}`, `{callerProject}`, `{clientSecret}`, `{permission}` and so on. */
function knownValues(people: Readonly<Record<string, Person | undefined>>, operation: Operation): Record<string, unknown> {
  const caller = people[operation.roles?.[0] ?? 'buyer']
  const of = (prefix: string, person: Person): Json => ({
    [`${prefix}Id`]: person.domain_id,
    [`${prefix}Name`]: person.domain_name,
    [`${prefix}User`]: person.user_name,
    [`${prefix}Password`]: person.password,
    [`${prefix}Token`]: person.token,
    [`${prefix}Project`]: person.project_id,
    [`${prefix}ProjectName`]: person.project_name,
    [`${prefix}Ak`]: person.ak,
  })
  const client = people.seller?.oauth?.[0]
  return {
    ...(caller ? of('caller', caller) : {}),
    ...Object.assign({}, ...Object.entries(people).map(([role, person]) => (person ? of(role, person) : {}))),
    ...(client ? { clientId: client.client_id, clientSecret: client.client_secret, redirectUri: client.redirect_uris[0] } : {}),
    permission: operation.doc['x-permission'] ?? 'none',
  }
}
