import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { builtInBundle, builtInRecipes, type Sandbox, specsOf, startSandbox } from '../../src/index.ts'
import type { Recipe } from '../../src/recipes/recipe.ts'
import { meet } from './meet.ts'

const specs = specsOf(builtInBundle())
const recipes = builtInRecipes()
const vendor = specs.operations.filter(({ ours }) => !ours)
const ours = specs.operations.filter((operation) => operation.ours)

type Pair = readonly [operation: string, error: string]
const ofOperations: readonly Pair[] = vendor.flatMap(({ ref, errors }) => [...errors.keys()].map((key) => [ref, key] as const))
const ofGateway: readonly Pair[] = [...vendor, specs.apiProducts].flatMap(({ ref, gatewayErrors }) =>
  [...gatewayErrors.keys()].map((key) => [ref, key] as const),
)
/** Of the console and of the control API. */
const ofOurs: readonly Pair[] = ours.flatMap(({ ref, errors }) => [...errors.keys()].map((key) => [ref, key] as const))
const recipeOf = ([operation, error]: Pair): Recipe | undefined => {
  const way = recipes.of(operation, error)
  return way?.kind === 'recipe' ? way : undefined
}

/** One operation of each service for each recipe that is the same for all. EVERY_OPERATION=1 takes all of them. */
function sampled(pairs: readonly Pair[]): readonly Pair[] {
  const seen = new Set<string>()
  return pairs.filter((pair) => {
    const recipe = recipeOf(pair)
    // What is too large is so for every service.
    const sort = `${recipe?.call.fill ? '' : pair[0].split('.')[0]} ${recipe?.place}`
    const isNew = !seen.has(sort)
    seen.add(sort)
    return recipe !== undefined && (isNew || process.env.EVERY_OPERATION === '1')
  })
}

/** What is refused before any operation of the console is asked. test/console/refusals.test.ts tries it with each. */
const CORRIDOR = ['bad-request', 'unknown-world', 'forbidden']
/** A refusal that the behaviour of an operation decides, although other operations share the recipe. */
const isDecidedByOperation = ([operation, error]: Pair) => operation.startsWith('console.') && !CORRIDOR.includes(error)

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())

describe('a recipe leads to the error without forcing it', () => {
  test.each([...ofOperations.filter(recipeOf), ...sampled(ofGateway)])('%s answers %s', async (operation, error) => {
    const { entry, reproduced, status, code } = await meet(sandbox, error, operation)
    const isTooLarge = reproduced.fill !== undefined
    expect({ status, code }).toEqual({ status: reproduced.status, code: reproduced.code })
    expect(entry).toMatchObject({
      origin: expect.stringMatching(/^(behaviour|refused)$/),
      // An error inside a list is no error of the answer.
      ...(reproduced.inside === undefined ? { error } : {}),
      // A call that is too large is refused before its world and its operation are looked for.
      ...(isTooLarge ? {} : { world: reproduced.world }),
      // Without an operation the gateway answers itself.
      ...(isTooLarge || error.startsWith('APIGW.0101') ? {} : { operation }),
    })
  })
})

describe('a recipe leads to a refusal of the sandbox itself, which changes nothing', () => {
  const tried = [
    ...ofOurs.filter((pair) => isDecidedByOperation(pair) && recipeOf(pair)),
    ...sampled(ofOurs.filter((pair) => !isDecidedByOperation(pair))),
  ]
  test.each(tried)('%s answers %s', async (operation, error) => {
    const { reproduced, status, body, changed } = await meet(sandbox, error, operation)
    // A code of the control API may say more than the documented one: clock.backwards is a conflict.
    const code = operation.startsWith('console.') ? { code: error } : {}
    const title = specs.operation(operation).errors.get(error)?.title
    expect(body).toMatchObject({ status: reproduced.status, title, ...code, detail: expect.stringMatching(/.{11}/) })
    expect({ status, changed }).toEqual({ status: reproduced.status, changed: false })
  })
})

test('every documented error has a recipe, or the reason why only forcing helps', () => {
  const lost = [...ofOperations, ...ofGateway, ...ofOurs].filter(([operation, error]) => recipes.of(operation, error) === undefined)
  expect(lost.map((pair) => pair.join(' '))).toEqual([])
})

test('a reason is a sentence', () => {
  const reasons = new Set(
    [...ofOperations, ...ofGateway, ...ofOurs].flatMap(([operation, error]) => {
      const way = recipes.of(operation, error)
      return way?.kind === 'forced' ? [way.why] : []
    }),
  )
  expect([...reasons].filter((why) => !/^[A-Z].{20,}\.$/.test(why))).toEqual([])
})
