import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { builtInStates, readStates } from '../../src/contract/states/read-states.ts'
import { builtInBundle, specsOf } from '../../src/index.ts'

const specs = specsOf(builtInBundle())
const folder = mkdtempSync(join(tmpdir(), 'states-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 's.yaml')
const head = 'states:\n  it is so:\n    about: So.\n'

test('the built-in states can be read, and each says what it is for', () => {
  const states = [...readStates([builtInStates()], specs).values()]
  expect(states.length).toBeGreaterThan(15)
  for (const { name, about, place } of states)
    expect([name, about, place]).toEqual([name, expect.stringMatching(/\.$/), expect.stringMatching(/^contracts\/states\.yaml:\d+$/)])
})

test.each([
  ['an unknown key', `${head}    dose: []\n`, ':4: there is no key "dose" here. Did you mean "does"?'],
  ['an unknown verb', `${head}    does:\n      - { bye: crm-basic-month }\n`, ':5: a step has one of buy, call'],
  ['two verbs', `${head}    does:\n      - { buy: a, advance: 1h }\n`, ':5: a step has one of'],
  ['an option of another verb', `${head}    does:\n      - { advance: 1h, times: 2 }\n`, ':5: there is no key "times" here'],
  ['an unknown operation', `${head}    does:\n      - { call: console.TakeLicense }\n`, 'Did you mean "console.TakeLicence"?'],
  ['a set without a state', `${head}    does:\n      - { set: orders, id: a }\n`, ':5: set needs "id" and "to"'],
  [
    'a role that there is not',
    `${head}    does:\n      - { credentials: admin }\n`,
    ':5: credentials are buyer, partner, seller, as-written',
  ],
  ['a keep that is no pointer', `${head}    does:\n      - { buy: a, keep: { id: order.id } }\n`, ':5: "id" is kept from a JSON pointer'],
  ['an unknown starting world', `${head}    start: emtpy\n`, ':4: there is no starting world "emtpy". Did you mean "empty"?'],
  ['a state that does nothing', head, ':2: the state "it is so" needs "start" or "does"'],
  ['a parameter without a word', `${head}    start: empty\n    parameters: { n: { default: 1 } }\n`, ':5: the parameter "n" needs "about"'],
  ['something else', '- a\n', ': the file is not an object'],
  [
    'a state that is built in',
    'states:\n  the buyer has orders:\n    about: So.\n    start: empty\n',
    ':2: the state "the buyer has orders" exists already (contracts/states.yaml:',
  ],
])('%s is refused with file and line', (_what, text, said) => {
  writeFileSync(file, text)
  const read = () => readStates([builtInStates(), file], specs)
  expect(read).toThrow(said)
  if (said.startsWith(':')) expect(read).toThrow(file)
})
