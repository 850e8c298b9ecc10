import { beforeAll, describe, expect, test } from 'vitest'
import { prepareRegexes, wholeRegex } from '../../src/contract/static/read-regex.ts'
import type { Specs } from '../../src/spec/catalogue.ts'
import type { ServiceDocument } from '../../src/spec/document/model.ts'
import { parseSource } from '../../src/spec/document/source.ts'
import { foreignSpecs, notesOf } from '../../src/spec/foreign/foreign-specs.ts'
import { isRisky, preparePatterns, readPattern } from '../../src/spec/patterns/pattern.ts'
import { MOST_CHARACTERS, MOST_VALUES } from '../../src/spec/schema/generation-limits.ts'
import { sample } from '../../src/spec/schema/sample.ts'
import { seededNumbers } from '../../src/world/engine/chance.ts'
import { lineOfNote } from '../documents/loading/load-document.ts'
import { bundleOf, read } from './make-operation.ts'

const sandbox: ServiceDocument = { openapi: '3.1.0', info: { title: 'sandbox', version: '1' }, paths: {} }
const serve = (text: string): Promise<Specs> => foreignSpecs(bundleOf({ sandbox }, {}), [parseSource('doc.yaml', text)])

/** A document whose lines from the tenth on are the members of one schema. */
const withSchema = (members: string) => `openapi: 3.1.0
info: { title: Hostile, version: '1' }
paths:
  /a:
    post:
      operationId: Do
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/One' } } } }
      responses: { 200: { description: done } }
components: { schemas: { One: {
  ${members.replaceAll('\n', '\n  ')}
  } } }
`

/** Far more than an engine that goes back could ever try: whoever answers has not used one. */
const LONG = 'a'.repeat(50_000)

describe('expressions that could take too long', () => {
  test.each([
    ['^(a+)+$', true],
    ['^(a|a)*$', true],
    ['^(a|aa)+$', true],
    ['^(a?){40}a{40}$', true],
    ['(x+x+)+y', true],
    ['\\s+$', true],
    ['^(([a-z])+.)+[A-Z]([a-z])+$', true],
    ['^.*.*.*=$', true],
    [`${'('.repeat(200)}a${')'.repeat(200)}`, true],
    ['^CS\\d{10}[0-9A-Z]{5}$', false],
    ['^[\\w.-]+$', false],
    ['^\\d+(\\.\\d{1,2})?$', false],
    ['^(?=.*[A-Z])(?=.*\\d).{8,}$', false],
    ['^[\\s\\S]{1,65535}$', false],
    ['^(on|off|\\p{Script=Han}+)$', false],
  ])('%s', (source, risky) => expect(isRisky(source)).toBe(risky))

  describe('are answered as the language would answer', () => {
    beforeAll(() => preparePatterns(['(a+)+']))
    test.each([
      ['^(a+)+$', 'aaa', true],
      ['^(a+)+$', `${LONG}!`, false],
      ['^(a|a)*$', `${LONG}!`, false],
      ['(x+x+)+y', 'x'.repeat(50_000), false],
      ['^(\\s+x)+$', '\u00a0x\u3000x', true],
      ['^(\\S+ )+$', 'a\u00a0b ', false],
      ['^(.+)+$', 'a\r', false],
      ['^([\\s\\S]+)+$', 'a\r\n', true],
      ['^(\\d+,)+$', '١,', false],
      ['^(\\p{Script=Han}+,)+$', '中,文,', true],
      ['^([\\u4e00-\\u9fa5]+)+$', '中文', true],
      ['^(\\/[\\w-]+)+$', '/a/b-c', true],
      ['^(a+)+$', 'aa\n', false],
    ])('%s', (source, text, fits) => {
      expect(isRisky(source)).toBe(true)
      expect(readPattern(source)?.test(text)).toBe(fits)
    })

    test('capitals count or not, as the flags say', () => {
      expect(readPattern('^(a+)+$', 'i')?.test('aAa')).toBe(true)
      expect(readPattern('^(a+)+$')?.test('aAa')).toBe(false)
    })
  })

  test.each(['^(a+)\\1+b$', '^(?=(a+)+b)a', '(a+)+(?<!b)$'])(
    '%s, which cannot be read in linear time, is tried on short texts at most',
    async (source) => {
      await preparePatterns([source])
      expect(readPattern(source)?.upTo).toBeLessThan(100)
      expect(readPattern(source)?.test(LONG)).toBe(true)
    },
  )

  test('those of a pact too', async () => {
    await prepareRegexes(['(?i)(A+)+\\Z'])
    expect(wholeRegex('(?i)(A+)+\\Z')?.test(`${LONG}!`)).toBe(false)
    expect(wholeRegex('(?i)(A+)+\\Z')?.test('aA')).toBe(true)
  })
})

