import { describe, expect } from 'vitest'
import { auditedTest as test } from '../../helpers/audited.ts'
import { gallery } from './gallery.ts'

const TABLES = ['koogallery.order_query_error_table', 'koogallery.licence_error_table'] as const

describe('S-27: with the table of the guide of online licences', () => {
  test('every success is CBC.0000, Success', async ({ sandbox }) => {
    for (const table of TABLES) sandbox.world.set(table, 'CBC')
    const { query, taken, activate, heartbeat, upload } = gallery(sandbox)
    const { order, code } = await taken()
    const answers = [
      await query(order.id),
      await query('MOCKPERIODYEARNEW'),
      await activate(code),
      await heartbeat(code),
      await upload({ type: 'CHARACTERS', characters: '111' }),
    ]
    expect(answers.map(({ status, body }) => [status, body.error_code, body.error_msg])).toEqual(
      answers.map(() => [200, 'CBC.0000', 'Success']),
    )
    for (const { body } of answers) expect(Object.keys(body).filter((name) => /^result/.test(name))).toEqual([])
    expect(answers[0]!.body.orderInfo).toMatchObject({ orderId: order.id })
  })

  test.for([
    [{ query: {} }, 400, 'CBC.0101', 'Invalid parameter'],
    [{ query: { orderId: 'CS2601010000ZZZZZ' } }, 403, 'CBC.0150', 'Illegal operation'],
    [{ as: 'buyer', query: { orderId: 'MOCKONDEMAND' } }, 403, 'CBC.0150', 'Illegal operation'],
    [{ query: { orderId: 'MOCKONDEMAND', orderLineId: 'none' } }, 400, 'CBC.0101', 'Invalid parameter'],
    [{ query: { orderId: 'MOCKONDEMAND' }, headers: { 'X-Sandbox-Error': 'CBC.0999' } }, 500, 'CBC.0999', 'internal error'],
  ] as const)('the order query answers %j with %i %s', async ([input, status, error_code, error_msg], { sandbox }) => {
    for (const table of TABLES) sandbox.world.set(table, 'CBC')
    const answer = await sandbox.call('koogallery.QueryOrder', input)
    expect([answer.status, answer.body]).toEqual([status, { error_code, error_msg }])
  })
})
