import type { Specs } from '../../spec/catalogue.ts'
import { compactTime, spacedTime } from '../../spec/seller-times.ts'
import type { Members } from '../read-body.ts'
import { callFormsOf } from './call-forms.ts'
import type { StateName } from './states.ts'

/** What setting up states needs. */
export interface StateContext {
  readonly specs: Specs
  /** Letters and digits unique to this run: otherwise a seller that keeps its instances would answer with those of an earlier run. */
  readonly run: string
  /** Machine time, epoch milliseconds. */
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
  /** Signs a call and sends it to the seller; resolves to the body of the answer. */
  readonly send: (call: UnsignedCall) => Promise<Answered>
  /** A key of the basic interfaces is known. */
  readonly opens: boolean
  /** Contacts of a buyer as V1.0 sends them. */
  readonly contact: () => Readonly<Record<'mobilePhone' | 'email', string>>
  /** Values that only a person can give: `license`, a licence code that the seller sells. */
  readonly values: Readonly<Record<string, string>>
}

export interface UnsignedCall {
  readonly method: string
  readonly path: string
  readonly members: Members
}

export interface Answered {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>> | undefined
  readonly text: string
}

type Values = Readonly<Record<string, string>>

/** A state cannot be set up; the message is for a person. */
export class StateNotReached extends Error {
  override readonly name = 'StateNotReached'
  /** The operation that the seller refused. */
  readonly operation: string | undefined

  constructor(message: string, operation?: string) {
    super(message)
    this.operation = operation
  }
}

type Edition = 'v1' | 'v2'

/** How often, and at which interval, an instance that is opened in the background is queried. */
const POLLS = 20
const BETWEEN = 500
/** The example of the specs. It is not a real ciphertext, so it works only with sellers that do not decrypt it. */
const NO_SECRET = 'bm90LWEtcmVhbC1jaXBoZXJ0ZXh0'
const YEAR = 365 * 86_400_000

