import { describe, expect } from 'vitest'
import { worldTest as test } from '../helpers/audited.ts'
import { buy } from './click.ts'
import { activation, document, KINDS, logistics, rich, show, step, walk } from './supervision-walk.ts'

/** State of the order before a step: hardware is shipped and received, everything else is in process. */
function orderBefore(product: string, step: number): string {
  if (product !== 'edge-box') return 'processing'
  return step === 0 ? 'to-ship' : 'to-receive'
}

describe('the order is in process until the buyer accepts, and completed three hours later', () => {
  test.for(KINDS)('%s', async ([_what, product, begins, steps], { sandbox }) => {
    await rich(sandbox)
    const { id } = await buy(sandbox, product)
    const stations: string[] = []
    expect((await show(sandbox, id)).supervision).toMatchObject({ status: begins, steps: [] })
    for (const [operation, body, station, text] of steps) {
      const before = await show(sandbox, id)
      expect(before.order.status).toBe(orderBefore(product, stations.length))
      expect(before.supervision.next.map((next) => next.operation)).toContain(
        operation === 'activation' ? 'koogallery.activateLicense' : operation,
      )
      await sandbox.clock.advance('1h')
      if (operation === 'activation') await activation(sandbox, id)
      else await step(sandbox, operation, id, body)
      const after = await show(sandbox, id)
      expect(after.supervision).toMatchObject({ status: station, statusText: text })
      expect(after.supervision.steps).toHaveLength(stations.push(station))
    }
    await sandbox.clock.advance('2h59m59s')
    expect((await show(sandbox, id)).order.status).not.toBe('completed')
    await sandbox.clock.advance('1s')
    const done = await show(sandbox, id)
    expect([done.order.status, done.supervision.status, done.supervision.next]).toEqual(['completed', 'completed', []])
    expect(sandbox.facts.of('order.completed').filter(({ orderId }) => orderId === id)).toHaveLength(1)
    const moved = sandbox.facts.of('supervision.moved').filter(({ orderId }) => orderId === id)
    expect(moved.map(({ station }) => station)).toEqual([...stations, 'completed'])
    for (const resource of sandbox.world.resources.where('order', id)) expect(resource.status).toBe('in-use')
  })
})

describe('steps out of order are refused with where the delivery stands and who is next', () => {
  const STEPS: Readonly<Record<string, object | undefined>> = {
    SubmitRequirement: { requirement: '一套测试环境' },
    ConfirmRequirement: { confirm: true },
    DeliverService: { logistics, proof: document },
    TakeLicence: undefined,
    UploadProof: { proof: { name: '交付证明.pdf' } },
    SubmitIdentification: { identification: 'HASP-3F1C-77A0' },
    DeliverLicence: { licence: 'XH' },
    AcceptDelivery: {},
    ReturnDelivery: { reason: '未按需求制作' },
    ReviewDelivery: { pass: true },
    AppealDelivery: { reason: '用户未在约定时间内验收' },
    DecideAppeal: { uphold: true },
  }
  const STATIONS = [
    ['env-setup', 'requirement', ['SubmitRequirement']],
    ['env-setup', 'confirmation', ['ConfirmRequirement']],
    ['env-setup', 'implementation', ['DeliverService']],
    ['env-setup', 'acceptance', ['AcceptDelivery', 'ReturnDelivery']],
    ['site-build', 'design', ['DeliverService']],
    ['site-build', 'design-acceptance', ['AcceptDelivery', 'ReturnDelivery']],
    ['env-setup', 'accepted', []],
    ['gateway-year', 'code-to-take', ['TakeLicence']],
    ['gateway-year', 'activation', []],
    ['gateway-year', 'proof', ['UploadProof']],
    ['scada-year', 'identification', ['SubmitIdentification']],
    ['scada-year', 'licence-delivery', ['DeliverLicence']],
    ['edge-box', 'implementation', ['DeliverService']],
  ] as const
  test.for(STATIONS)('%s at %s takes %j', async ([product, station, allowed], { sandbox }) => {
    const orderId = await walk(sandbox, product, station)
    expect((await show(sandbox, orderId)).supervision.status).toBe(station)
    const before = JSON.stringify(sandbox.world.save())
    for (const [operation, body] of Object.entries(STEPS)) {
      if ((allowed as readonly string[]).includes(operation)) continue
      // Either side appeals wherever the flow is not over.
      if (operation === 'AppealDelivery' && station !== 'accepted') continue
      const answer = await sandbox.call(`console.${operation}`, { path: { orderId }, ...(body ? { body } : {}) })
      expect([operation, answer.status, answer.body.code]).toEqual([operation, 409, 'wrong-state'])
      expect(answer.body.detail).toContain(`has the status ${station}`)
    }
    expect(JSON.stringify(sandbox.world.save())).toBe(before)
    for (const operation of allowed.slice(0, 1)) await step(sandbox, operation, orderId, STEPS[operation])
  })
})
