import { expect, test } from 'vitest'
import { createLibrary } from '../../src/scenario/library.ts'
import { SpecFault } from '../../src/spec/document/fault.ts'
import { parseYaml } from '../../src/spec/document/yaml.ts'
import { builtInBundle, specsOf } from '../../src/spec/schema/cache.ts'

const specs = await specsOf(builtInBundle())

/** Files of scenarios that are wrong, with the line that the message names. */
const FILES: readonly (readonly [string, string, string])[] = [
  ['does not parse', 'day:\n  about: [\n', 'mine.yaml:3: '],
  ['holds a list', '- day', 'mine.yaml:1: expected scenarios by name'],
  ['has a name with capitals', 'Day: {}', 'mine.yaml:1: "Day" is not a name for a scenario.'],
  ['has no steps', 'day:\n  about: A day.\n', 'mine.yaml:1: "steps" must be a list of at least one step'],
  ['has no text', 'day:\n  steps:\n    - { on: "*", delay: 1s }\n', 'mine.yaml:1: "about" must be a text'],
  [
    'has a member nobody knows',
    'day:\n  about: A day.\n  step: []\n',
    'mine.yaml:3: a scenario has no member "step". Did you mean "steps"?',
  ],
  [
    'has a wrong step',
    'day:\n  about: A day.\n  steps:\n    - { on: "*", delay: 1s }\n    - { on: bss.PayOrders, answer: CBC.1 }\n',
    'mine.yaml:5: bss.PayOrders documents no error or example "CBC.1".',
  ],
  [
    'plays itself',
    'day:\n  about: A day.\n  steps:\n    - { play: day }\n',
    'mine.yaml:4: a scenario cannot play itself: day → day. Leave this step out.',
  ],
  [
    'plays itself by another',
    'day:\n  about: A day.\n  steps:\n    - { play: night }\nnight:\n  about: A night.\n  steps:\n    - { play: day }\n',
    'mine.yaml:8: a scenario cannot play itself: day → night → day. Leave this step out.',
  ],
  [
    'plays another by a wrong word',
    'day:\n  about: A day.\n  steps:\n    - { scenario: night }\n',
    'mine.yaml:4: a step has no member "scenario". It has play, on, when,',
  ],
  [
    'plays what is not there',
    'day:\n  about: A day.\n  steps:\n    - { play: dey }\n',
    'mine.yaml:4: there is no scenario "dey". Did you mean "day"?',
  ],
  [
    'repeats a step too often',
    `day:\n  about: A day.\n  steps:\n${'    - { on: "*", delay: 1s }\n'.repeat(1001)}`,
    'mine.yaml:3: scenario "day" has more than 1000 steps. Use "times" for a step that repeats.',
  ],
  [
    'plays deeper and deeper',
    Array.from({ length: 30 }, (_, i) => `d${i}:\n  about: A day.\n  steps:\n    - { play: d${i + 1} }\n`).join(''),
    'mine.yaml:80: scenarios play each other at most 20 levels deep, and scenario "d0" goes deeper. Write the steps of "d20" here.',
  ],
  [
    'holds too many scenarios',
    Array.from({ length: 1001 }, (_, i) => `d${i}: {}\n`).join(''),
    'mine.yaml:1001: at most 1000 scenarios of your own are read, and these are 1001. Remove some.',
  ],
]

test.each(FILES)('a file that %s is refused with its line', (_what, text, message) => {
  const files = { version: () => '1', read: () => [parseYaml('mine.yaml', text)] }
  expect(() => createLibrary(specs, files)).toThrow(SpecFault)
  expect(() => createLibrary(specs, files)).toThrow(message)
})

test('a file that changes is read again, and one that breaks leaves what there was', () => {
  let text = 'day:\n  about: A day.\n  steps:\n    - { on: "*", delay: 1s }\n'
  let version = 1
  const library = createLibrary(specs, { version: () => String(version), read: () => [parseYaml('mine.yaml', text)] })
  expect(library.get('day').steps).toHaveLength(1)

  text = text.replace('delay: 1s', 'delay: -1s')
  version++
  expect(library.get('day').steps).toHaveLength(1)
  expect(library.problems()).toEqual(['mine.yaml:4: "delay" must be above 0, not "-1s".'])

  text = `${text.replace('-1s', '2s')}    - { on: bss.PayOrders, cut: reset }\n`
  version++
  expect(library.get('day').steps).toHaveLength(2)
  expect(library.problems()).toEqual([])
})
