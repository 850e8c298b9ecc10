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
/** Of the console and of the control API: those of a list of operations are one recipe, and tried with the first. */
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
  test.each(sampled(ofOurs))('%s answers %s', async (operation, error) => {
    const { reproduced, status, body, changed } = await meet(sandbox, error, operation)
    // A code may say more than the documented one: clock.backwards is a conflict.
    const title = specs.operation(operation).errors.get(error)?.title
    expect(body).toMatchObject({ status: reproduced.status, title })
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
