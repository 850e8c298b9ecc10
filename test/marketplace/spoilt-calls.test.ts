import { describe, expect } from 'vitest'
import { builtInBundle, type RuleInput, type Sandbox } from '../../src/index.ts'
import { specsOf } from '../../src/spec/schema/cache.ts'
import { runCli } from '../cli/run-cli.ts'
import { auditedTest as test } from '../helpers/audited.ts'
import { isSigned } from './as-specified.ts'
import { LICENCE, owned } from './causes.ts'
import { openSeller, type Received } from './seller.ts'
import { buy, goodAnswer, settle } from './shop.ts'

const CALLS = specsOf(builtInBundle()).webhooks.map(({ ref }) => ref)

/** The attempts of an order's newInstance: what changed them, and what was thought of the answer. */
const openings = ({ deliveries }: Sandbox, order: { readonly id: string }) =>
  deliveries
    .of(order)
    .filter(({ operation }) => operation.endsWith('newInstance'))
    .flatMap(({ attempts }) => attempts)
    .map(({ fault, passed, findings }) => [
      fault ? `${fault.by} ${fault.does}` : '',
      passed,
      findings.filter(({ level }) => level === 'error').map(({ code }) => code),
    ])

describe('a seller that takes every call', () => {
  test.for<[RuleInput['sign'], boolean, readonly string[]]>([
    ['wrongly', false, ['answer.signature.unchecked']],
    ['with-another-key', false, ['answer.signature.unchecked']],
    ['stale', false, ['answer.timestamp.unchecked']],
    ['future', true, []],
  ])('is told what it should have refused when a call is signed: %s', async ([sign, passed, errors], { sandbox }) => {
    await using seller = await openSeller(goodAnswer)
    settle(sandbox, seller.url)
    sandbox.faults.add({ on: 'newInstance', sign: sign!, times: 1 })
    const order = buy(sandbox)
    await sandbox.clock.pass('2h')
    const [first, ...others] = openings(sandbox, order)
    expect(first).toEqual([`F1 sign ${sign}`, passed, errors])
    expect(others).toEqual(passed ? [] : [['', true, []]])
    expect(sandbox.world.orders.get(order.id)?.status).toBe('completed')
  })

  test('is warned of a nonce that it took twice', async ({ sandbox }) => {
    await using seller = await openSeller(goodAnswer)
    settle(sandbox, seller.url)
    sandbox.faults.add({ on: '*', sign: 'reused-nonce' })
    const order = buy(sandbox)
    await sandbox.clock.pass('1m')
    // The first call of all has no nonce to use again.
    expect(sandbox.faults.list()).toMatchObject([{ fired: 1 }])
    expect(sandbox.deliveries.of(order)[1]?.attempts[0]?.findings.map(({ code }) => code)).toEqual(['answer.nonce.reused'])
    const [one, two] = seller.calls as [Received, Received]
    expect(two.query.get('nonce')).toBe(one.query.get('nonce'))
  })
})

describe('every call of every edition', () => {
  test.for<[NonNullable<RuleInput['sign']>, boolean]>([
    ['wrongly', false],
    ['with-another-key', false],
    ['stale', true],
    ['future', true],
  ])('can be signed: %s', { timeout: 60_000 }, async ([sign, right], { sandbox }) => {
    await using seller = await openSeller(goodAnswer)
    const { world, sellerId } = settle(sandbox, `${seller.url}/isv`)
    const resource = await owned(sandbox)
    for (const use of ['kit', 'licence', 'notification'] as const) settle(sandbox, `${seller.url}/isv`, { use })
    sandbox.faults.add({ on: '*', sign })
    for (const call of CALLS) {
      const before = seller.calls.length
      sandbox.deliveries.trigger(call, {
        ...(call.includes('LicenseCode') ? { licence: LICENCE } : { order: resource.orderId }),
        debugging: true,
      })
      await sandbox.clock.pass('1s')
      const made = seller.calls[before]!
      const { use, attempts } = sandbox.deliveries.list().at(-1)!
      const key = world.sellerKeys.where('use', `${sellerId}|${use}`).first()!.secret
      expect([call, isSigned(made, use === 'kit', key), attempts[0]?.fault]).toEqual([call, right, { by: 'F1', does: `sign ${sign}` }])
    }
  })
})