/** Sets up states by calls of the production interface. Each state gets new ids, so that states do not affect each other. */
export function createStates({ specs, run, now, wait, send, opens, contact, values }: StateContext) {
  let count = 0
  const number = () => `${run.slice(0, 12)}${`${++count}`.padStart(4, '0')}`.toUpperCase()

  /** A published form of the call with some members replaced. It is marked as debugging, because nothing was bought. */
  async function perform(ref: string, form: string, ours: Members, codes: readonly string[] = ['000000']): Promise<Members> {
    const operation = specs.operation(ref)
    const callForm = callFormsOf(operation).find(({ name }) => name === form)
    if (!callForm) throw new Error(`${ref} has no published form "${form}".`)
    const testFlag = typeof callForm.members['testFlag'] === 'number' ? 1 : '1'
    const members = { ...callForm.members, ...ours, testFlag }
    const { status, body, text } = await send({ method: operation.method, path: operation.doc['x-path'] ?? '/', members })
    const code = String(body?.['resultCode'])
    if (status === 200 && body && codes.includes(code)) return body
    const got = body?.['resultCode'] === undefined ? `HTTP ${status} ${text.slice(0, 160)}` : `${code} ${String(body['resultMsg'] ?? '')}`
    const needed = `${operation.id} must be answered ${codes.join(' or ')} first, and the seller answered ${got.trim()}.`
    throw new StateNotReached(needed, operation.ref)
  }

  function order() {
    const orderId = `CS${number()}`
    const expireTime = compactTime(now() + YEAR).slice(0, 14)
    return { orderId, orderLineId: `${orderId}-000001`, businessId: `business-${number()}`, expireTime, ...contact() }
  }

  async function open(edition: Edition, { orderId, orderLineId }: Values, businessId: string): Promise<string> {
    const v1 = edition === 'v1'
    const ours = v1 ? { orderId, businessId } : { orderId, orderLineId, businessId }
    const ref = v1 ? 'production-v1.newInstance' : 'production.newInstance'
    const body = await perform(ref, 'debugging', ours, v1 ? ['000000'] : ['000000', '000004'])
    const instanceId = body['instanceId']
    if (typeof instanceId !== 'string' || instanceId === '') throw new StateNotReached('newInstance was answered without an instanceId.')
    if (body['resultCode'] === '000004') await untilShown(instanceId)
    return instanceId
  }

  async function untilShown(instanceId: string): Promise<void> {
    for (let asked = 0; asked < POLLS; asked++) {
      const { info } = await perform('production.queryInstance', 'debugging', { instanceId })
      if (Array.isArray(info) && info.length > 0) return
      await wait(BETWEEN)
    }
    throw new StateNotReached(`The instance ${instanceId} was opened in the background, and queryInstance did not show it in ten seconds.`)
  }

  async function instance(edition: Edition) {
    const { businessId, ...paid } = order()
    return { instanceId: await open(edition, paid, businessId), purchaseOrderId: paid.orderId }
  }

  function release(edition: Edition, { instanceId = '', purchaseOrderId = '' }: Values) {
    if (edition === 'v2') return perform('production.releaseInstance', 'expired', { instanceId })
    return perform('production-v1.releaseInstance', 'plain', { instanceId, orderId: purchaseOrderId })
  }

  async function licence() {
    const { orderId, businessId } = order()
    const { instanceId } = await perform('production-v1.getLicense', 'plain', { orderId, businessId })
    return { instanceId: String(instanceId), purchaseOrderId: orderId }
  }

  const kit = (edition: Edition) => (edition === 'v1' ? 'production-v1' : 'production')
  async function tenant(edition: Edition) {
    const bought = opens ? await instance(edition) : { instanceId: '', purchaseOrderId: '' }
    return { ...bought, tenantId: `tenant${number()}`.toLowerCase(), clientSecret: values['clientSecret'] ?? NO_SECRET }
  }
  async function synchronised(edition: Edition) {
    const given = await tenant(edition)
    const { instanceId, tenantId, purchaseOrderId: orderId } = given
    await perform(`${kit(edition)}.tenantSync`, 'add', { instanceId, orderId, tenantId })
    return given
  }
  async function application(edition: Edition) {
    const given = { ...(await synchronised(edition)), appId: `app${number()}`.toLowerCase() }
    const { instanceId, tenantId, appId, clientSecret } = given
    await perform(`${kit(edition)}.applicationSync`, 'add', { instanceId, tenantId, appId, clientSecret })
    return given
  }
  function sold() {
    const license = values['license']
    if (license === undefined) throw new StateNotReached('Pass a licence code that the seller knows: --licence …')
    return { license }
  }

  const brings: Readonly<Record<string, (edition: Edition) => Values | Promise<Values>>> = {
    'an order is paid': () => order(),
    async 'an order line has its instance'(edition) {
      const { businessId, ...paid } = order()
      const first = await open(edition, paid, businessId)
      const again = await open(edition, paid, `business-${number()}`)
      if (first === again) return { ...paid, businessId: `business-${number()}` }
      throw new StateNotReached(`The same order line got the instance ${first} and then another one, ${again}.`)
    },
    'an instance is open': instance,
    async 'two instances are open'(edition) {
      const [one, other] = [await instance(edition), await instance(edition)]
      return { ...one, instanceId: `${one.instanceId},${other.instanceId}` }
    },
    async 'another instance was released'(edition) {
      const [one, other] = [await instance(edition), await instance(edition)]
      await release(edition, other)
      return one
    },
    async 'an order kept its instance when another was released'(edition) {
      const { businessId, ...paid } = order()
      const first = await open(edition, paid, businessId)
      await release(edition, await instance(edition))
      const again = await open(edition, paid, `business-${number()}`)
      if (first === again) return { ...paid, businessId: `business-${number()}` }
      throw new StateNotReached(`An order line had the instance ${first}, and after another one was released it got ${again}.`)
    },
    async 'an instance is frozen'(edition) {
      const given = await instance(edition)
      const ref = edition === 'v1' ? 'production-v1.instanceStatus' : 'production.updateInstanceStatus'
      await perform(ref, 'freeze', { instanceId: given.instanceId })
      return given
    },
    'no such instance': () => ({ instanceId: `nobody-${number()}`, purchaseOrderId: order().orderId }),
    'a licence is applied for': () => {
      return { eventId: `event-${number()}`, effectiveTime: spacedTime(now()), expireTime: spacedTime(now() + YEAR) }
    },
    'a licence was handed out': licence,
    async 'another licence was released'() {
      const [one, other] = [await licence(), await licence()]
      const { instanceId, purchaseOrderId: orderId } = other
      await perform('production-v1.releaseLicense', 'plain', { instanceId, orderId })
      return one
    },
    'a tenant buys': tenant,
    'a tenant is synchronised': synchronised,
    async 'another tenant was removed'(edition) {
      const [one, other] = [await synchronised(edition), await synchronised(edition)]
      const { instanceId, tenantId, purchaseOrderId: orderId } = other
      await perform(`${kit(edition)}.tenantSync`, 'remove', { instanceId, orderId, tenantId })
      return one
    },
    'an application is synchronised': application,
    async 'another application was removed'(edition) {
      const [one, other] = [await application(edition), await application(edition)]
      const { instanceId, tenantId, appId, clientSecret } = other
      await perform(`${kit(edition)}.applicationSync`, 'remove', { instanceId, tenantId, appId, clientSecret })
      return one
    },
    async 'users are authorised'(edition) {
      const given = await application(edition)
      const { instanceId, tenantId, appId } = given
      await perform(`${kit(edition)}.authSync`, 'add', { instanceId, tenantId, appId })
      return given
    },
    async 'a department is synchronised'(edition) {
      const given = await synchronised(edition)
      const { instanceId, tenantId } = given
      await perform(`${kit(edition)}.singleOrgSync`, 'add', { instanceId, tenantId })
      return given
    },
    'a licence code is sold': sold,
    async 'a licence code is frozen'() {
      await perform('production.updateLicenseCodeStatus', 'freeze', sold())
      return sold()
    },
    'no such licence code': () => ({ license: `NOBODY${number()}` }),
  }
  return brings as Readonly<Partial<Record<StateName, (edition: Edition) => Values | Promise<Values>>>>
}
