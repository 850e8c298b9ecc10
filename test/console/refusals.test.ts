import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { builtInBundle, builtInRecipes, type Sandbox, specsOf, startSandbox } from '../../src/index.ts'
import { OTHER_CAUSES } from './other-causes.ts'
import { CONSOLE_REQUESTS } from './requests/console-requests.ts'

const operations = new Map(
  specsOf(builtInBundle())
    .operations.filter(({ service }) => service === 'console')
    .map((operation) => [operation.id, operation]),
)
/** What the corridor refuses before any operation of the console is asked. */
const CORRIDOR: Readonly<Record<string, Record<string, string>>> = {
  'bad-request': { nothing: 'of the kind' },
  'unknown-world': { world: 'nowhere' },
}
/** What the listener refuses from the headers alone: a call without a socket never meets it. */
const LISTENER = { forbidden: { Origin: 'https://shop.example.com' } } as const

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.reset())

const stateOf = ({ world }: Sandbox) => JSON.stringify([world.facts.count, world.upcoming(), world.save()])

test.each(OTHER_CAUSES)('%s refuses with %s (%s), and changes nothing', async (operation, code, _why, cause) => {
  const { path, query, body } = await cause(sandbox)
  // What the preparation leads to, calls of sellers for one, is not what the request does.
  await sandbox.clock.pass('0s')
  const before = stateOf(sandbox)
  const request = { ...(path ? { path } : {}), ...(query ? { query } : {}), ...(body === undefined ? {} : { body }) }
  const answer = await sandbox.call(`console.${operation}`, request)

  expect([answer.body.code, answer.body.detail]).toEqual([code, answer.body.detail])
  expect(answer.status).toBe(operations.get(operation)?.errors.get(code)?.status)
  expect(answer.body.detail.length).toBeGreaterThan(10)
  expect(stateOf(sandbox)).toBe(before)
})

test.each(Object.keys(CONSOLE_REQUESTS))('%s refuses what the corridor refuses, and changes nothing', async (operation) => {
  const request = await CONSOLE_REQUESTS[operation]!(sandbox)
  const before = stateOf(sandbox)
  const { path = {}, body } = request
  const { method, path: template, errors } = operations.get(operation)!
  for (const [code, query] of Object.entries(CORRIDOR)) {
    const answer = await sandbox.call(`console.${operation}`, {
      path,
      ...(body === undefined ? {} : { body }),
      query: { ...request.query, ...query },
    })
    expect([code, answer.body.code, answer.status]).toEqual([code, code, errors.get(code)?.status])
  }
  for (const [code, headers] of Object.entries(LISTENER)) {
    const where = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String((path as Record<string, unknown>)[name])))
    const answer = await fetch(`${sandbox.url}${where}?${new URLSearchParams(request.query as Record<string, string>)}`, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    expect([code, ((await answer.json()) as { code: string }).code, answer.status]).toEqual([code, code, errors.get(code)?.status])
  }
  expect(stateOf(sandbox)).toBe(before)
})

test('every refusal that an operation lists is met here or by its recipe', () => {
  const recipes = builtInRecipes()
  // The token is wanted beyond loopback alone, where no test listens: test/control/control-refusals.test.ts holds it.
  const elsewhere = [...Object.keys(CORRIDOR), ...Object.keys(LISTENER), 'unauthorized']
  const here = new Set(OTHER_CAUSES.map(([operation, code]) => `${operation}: ${code}`))
  const unmet = [...operations].flatMap(([id, { errors }]) =>
    [...errors.keys()]
      .filter((code) => !elsewhere.includes(code) && recipes.of(`console.${id}`, code)?.kind !== 'recipe')
      .map((code) => `${id}: ${code}`),
  )
  expect(unmet.filter((row) => !here.has(row))).toEqual([])
})
