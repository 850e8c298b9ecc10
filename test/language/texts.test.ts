import { expect, test } from 'vitest'
import { textsIn } from '../../scripts/read-texts.ts'
import { complaintsAboutTexts } from '../../scripts/texts.ts'
import { compileTexts, createTranslator } from '../../src/language/translator.ts'
import { CATALOGUES } from '../../src/language/zh/catalogues.ts'

test('every text has its Chinese, and no Chinese is without its text', async () => {
  const complaints = await complaintsAboutTexts()
  expect(complaints.map(({ complaint }) => complaint)).toEqual([])
})

test('a translation has the holes of its text', () => {
  const holes = (text: string) => [...new Set(text.match(/\{\d/g) ?? [])].sort().join(' ')
  const pairs = CATALOGUES.flatMap((texts) => Object.entries(texts))
  expect(pairs.length).toBeGreaterThan(200)
  expect(pairs.filter(([text, chinese]) => holes(text) !== holes(chinese))).toEqual([])
})

test('texts are found where they are written, each choice as a text of its own', () => {
  const source = [
    "import { a } from './not this one'",
    "throw misused(`Removed ${n} rule${n === 1 ? '' : 's'}.`)",
    "const x = { hint: 'Pieces', kind: 'pieces', about: good ? 'One way' : `Another way for ${name ?? 'nobody'}` }",
    "if (x === 'not this one') print('First ' + name + ' is here.')",
    'const type: "not this one" = value',
  ]
  expect(textsIn('a.ts', source.join('\n')).map(({ text, line }) => `${line} ${text}`)).toEqual([
    '2 Removed {0} rule.',
    '2 Removed {0} rules.',
    '3 Pieces',
    '3 One way',
    '3 Another way for {0}',
    '3 nobody',
    '4 First {0} is here.',
  ])
})

const say = createTranslator(
  compileTexts([
    ['There is no {0} "{1}".{2} There are: {3}.', '未知{0} "{1}"。{2}可选：{3}。'],
    ['Did you mean "{0}"?', '您是不是指 "{0}"？'],
    ['starting world', '初始世界'],
    ['{0} Or wait.', '{0}或者等待。'],
    ['{0} rule{1} removed.', '删除了 {0} 条规则{1:}。'],
    ['Pieces', '数量'],
  ]),
)

test.each([
  ['Pieces', '数量'],
  ['  Pieces ', '  数量 '],
  [
    'There is no starting world "defalt". Did you mean "default"? There are: default, empty.',
    '未知初始世界 "defalt"。您是不是指 "default"？可选：default、empty。',
  ],
  ['There is no starting world "Pieces". There are: a.', '未知初始世界 "Pieces"。可选：a。'],
  ['Pieces Or wait.', '数量或者等待。'],
  ['Something unknown. Did you mean "a"?', 'Something unknown. 您是不是指 "a"？'],
  ['Pieces\n  Did you mean "a"?\nunknown', '数量\n  您是不是指 "a"？\nunknown'],
  ['2 rules removed.', '删除了 2 条规则。'],
  ['失败 · Failed', '失败'],
  ['Failed · 失败', '失败'],
  ['Nothing of this is known', 'Nothing of this is known'],
])('%j is said as %j', (english, chinese) => {
  expect(say(english)).toBe(chinese)
})
