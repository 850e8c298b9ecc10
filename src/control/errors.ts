import { bodyText } from '../http/exchange.ts'
import type { ServerContext } from '../http/server-context.ts'
import { didYouMean } from '../language/did-you-mean.ts'
import { curlOf } from '../recipes/curl.ts'
import { explainError, knownErrors, textOf } from '../recipes/explain-error.ts'
import { builtInRecipes } from '../recipes/load-recipes.ts'
import { prepare } from '../recipes/prepare.ts'
import type { Recipe } from '../recipes/recipe.ts'
import { requestOf } from '../recipes/request.ts'
import type { Stage } from '../recipes/steps/play-step.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { Operation } from '../spec/operation.ts'
import type { Role } from '../world/entities/kinds-api.ts'
import type { World } from '../world/world-api.ts'
import type { ControlContext, Controls } from './control-behaviour.ts'
import { findFor } from './find-operation.ts'
import { printedCredentials } from './printed-credentials.ts'

/** What documented errors mean, and worlds in which the next call meets one. */
export const errors: Pick<Controls, 'ExplainError' | 'ReproduceError'> = {
  ExplainError(context) {
    const { input } = context
    const found = explain(context, input.path.error, input.query.operation)
    return { format: 1, count: found.length, errors: found }
  },

  async ReproduceError(context) {
    const { input, server, fail } = context
    const { operation: named, world: asked } = input.body ?? {}
    const [chosen, ...others] = reproducible(context, input.path.error, named)
    const { operation, key, recipe } = chosen
    // In lenient mode nobody looks at who calls.
    if (server.options.auth === 'lenient' && (recipe.call.as !== undefined || recipe.call.sign !== undefined))
      fail('conflict', `This sandbox accepts every caller, so no call is refused with ${key}. Start it with --auth strict.`)
    const name = asked ?? nameFor(key, operation)
    if (asked !== undefined && server.worlds.get(asked))
      fail('conflict', `There is a world "${asked}" already. Drop it first, or use another name.`)
    if (server.worlds.get(name)) server.worlds.drop(name)
    const world = server.worlds.open(name, recipe.start)
    // What a recipe brings about may pass by itself: an order in process completes within seconds.
    world.clock.freeze()
    try {
      const prepared = await prepare(recipe, operation, stageIn(server, world), printedCredentials(world), server.systemClock.now)
      const { request, times, fill } = prepared
      const url = server.addresses[0] ?? ''
      const entry = operation.errors.get(key) ?? operation.gatewayErrors.get(key)
      const { inside } = recipe
      return {
        format: 1,
        world: name,
        key,
        code: key.split(':')[0] ?? key,
        status: inside === undefined ? (entry?.status ?? operation.success) : operation.success,
        ...(inside === undefined ? {} : { inside }),
        operation: operation.ref,
        operations: [chosen, ...others].filter((one) => one.key === key).map((one) => one.operation.ref),
        steps: recipe.steps.map(textOf),
        call: {
          method: request.method,
          url: `${url}${request.path}${request.query === '' ? '' : `?${request.query}`}`,
          headers: { ...request.headers },
          ...(request.body === '' ? {} : { body: request.body }),
        },
        times,
        ...(fill ? { fill: { ...fill } } : {}),
        curl: curlOf(prepared, url),
      }
    } catch (error) {
      server.worlds.drop(name)
      if (error instanceof SpecFault) return fail('conflict', `The recipe cannot be played in this sandbox. ${error.message}`)
      throw error
    }
  },
}

function explain(context: ControlContext, asked: string, named: string | undefined) {
  const { specs } = context.server
  const only = named === undefined ? undefined : findFor(context, named).ref
  const found = explainError(specs, builtInRecipes(), asked, only)
  if (found.length > 0) return found
  const known = knownErrors(specs)
  if (only !== undefined && known.has(asked)) {
    const documented = [...findFor(context, only).errors.keys()]
    return context.fail('unknown-error', `${only} documents no error "${asked}".${didYouMean(asked, documented)}`, documented)
  }
  return context.fail('unknown-error', `No operation documents an error "${asked}".${didYouMean(asked, known)}`)
}

interface Reproducible {
  readonly operation: Operation
  readonly key: string
  readonly recipe: Recipe
}

/** The recipes for an error, the first one first. Fails with the reason where there is none. */
function reproducible(context: ControlContext, asked: string, named: string | undefined): [Reproducible, ...Reproducible[]] {
  const { specs } = context.server
  const recipes = builtInRecipes()
  const found = explain(context, asked, named)
  const operationOf = (ref: string) => (ref === specs.apiProducts.ref ? specs.apiProducts : specs.operation(ref))
  // A plain code means the variant of just that key, where there is one.
  const exact = found.filter(({ key }) => key === asked)
  const [first, ...others] = (exact.length > 0 ? exact : found).flatMap(({ key, ways }) =>
    ways.flatMap(({ operations }) =>
      operations.flatMap((ref) => {
        const way = recipes.of(ref, key)
        return way?.kind === 'recipe' ? [{ operation: operationOf(ref), key, recipe: way }] : []
      }),
    ),
  )
  if (first) return [first, ...others]
  const [way] = found.flatMap(({ ways }) => ways)
  const force = way?.by === 'forced' ? ` Force it with the header X-Sandbox-Error: ${found[0]?.key}.` : ''
  return context.fail('conflict', `There is no recipe for ${asked}. ${way?.why}${force}`)
}

/** `cbc-99003110-payorders` */
function nameFor(key: string, operation: Operation): string {
  return `${key}-${operation.id}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/-$/, '')
}

/** Steps call operations like any client, but for the socket. */
function stageIn(server: ServerContext, world: World): Stage {
  return {
    world: world.name,
    async call(ref, { as, ...asked }) {
      const operation = server.specs.operation(ref)
      const role = String(as ?? operation.roles?.[0] ?? 'buyer') as Role
      const caller = operation.auth.includes('none') ? undefined : printedCredentials(world)[role]
      const request = requestOf(operation, asked, caller, world.name)
      const body = new TextEncoder().encode(request.body)
      const outgoing = await server.answer({ ...request, host: 'sandbox.local', body })
      const text = bodyText(outgoing)
      return { status: outgoing.status, headers: outgoing.headers, body: text === '' ? undefined : parsed(text) }
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
