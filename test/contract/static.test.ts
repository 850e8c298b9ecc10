import { describe, expect, test } from 'vitest'
import { createComparison } from '../../src/contract/static/compare-pact.ts'
import { builtInBundle, specsOf } from '../../src/spec/schema/cache.ts'
import { leastOf, yardstick } from '../helpers/processor-time.ts'
import { GOOD, type Loose, pactWith } from './interactions.ts'
import { type Bend, ROWS, rule } from './static-rows.ts'

const specs = specsOf(builtInBundle())
const compare = createComparison(specs)
const findingsOf = async (...interactions: Loose[]) => (await compare(pactWith(...interactions))).map(({ findings }) => findings)

test.each(Object.keys(GOOD))('"%s" agrees with the specs', async (name) => {
  expect(await findingsOf(GOOD[name]?.())).toEqual([[]])
})

test.each(ROWS)('%s is one error that names its place', async (_what, name, bend, code, pointer, service) => {
  const interaction = GOOD[name]?.()
  bend(interaction)
  const [findings] = await findingsOf(interaction)
  expect(findings).toMatchObject([{ code, pointer, level: 'error' }])
  const [{ place = '', source = '', expected, got } = {}] = findings ?? []
  if (service === '') return
  expect(place).toMatch(new RegExp(`^specs/${service}/.+\\.yaml:\\d+$`))
  expect({ source, expected, got }).toEqual({
    source: expect.stringMatching(/./),
    expected: expect.stringMatching(/./),
    got: expect.stringMatching(/./),
  })
})

describe('what is odd and may pass is a warning', () => {
  test.each<readonly [string, string, Bend, string]>([
    ['a parameter that bss does not know', 'orders', (i) => (i.request.query.page = ['1']), 'request.query.unknown'],
    ['a header that bss does not know', 'orders', (i) => (i.request.headers['X-Langauge'] = 'en_US'), 'request.header.unknown'],
    [
      'an expression for special forms',
      'orders',
      (i) => (i.request.matchingRules = { query: { customer_id: { matchers: [{ match: 'regex', regex: '^\\w*$' }] } } }),
      'request.query.form',
    ],
    [
      'states that the vendor has and the consumer does not know',
      'orders',
      rule('$.order_infos[*].status', { match: 'regex', regex: '^(5|6)$' }),
      'reply.matcher.narrow',
    ],
    [
      'units that the vendor never has',
      'orders',
      rule('$.order_infos[*].measure_id', { match: 'regex', regex: '^(1|2|3|4)$' }),
      'reply.matcher.wide',
    ],
  ])('%s', async (_what, name, bend, code) => {
    const interaction = GOOD[name]?.()
    bend(interaction)
    expect(await findingsOf(interaction)).toMatchObject([[{ code, level: 'warning' }]])
  })
})

describe('matchers are judged as the Pact Verifier judges them', () => {
  const either = (key: string, ...matchers: Loose[]): Bend => {
    return ({ response }) => {
      response.matchingRules = { body: { [key]: { combine: 'OR', matchers } } }
    }
  }
  const amount = '$.order_infos[*].official_amount'
  const id = '$.order_infos[*].order_id'
  test.each<readonly [string, Bend, string[]]>([
    ['one of two types', either('$.total_count', { match: 'boolean' }, { match: 'integer' }), []],
    ['one of two expressions', either(id, { match: 'regex', regex: 'XX.*' }, { match: 'regex', regex: 'CS.*' }), []],
    ['neither of two types', either('$.total_count', { match: 'boolean' }, { match: 'null' }), ['reply.matcher.type']],
    ['each entry of a list', rule('$.order_infos', { match: 'eachValue', rules: [{ match: 'type' }] }), []],
    ['something in a number', rule('$.total_count', { match: 'notEmpty' }), []],
    ['a number or nothing', either('$.total_count', { match: 'integer' }, { match: 'null' }), []],
    ['a type and another one', rule('$.total_count', { match: 'type' }, { match: 'boolean' }), ['reply.matcher.type']],
    ['a class of letters whatever their case', rule(id, { match: 'regex', regex: '(?i)^cs\\w+' }), []],
    ['names in brackets', rule("$['order_infos'][*]['order_id']", { match: 'regex', regex: '^CS\\w+$' }), []],
    ['an expression for a part of the text', rule(id, { match: 'regex', regex: '^CS' }), ['reply.matcher.never']],
    ['a whole number where the vendor writes a double', rule(amount, { match: 'integer' }), ['reply.matcher.type']],
    ['a decimal where the vendor writes a double', rule(amount, { match: 'decimal' }), []],
    [
      'day and month swapped',
      rule('$.order_infos[*].create_time', { match: 'timestamp', format: "yyyy-dd-MM'T'HH:mm:ss'Z'" }),
      ['reply.matcher.never'],
    ],
  ])('%s', async (_what, bend, errors) => {
    const interaction = GOOD['orders']?.()
    bend(interaction)
    const [findings = []] = await findingsOf(interaction)
    expect(findings.filter(({ level }) => level === 'error').map(({ code }) => code)).toEqual(errors)
  })
})

