import { Hono } from 'hono'
import { verifyProduction } from '../../../src/signing/index.ts'
import { signProductionBytes } from '../../../src/signing/production.ts'
import { answerOf, type Body, type Flaws, isFresh, Refusal, textOf } from './flaws.ts'

/** What a seller does by activity; what it throws as Refusal is answered. */
export type Activities = Readonly<Record<string, (body: Body) => Body | undefined>>

/** A seller of V2.0's form: POSTs to one address, signed in the query. Licence codes, online licences and order notification are such. */
export function createPostedSeller(
  key: string,
  activities: Activities,
  { trusting, timeless, within, asSent, changeCall, changeAnswer }: Flaws = {},
) {
  const app = new Hono()
  app.post('/isv', async (c) => {
    const raw = await c.req.text()
    let body: Body = {}
    let name = ''
    const answer = answerOf(() => {
      const { signature = '', timestamp = '', nonce = '' } = c.req.query()
      if (!(timeless ? timestamp !== '' : isFresh(timestamp, within))) throw new Refusal('000002', 'timestamp')
      if (nonce === '') throw new Refusal('000002', 'nonce')
      const stamp = { timestamp, nonce }
      const right = asSent
        ? signProductionBytes(new TextEncoder().encode(raw), stamp, key) === signature
        : verifyProduction(raw, stamp, signature, key)
      if (!trusting && !right) throw new Refusal('000001', 'signature')
      const came = JSON.parse(raw) as Body
      name = textOf(came, 'activity')
      body = changeCall?.(came, name) ?? came
      const act = Object.hasOwn(activities, name) ? activities[name] : undefined
      if (!act) throw new Refusal('000002', 'activity')
      return act(body)
    })
    return c.json(changeAnswer?.(answer, body, name) ?? answer)
  })
  return app
}

/** Order notification (订单通知): the number is noted, and the order asked for later. */
export function createNotifiedSeller(key: string, flaws?: Flaws) {
  const noted = new Set<string>()
  return createPostedSeller(
    key,
    {
      orderNotify(body) {
        noted.add(`${textOf(body, 'orderId')}|${textOf(body, 'orderLineId')}`)
        return undefined
      },
    },
    flaws,
  )
}

const SCENES = ['TRIAL_TO_FORMAL', 'RENEWAL', 'UNSUBSCRIBE_RENEWAL_PERIOD']

/** Licence codes 2.0 (授权码): knows the codes that were activated, and keeps what was released. */
export function createCodeSeller(key: string, known: readonly string[], flaws?: Flaws) {
  const codes = new Map<string, string>(known.map((code) => [code, 'good']))
  const codeIn = (body: Body) => {
    const code = textOf(body, 'license')
    if (!codes.has(code)) throw new Refusal('000003', 'no such licence')
    return code
  }
  return createPostedSeller(
    key,
    {
      refreshLicenseCode(body) {
        codeIn(body)
        if (!SCENES.includes(textOf(body, 'scene')) || !/^\d{14}$/.test(textOf(body, 'expireTime'))) throw new Refusal('000002', 'scene')
        return undefined
      },
      updateLicenseCodeStatus(body) {
        codes.set(codeIn(body), textOf(body, 'status'))
        return undefined
      },
      releaseLicenseCode(body) {
        codes.set(codeIn(body), 'released')
        return undefined
      },
    },
    flaws,
  )
}

/** Online licences (在线开通License): an instance for each order line, a licence for each application. */
export function createOnlineLicenceSeller(key: string, flaws?: Flaws) {
  const instanceOfLine = new Map<string, string>()
  const instances = new Map<string, string>()
  const instanceIn = (body: Body) => {
    const id = textOf(body, 'instanceId')
    if (!instances.has(id)) throw new Refusal('000003', 'no such instance')
    return id
  }
  return createPostedSeller(
    key,
    {
      newInstance(body) {
        const line = `${textOf(body, 'orderId')}|${textOf(body, 'orderLineId')}`
        const instanceId = instanceOfLine.get(line) ?? textOf(body, 'businessId')
        instanceOfLine.set(line, instanceId)
        instances.set(instanceId, 'open')
        return { instanceId, appInfo: { frontEndUrl: 'https://cad.example.com' } }
      },
      refreshInstance(body) {
        instanceIn(body)
        if (!SCENES.includes(textOf(body, 'scene'))) throw new Refusal('000002', 'scene')
        return undefined
      },
      updateInstanceStatus(body) {
        instances.set(instanceIn(body), textOf(body, 'status'))
        return undefined
      },
      releaseInstance(body) {
        instances.set(instanceIn(body), 'released')
        return undefined
      },
      getLicenseAsync(body) {
        instanceIn(body)
        textOf(body, 'eventId')
        textOf(body, 'effectiveTime')
        return { resultCode: '000004' }
      },
    },
    flaws,
  )
}
