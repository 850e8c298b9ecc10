import { expect } from 'vitest'
import { click } from '../../console/click.ts'
import { worldTest as test } from '../../helpers/audited.ts'
import { openModelService } from '../../http/gateway/model-service.ts'
import { ask, balance, everywhere, giveBack, lapse, publish, purchase, recharge, resourceOf, settle, withdraw } from './trip.ts'

const answer = (input: number, output: number) => JSON.stringify({ data: '好', usage: { prompt_tokens: input, completion_tokens: output } })

test('an agent by tokens with a package: from the shelf by checked backend, calls and bills to the end of both (S-28, S-30, S-33)', async ({
  sandbox,
}) => {
  const model = await openModelService()
  await using _closed = { [Symbol.asyncDispose]: async () => model.close() }
  await recharge(sandbox)
  await settle(sandbox, `${model.address}/isv`)
  const draft = { kind: 'agents-gateway', name: '星海翻译智能体', price: '2.00' }
  const [agent] = await publish(sandbox, { ...draft, charging: 'on-demand', collected: 'hourly' })
  const pack = { ...draft, spec: '1万Token', charging: 'on-demand-package', period: 'year', price: '15.00' }
  const [tenThousand] = await publish(sandbox, { ...pack, packageOf: agent!, packageSize: 10 })

  const path = { productId: agent! }
  const set = await click(sandbox, 'SetApiBackend', {
    path,
    body: { url: model.url, answers: 'whole', appKey: 'xh', appSecret: 'xh-secret-1' },
  })
  expect(set).toMatchObject({ backend: { authentication: 'key' } })
  model.says('{"data":"好"}')
  expect(await click(sandbox, 'CheckApiBackend', { path, body: {} })).toMatchObject({ reachable: true, passed: false })
  model.says(answer(6, 4))
  expect(await click(sandbox, 'CheckApiBackend', { path, body: {} })).toMatchObject({ passed: true, tokens: 10 })

  const orderId = await purchase(sandbox, agent!, 0)
  const packageOrder = await purchase(sandbox, tenThousand!, 1_500)
  await sandbox.clock.pass('1m')
  expect((await everywhere(sandbox, packageOrder)).resources).toMatchObject([{ status: 2, expireAt: expect.stringMatching(/^2027-01-01/) }])
  const { api } = (await resourceOf(sandbox, orderId)) as unknown as { api: { address: string; appCodes: string[] } }
  const call = async (input: number, output: number) => {
    model.says(answer(input, output))
    const headers = { 'X-Apig-AppCode': api.appCodes[0]! }
    return (await fetch(`${sandbox.url}${api.address}`, { method: 'POST', headers, body: '{"input":"你好"}' })).status
  }

  const before = balance(sandbox)
  expect([await call(3_000, 4_000), await call(1_000, 3_500)]).toEqual([200, 200])
  await sandbox.clock.pass('2h')
  const bills = async () => ask<'records', object[]>(sandbox, 'ListUsageRecords', 'records', { path: { seller: 'xinghai_soft' } })
  expect(await bills()).toMatchObject([
    { status: 'billed', value: '4.5', deducted: '3', charged: '3.00' },
    { status: 'billed', value: '7', deducted: '7', charged: '0.00' },
  ])
  expect(before - balance(sandbox)).toBe(300)

  await withdraw(sandbox, agent!)
  expect(await call(500, 500)).toBe(200)
  await sandbox.clock.pass('2h')
  expect(before - balance(sandbox)).toBe(500)
  await giveBack(sandbox, orderId, 0)
  expect(await call(500, 500)).toBe(403)
  await lapse(sandbox, packageOrder)
  expect(await bills()).toHaveLength(3)
})
