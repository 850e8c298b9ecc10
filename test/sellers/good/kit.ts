import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { decryptClientSecret, signBody, verifyKit, verifyKitAuthToken } from '../../../src/signing/index.ts'
import { answerOf, type Body, type Flaws, isFresh, Refusal, textOf } from './flaws.ts'

/** What the joint-operations kit needs. */
export interface KitOptions {
  readonly key: string
  /** PEM of the key whose public half belongs to the application credential. */
  readonly privateKey: string
}

const FLAGS: Readonly<Record<string, readonly number[]>> = {
  tenantSync: [0, 1, 2],
  applicationSync: [0, 1, 2],
  authSync: [0, 1, 2, 3],
  singleOrgSync: [0, 1, 2],
}

/** The five interfaces of the kit: what is there stays, what is gone stays gone, and nothing asks for an order. */
function synchronise(name: string, body: Body, { privateKey }: KitOptions): undefined {
  textOf(body, 'tenantId')
  if (!/^\d{17}$/.test(textOf(body, 'timeStamp'))) throw new Refusal('000002', 'timeStamp')
  const flags = FLAGS[name]
  if (flags && !flags.includes(body['flag'] as number)) throw new Refusal('000002', 'flag')
  switch (name) {
    case 'tenantSync':
      textOf(body, 'domainName')
      return
    case 'applicationSync':
      textOf(body, 'appId')
      if (decryptClientSecret(textOf(body, 'clientSecret'), privateKey) === undefined) throw new Refusal('000101', 'clientSecret')
      return
    case 'authSync':
      for (const user of listIn(body, 'userList')) textOf(user, 'userName')
      return
    case 'singleOrgSync':
      textOf(body, 'orgCode')
      return
    case 'allOrgSync':
      for (const department of listIn(body, 'orgInfo' in body ? 'orgInfo' : 'orgInfoList')) textOf(department, 'orgCode')
      return
    default:
      throw new Refusal('000002', 'path')
  }
}

/** An array, or its text: pages disagree, and V1.0 writes text. */
function listIn(body: Body, name: string): readonly Body[] {
  const value = body[name]
  const list: unknown = typeof value === 'string' ? JSON.parse(value) : value
  if (Array.isArray(list)) return list as Body[]
  throw new Refusal('000002', name)
}

/** V2: signed in headers. */
export function createKitSeller(options: KitOptions, { trusting, timeless, within, asSent, changeCall, changeAnswer }: Flaws = {}) {
  const app = new Hono()
  app.post('/isv/produceAPI/v2/:name', async (c) => {
    const raw = await c.req.text()
    const name = c.req.param('name')
    let body: Body = {}
    const answer = answerOf(() => {
      const header = (of: string) => c.req.header(of) ?? ''
      const [timestamp, nonce] = [header('x-timestamp'), header('x-nonce')]
      if (!(timeless ? timestamp !== '' : isFresh(timestamp, within))) throw new Refusal('000002', 'timestamp')
      if (nonce === '') throw new Refusal('000002', 'nonce')
      const sent = createHmac('sha256', options.key).update(`${options.key}${nonce}${timestamp}${raw}`).digest('hex')
      const right = asSent ? sent === header('x-sign') : verifyKit(raw, { timestamp, nonce }, header('x-sign'), options.key)
      if (!trusting && !right) throw new Refusal('000001', 'signature')
      const came = JSON.parse(raw) as Body
      body = changeCall?.(came, name) ?? came
      return synchronise(name, body, options)
    })
    return c.json(changeAnswer?.(answer, body, name) ?? answer)
  })
  return app
}

/** V1.0: a token in a header, and the answer signed. */
export function createKitSellerV1(options: KitOptions, { trusting, changeCall, changeAnswer, signAnswer }: Flaws = {}) {
  const app = new Hono()
  app.post('/isv/produceAPI/:name', async (c) => {
    const raw = await c.req.text()
    const name = c.req.param('name')
    let body: Body = {}
    const answer = answerOf(() => {
      if (!trusting && !verifyKitAuthToken(raw, c.req.header('authToken') ?? '', options.key)) throw new Refusal('000001', 'authToken')
      const came = JSON.parse(raw) as Body
      body = changeCall?.(came, name) ?? came
      return synchronise(name, body, options)
    })
    const text = JSON.stringify(changeAnswer?.(answer, body, name) ?? answer)
    const sign = signAnswer?.(text, options.key) ?? signBody(text, options.key).header
    return c.body(text, 200, { 'content-type': 'application/json', 'Body-Sign': sign })
  })
  return app
}