test('a rule means the calls that meet its conditions, and a person who sends again is not disturbed', async ({ sandbox }) => {
  await using seller = await openSeller(goodAnswer)
  settle(sandbox, seller.url)
  sandbox.faults.add({ on: 'newInstance', send: 'never', when: { 'body.activity': 'queryInstance' } })
  const [one, two] = [buy(sandbox), buy(sandbox)]
  sandbox.faults.add({ on: 'production.newInstance', send: 'again-identical', when: { 'body.orderId': two.id } })
  await sandbox.clock.pass('1m')
  const opened = seller.calls.filter(({ json }) => json['activity'] === 'newInstance').map(({ json }) => json['orderId'])
  expect(opened.sort()).toEqual([one.id, two.id, two.id].sort())
  sandbox.faults.clear()
  sandbox.faults.add({ on: '*', send: 'never' })
  const before = seller.calls.length
  sandbox.deliveries.resend(sandbox.deliveries.of(one)[0]!.id)
  await sandbox.clock.pass('1m')
  expect(seller.calls.length - before).toBe(1)
})

test('a late call is late in a fork too, and a call that waits for another goes alone after an hour', async ({ sandbox }) => {
  await using seller = await openSeller(goodAnswer)
  settle(sandbox, seller.url)
  sandbox.faults.add({ on: 'newInstance', send: 'late', delay: '2h', times: 1 })
  sandbox.faults.add({ on: 'newInstance', send: 'out-of-order', times: 1 })
  const late = buy(sandbox)
  await sandbox.clock.pass('1m')
  sandbox.worlds.fork('default', 'copy')
  expect(sandbox.deliveries.of(late)).toMatchObject([{ status: 'waiting', attempts: [], fault: { by: 'F1', does: 'send late' } }])
  const fork = sandbox.inWorld('copy')
  await fork.clock.pass('119m')
  expect(fork.deliveries.of(late)[0]).toMatchObject({ status: 'succeeded', attempts: [{ fault: { by: 'F1', does: 'send late' } }] })

  const before = seller.calls.length
  const alone = buy(sandbox)
  await sandbox.clock.pass('59m')
  expect(seller.calls.length - before).toBe(0)
  await sandbox.clock.pass('1m')
  expect(sandbox.deliveries.of(alone)[0]).toMatchObject({ status: 'succeeded', attempts: [{ fault: { does: 'send out-of-order' } }] })
})

test('the command line makes such rules, and shows the calls that they changed', async ({ sandbox }) => {
  await using seller = await openSeller(goodAnswer)
  settle(sandbox, seller.url)
  const cli = (...words: string[]) => runCli(...words, '--url', sandbox.url)
  expect(await cli('fault', 'add', 'production.newInstance', '--send', 'twice')).toMatchObject({
    code: 0,
    out: expect.stringContaining('send twice'),
  })
  expect(await cli('fault', 'add', 'newInstance', '--sign', 'wrong')).toMatchObject({ code: 2, err: expect.stringContaining('"wrongly"') })
  for (const flags of [['--slow-reader', '9kB/s'], ['--abort'], ['--wrong-encoding'], ['--send', 'late', '--delay', '2h']])
    expect(await cli('fault', 'add', 'production.releaseInstance', ...flags)).toMatchObject({ code: 0 })
  buy(sandbox)
  await sandbox.clock.pass('1m')
  expect(seller.activities()).toEqual(['newInstance', 'newInstance', 'queryInstance'])
  expect((await cli('delivery', 'list')).out).toMatch(/D0000000\d {2}production\.newInstance .*again D00000001 .*\[F1 send twice\]/)
  expect((await cli('delivery', 'show', 'D00000001')).out).toContain('Attempt 1 [F1 send twice] at ')
  expect(sandbox.facts.since(0).find(({ type }) => type === 'delivery.attempted')).toMatchObject({ fault: 'F1 send twice' })
  expect((await cli('scenario', 'show', 'nervous-marketplace')).out).toContain('A correct seller: It finds')
})