describe('a request that such an expression is to check', () => {
  let specs: Specs
  beforeAll(async () => {
    specs = await serve(
      withSchema(`type: object,
        properties: { text: { type: string, pattern: '^(a+)+$' }, link: { type: string, format: url }, loose: { type: string, pattern: '(?i)x' } },
        patternProperties: { '^(b+)+$': { type: integer } }, additionalProperties: false`),
    )
  })

  test.each([
    ['a right text', { text: 'aaa' }, []],
    ['a long wrong text', { text: `${LONG}!` }, ['request.body.malformed /body/text']],
    ['a right name', { bbb: 1 }, []],
    ['a wrong value under a right name', { bbb: 'x' }, ['request.body.malformed /body/bbb']],
    ['a long wrong name', { [`${'b'.repeat(20_000)}!`]: 1 }, [expect.stringMatching(/^request\.body\.range \/body\/b+!$/)]],
    ['a long text of a form', { link: `http://${':'.repeat(200_000)}` }, []],
    ['an expression of another dialect', { loose: 'y' }, []],
  ])('%s', (_what, body, told) => {
    expect(read(specs.operation('Do'), { body: JSON.stringify(body), path: {} }).told).toEqual(told)
  })
})

describe('what a document asks for and does not get is told with its line when it is loaded', () => {
  test.each([
    [
      'a reference back',
      `type: string, pattern: '^(a+)\\1+b$'`,
      'doc.yaml:10: pattern "^(a+)\\\\1+b$" could take too long. It is checked on texts of at most',
    ],
    ['a look around', `type: string, pattern: '^(?=(a+)+b)a'`, 'cannot be read in linear time. It is not checked.'],
    [
      'another dialect',
      `type: string, pattern: '(?i)x'`,
      'doc.yaml:10: pattern "(?i)x" is not a JavaScript regular expression. It is not checked.',
    ],
    ['a name', `patternProperties: { '^(?=(a+)+b)a': {} }`, 'doc.yaml:10: pattern "^(?=(a+)+b)a"'],
    [
      'a list',
      `type: array,\nminItems: 100000000`,
      `doc.yaml:11: minItems is 100000000. A generated list has at most ${MOST_VALUES} values.`,
    ],
    [
      'a text',
      `type: string,\nminLength: 400000000`,
      `doc.yaml:11: minLength is 400000000. A generated text has at most ${MOST_CHARACTERS} characters.`,
    ],
  ])('%s', async (_what, members, said) => {
    expect(notesOf(await serve(withSchema(members))).map(lineOfNote)).toEqual([expect.stringContaining(said)])
  })

  test.each([
    ['an expression that is read in linear time', `type: string, pattern: '^(a+)+$'`],
    ['a name and an example', `properties: { pattern: { type: string } }, example: { pattern: '(?i)' }`],
  ])('nothing is told of %s', async (_what, members) => expect(notesOf(await serve(withSchema(members)))).toEqual([]))
})

describe('what could take too much memory is refused', () => {
  const one = `type: string`
  test.each([
    ['an alias of itself', `${withSchema(one)}x-a: &a [*a]`, 'doc.yaml:12: an alias (*name) stands for what it is a part of.'],
    ['an alias of what it is in', `${withSchema(one)}x-a: &a { b: { c: *a } }`, 'doc.yaml:12: an alias'],
    [
      'more levels than anybody needs',
      `${withSchema(one)}x-a: ${'['.repeat(600)}${']'.repeat(600)}`,
      'it is nested too deeply to be read.',
    ],
    [
      'aliases of aliases',
      `${withSchema(one)}x-a: &a [1]\nx-b: &b [${'*a,'.repeat(99)}]\nx-c: &c [${'*b,'.repeat(99)}]\nx-d: [${'*c,'.repeat(199)}]`,
      'Write out what its aliases',
    ],
  ])('%s', async (_what, text, said) => {
    await expect(async () => serve(text)).rejects.toThrow(said)
  })

  test('ids that nothing counts from do no harm, the same one twice neither', async () => {
    const specs = await serve(withSchema(`type: object, properties: { a: { $id: x, type: integer }, b: { $id: x, type: integer } }`))
    expect(read(specs.operation('Do'), { body: '{"a":1,"b":"x"}', path: {} }).told).toEqual(['request.body.malformed /body/b'])
  })

  test('an anchor below the shared schemas is followed', async () => {
    const specs = await serve(withSchema(`properties: { a: { $ref: '#whole' }, b: { $anchor: whole, type: integer } }`))
    expect(read(specs.operation('Do'), { body: '{"a":"x"}', path: {} }).told).toEqual(['request.body.malformed /body/a'])
  })
})

describe('what is generated stays bounded', () => {
  const make = (schema: Record<string, unknown>) =>
    sample(schema, {}, { seedAt: () => 7, numbersFrom: seededNumbers, now: 0, language: 'en' })

  test.each([
    ['a list', { type: 'array', minItems: 1e8, items: { type: 'integer' } }],
    ['lists of lists', { type: 'array', minItems: 1e8, items: { type: 'array', minItems: 1e8, items: { type: 'null' } } }],
  ])('%s', (_what, schema) => expect(JSON.stringify(make(schema)).length).toBeLessThan(20 * MOST_VALUES))

  test.each([
    ['a text', { type: 'string', minLength: 4e8 }],
    ['a repeat', { type: 'string', pattern: '^a{400000000}$' }],
    ['repeats of repeats', { type: 'string', pattern: '^((a{999}){999}){999}$' }],
    ['many repeats', { type: 'string', pattern: '[a-z]{9}'.repeat(10_000) }],
    ['a range the wrong way round', { type: 'string', pattern: '[z-a]' }],
  ])('%s', (_what, schema) => expect(String(make(schema)).length).toBeLessThanOrEqual(MOST_CHARACTERS))
})
