import { Hono } from 'hono'
import { decryptField, encryptField, signBody, verifyAuthToken } from '../../../src/signing/index.ts'
import { answerOf, type Body, type Flaws, Refusal, textOf } from './flaws.ts'
import type { Activities } from './posted.ts'

/** A seller that still serves V1.0: GET, tokens in the query, every answer signed, credentials encrypted. */
export function createFirstSeller(key: string, { trusting, changeToken, changeCall, changeAnswer, signAnswer }: Flaws = {}) {
  const activities = activitiesOf(key)
  const app = new Hono()
  app.get('/isv', (c) => {
    const { authToken = '', ...query } = c.req.query()
    let body: Body = query
    const name = query['activity'] ?? ''
    const answer = answerOf(() => {
      textOf(query, 'timeStamp')
      if (!trusting && !verifyAuthToken(query, changeToken?.(authToken) ?? authToken, key)) throw new Refusal('000001', 'authToken')
      body = changeCall?.(query, name) ?? query
      const act = Object.hasOwn(activities, name) ? activities[name] : undefined
      if (!act) throw new Refusal('000002', 'activity')
      return act(body)
    })
    const text = JSON.stringify(changeAnswer?.(answer, body, name) ?? answer)
    const sign = signAnswer?.(text, key) ?? signBody(text, key).header
    return c.body(text, 200, { 'content-type': 'application/json', 'Body-Sign': sign })
  })
  return app
}

function activitiesOf(key: string): Activities {
  /** By order; pay-per-use orders have an instance for each product. */
  const instanceOf = new Map<string, string>()
  const instances = new Map<string, string>()
  const licences = new Map<string, { readonly instanceId: string; readonly license: string }>()
  const instanceIn = (body: Body) => {
    const id = textOf(body, 'instanceId')
    if (!instances.has(id)) throw new Refusal('000003', 'no such instance')
    return id
  }
  const appInfo = () => ({
    frontEndUrl: 'https://crm.example.com',
    userName: encryptField('admin', key, { iv: '0123456789abcdef' }),
    password: encryptField('Change-me-1', key, { iv: 'fedcba9876543210' }),
  })
  const into = (status: string) => (body: Body) => {
    instances.set(instanceIn(body), status)
    return undefined
  }
  return {
    newInstance(body) {
      for (const name of ['mobilePhone', 'email']) {
        const value = body[name]
        if (value !== undefined && decryptField(String(value), key) === undefined) throw new Refusal('000002', name)
      }
      const order = `${textOf(body, 'orderId')}|${textOf(body, 'productId')}`
      const instanceId = instanceOf.get(order) ?? textOf(body, 'businessId')
      instanceOf.set(order, instanceId)
      instances.set(instanceId, 'open')
      return { encryptType: '1', instanceId, appInfo: appInfo() }
    },
    queryInstance(body) {
      const known = textOf(body, 'instanceId')
        .split(',')
        .filter((id) => instances.has(id))
      if (known.length === 0) throw new Refusal('000003', 'no such instance')
      return { encryptType: '1', info: known.map((instanceId) => ({ instanceId, appInfo: appInfo() })) }
    },
    refreshInstance(body) {
      textOf(body, 'expireTime')
      return into('open')(body)
    },
    expireInstance: into('frozen'),
    releaseInstance: into('released'),
    upgrade(body) {
      textOf(body, 'skuCode')
      textOf(body, 'productId')
      return into('open')(body)
    },
    instanceStatus(body) {
      if (!['FREEZE', 'NORMAL'].includes(textOf(body, 'instanceStatus'))) throw new Refusal('000002', 'instanceStatus')
      return into('changed')(body)
    },
    getLicense(body) {
      const order = textOf(body, 'orderId')
      const licence = licences.get(order) ?? { instanceId: textOf(body, 'businessId'), license: `L-${order}-${licences.size}` }
      licences.set(order, licence)
      instances.set(licence.instanceId, 'licensed')
      return licence
    },
    refreshLicense(body) {
      textOf(body, 'orderId')
      textOf(body, 'expireTime')
      return into('licensed')(body)
    },
    expireLicense: into('expired'),
    releaseLicense: into('released'),
  }
}