test('the forms of S-06 that a parameter supports pass', async () => {
  const forms = { order_by: ['""'], service_type_code: ['""'], status: ['null'], limit: [''], order_id: ['null'] }
  const interaction = GOOD['orders']?.()
  Object.assign(interaction.request, { query: forms })
  expect(await findingsOf(interaction)).toEqual([[]])
})

test('every answer that the specs show agrees with them', async () => {
  const answers = specs.operations
    .filter(({ ours, auth }) => !ours && auth.includes('token'))
    .flatMap(({ doc, method, path }) =>
      Object.entries(doc.responses).flatMap(([status, { content = {} }]) =>
        Object.entries(content['application/json']?.examples ?? {}).map(([name, { value }]) => ({
          description: `${doc.operationId} ${status} ${name}`,
          request: { method, path: path.replace(/\{\w+\}/g, '0123456789abcdef'), headers: { 'X-Auth-Token': 'T' } },
          response: { status: Number(status), body: value },
        })),
      ),
    )
  expect(answers.length).toBeGreaterThan(300)
  const found = await compare(pactWith(...answers))
  const strays = found.flatMap(({ interaction, findings }) =>
    findings.filter(({ code }) => code.startsWith('reply.')).map((finding) => [interaction.description, finding]),
  )
  expect(strays).toEqual([])
})

test('once everything is read, five hundred interactions cost little, and each costs what one of fifty does', async () => {
  const names = Object.keys(GOOD)
  const pactOf = (count: number) => pactWith(...Array.from({ length: count }, (_, i) => GOOD[names[i % names.length] as string]?.()))
  const cost = (count: number) => {
    const pact = pactOf(count)
    return leastOf(6, async () => expect(await compare(pact)).toHaveLength(count))
  }
  const [fifty, fiveHundred] = [await cost(50), await cost(500)]
  expect(fiveHundred / fifty).toBeLessThan(25)
  // Half a second where the bound was chosen.
  expect(fiveHundred / (await yardstick())).toBeLessThan(7)
})

describe('findings name what is meant', () => {
  test.each<readonly [string, string, Bend, object]>([
    [
      'the path nearest to an unknown one',
      'orders',
      (i) => (i.request.path = '/v2/orders/customer-order/details/CS1'),
      { code: 'request.path.unknown', hint: expect.stringContaining('Did you mean /v2/orders/customer-orders/details/{order_id}?') },
    ],
    [
      'the header nearest to an unknown one',
      'orders',
      (i) => (i.request.headers['X-Langauge'] = 'en_US'),
      { code: 'request.header.unknown', hint: 'Did you mean "X-Language"?' },
    ],
    [
      'the query parameter nearest to an unknown one',
      'orders',
      (i) => (i.request.query = { limt: ['2'] }),
      { code: 'request.query.unknown', pointer: '/query/limt', hint: 'Did you mean "limit"?' },
    ],
    [
      'the member nearest to an unknown one of the request',
      'usage',
      (i) => (i.request.body.usage_records[0].relate_pkg_instanc = 'x'),
      { code: 'request.body.unknown', pointer: '/body/usage_records/0/relate_pkg_instanc', hint: 'Did you mean "relate_pkg_instance"?' },
    ],
    [
      'the member nearest to an unknown one of the answer',
      'orders',
      (i) => (i.response.body.order_infos[0] = { orderId: 'x' }),
      { code: 'reply.body.unknown', pointer: '/body/order_infos/0/orderId', hint: 'Did you mean "order_id"?' },
    ],
    [
      'the member nearest to one above the place of a matcher',
      'orders',
      (i) => {
        i.response.body = { total_count: 2 }
        rule('$.order_info[*].order_id', { match: 'type' })(i)
      },
      { code: 'reply.matcher.unknown', pointer: '/body/order_info/*/order_id', hint: 'Did you mean "order_infos"?' },
    ],
    [
      'no parameter that is there already',
      'orders',
      (i) => (i.request.query = { limit: ['2'], limt: ['2'] }),
      expect.not.objectContaining({ hint: expect.anything() }),
    ],
    [
      'a header of the answer that is not documented',
      'orders',
      (i) => (i.response.headers['x-total-count'] = '2'),
      { code: 'reply.header.unknown', expected: 'a header that the spec knows', got: 'x-total-count' },
    ],
    [
      'no code that is the same as the wrong one',
      'stranger',
      (i) => (i.response.body.error_code = 'CBC.0151'),
      { code: 'reply.error.undocumented', hint: expect.not.stringContaining('"CBC.0151"') },
    ],
  ])('%s', async (_what, name, bend, finding) => {
    const interaction = GOOD[name]?.()
    bend(interaction)
    expect(await findingsOf(interaction)).toMatchObject([[finding]])
  })
})
