import { expect, test } from 'vitest'
import { builtInBundle, specsOf } from '../../src/index.ts'
import { readRecipes } from '../../src/recipes/read-recipes.ts'
import { parseYaml } from '../../src/spec/document/yaml.ts'

const specs = specsOf(builtInBundle())
const read = (text: string, service = 'bss') => readRecipes({ [service]: parseYaml(`specs/${service}/recipes.yaml`, text) }, specs)
const recipe = (text: string) => `recipes:\n  - ${text}`

test.each([
  ['a section nobody knows', 'receipts: []', ':1: there is no key "receipts" here. Did you mean "recipes"?'],
  ['a key nobody knows', recipe('{ error: CBC.0101, calls: {} }'), ':2: there is no key "calls" here. Did you mean "call"?'],
  ['no error', recipe('{ call: {} }'), ':2: "error" names one documented error, or several.'],
  [
    'an error that nobody documents',
    recipe('{ error: CBC.0102, on: PayOrders, call: {} }'),
    ':2: bss.PayOrders documents no error "CBC.0102". Did you mean "CBC.0100"?',
  ],
  [
    'an error of other operations',
    recipe('{ error: CBC.99005026, on: PayOrders, call: {} }'),
    ':2: bss.PayOrders documents no error "CBC.99005026"',
  ],
  [
    'an operation that is not there',
    recipe('{ error: CBC.0101, on: PayOrder, call: {} }'),
    ':2: bss has no operation "PayOrder". Did you mean "PayOrders"?',
  ],
  [
    'a trait that is none',
    recipe('{ error: CBC.0101, on: { bodies: true }, call: {} }'),
    ':2: Operations have no trait "bodies". Use one of: auth, ',
  ],
  ['no call', recipe('{ error: CBC.0101 }'), ':2: "call" is not an object.'],
  ['a part of a call that is not known', recipe('{ error: CBC.0101, call: { params: {} } }'), ':2: there is no key "params" here.'],
  ['a part of a signature that is not known', recipe('{ error: CBC.0101, call: { sign: { key: x } } }'), ':2: there is no key "key" here.'],
  [
    'a caller who is none',
    recipe('{ error: CBC.0101, call: { as: vendor } }'),
    ':2: "as" is one of buyer, partner, seller, nobody, not "vendor".',
  ],
  [
    'a start that is not there',
    recipe('{ error: CBC.0101, start: bsuy, call: {} }'),
    ':2: there is no starting world "bsuy". Did you mean "busy"?',
  ],
  ['steps that are no list', recipe('{ error: CBC.0101, does: { advance: 1h }, call: {} }'), ':2: "does" is a list of steps.'],
  [
    'a step that is none',
    recipe('{ error: CBC.0101, does: [{ advnce: 1h }], call: {} }'),
    ':2: a step has one of buy, call, find, set, change, advance, settings. Did you mean "advance"?',
  ],
  ['a step that forces', recipe('{ error: CBC.0101, does: [{ force: CBC.0999 }], call: {} }'), ':2: a step has one of'],
  ['a pointer that is none', recipe('{ error: CBC.0101, inside: error_code, call: {} }'), ':2: "inside" is a JSON pointer'],
  [
    'two ways to one error',
    `${recipe('{ error: CBC.0101, on: [PayOrders, PayOrdersLegacy], call: {} }')}\n  - { error: CBC.0101, on: PayOrders, call: {} }`,
    ':3: there is a way from bss.PayOrders to CBC.0101 already (specs/bss/recipes.yaml:2).',
  ],
  ['force without a reason', 'forced:\n  - { error: CBC.0999 }', ':2: "why" says why there is no other way.'],
  [
    'force where nothing is left',
    `${recipe('{ error: CBC.99005026, call: {} }')}\nforced:\n  - { error: CBC.99005026, why: Nobody knows how. }`,
    ':4: no operation is left that this speaks of.',
  ],
])('%s is refused with file and line', (_what, text, message) => {
  expect(() => read(text)).toThrow(`specs/bss/recipes.yaml${message}`)
})

test('an entry without operations leaves those to which another entry speaks', () => {
  const recipes = read(`${recipe('{ error: CBC.0101, call: {} }')}\n  - { error: CBC.0101, on: PayOrders, call: { body: {} } }`)
  expect(recipes.of('bss.PayOrders', 'CBC.0101')?.place).toBe('specs/bss/recipes.yaml:3')
  expect(recipes.of('bss.PayOrdersLegacy', 'CBC.0101')?.place).toBe('specs/bss/recipes.yaml:2')
})

test('a list among the steps stands for its own steps', () => {
  const recipes = read(
    recipe('{ error: CBC.0101, on: PayOrders, does: [[{ advance: 1h }, [{ advance: 2h }]], { advance: 3h }], call: {} }'),
  )
  expect(recipes.of('bss.PayOrders', 'CBC.0101')).toMatchObject({ steps: [{ what: '1h' }, { what: '2h' }, { what: '3h' }] })
})

test('without operations an entry speaks of all that document the error, and force of those that are left', () => {
  const recipes = read(
    `${recipe('{ error: CBC.0101, on: PayOrders, call: {} }')}\nforced:\n  - { error: CBC.0101, why: Nothing is mandatory. }`,
  )
  expect(recipes.of('bss.PayOrders', 'CBC.0101')).toMatchObject({ kind: 'recipe', place: 'specs/bss/recipes.yaml:2' })
  expect(recipes.of('bss.ListCustomerOrders', 'CBC.0101')).toMatchObject({ kind: 'forced', why: 'Nothing is mandatory.' })
  expect(recipes.of('bss.CancelCustomerOrder', 'CBC.0101')).toBeUndefined()
})
