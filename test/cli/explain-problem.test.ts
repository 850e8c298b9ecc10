import { expect, test } from 'vitest'
import { explainProblem } from '../../src/cli/terminal/explain-problem.ts'

test.each([
  ['/query/limit', 'limit must be'],
  ['/body/lines/0/quantity', 'lines[0].quantity must be'],
  ['/body/when/query.a~1b', 'when.query.a/b must be'],
  ['/body/settings/a~0b', 'settings.a~b must be'],
  ['/body', 'The request must be'],
])('a finding at %s is shown as "%s"', (pointer, shown) => {
  const problem = { detail: 'The request is malformed.', findings: [{ pointer, expected: 'a number', got: '"x"' }] }
  expect(explainProblem(problem)).toBe(`${shown} a number, not "x".`)
})

test('an unknown world comes with one way to create it', () => {
  const detail =
    'There is no world "qa". Create it with `koosandbox world create qa` (POST /_sandbox/worlds), and call it with its own keys.'
  const shown = 'There is no world "qa". Run `koosandbox world create qa` to create it.'
  expect(explainProblem({ detail, code: 'world.unknown' })).toBe(shown)
})
