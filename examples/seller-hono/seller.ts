/**
 * A complete seller of a SaaS product on KooGallery, production interface V2.0: what happens when a customer buys, renews, changes,
 * does not pay any more, and leaves. Read it from top to bottom; `main.ts` serves it.
 *
 * KooGallery POSTs every call to one address. `activity` in the body says what it wants, the signature in the query says that it is
 * KooGallery who wants it. The answer is JSON with status 200 whatever the result; the result is `resultCode`.
 */
import { Hono } from 'hono'
import { verifyProduction } from 'koogallery-sandbox/signing'

/** Result codes: text of six characters, quotation marks included. `000000` as a number would arrive as 0. */
const CODE = {
  success: '000000',
  authenticationFailed: '000001',
  illegalParameter: '000002',
  noSuchInstance: '000003',
  internalError: '000005',
} as const

/** What this seller keeps of an instance. A real one keeps it in a database. */
interface Instance {
  readonly id: string
  /** Orders that were carried out already: a call that comes again changes nothing and succeeds. */
  readonly done: Set<string>
  status: 'open' | 'frozen' | 'released'
  /** `yyyyMMddHHmmss`, UTC, as the marketplace writes it. Unknown until the first renewal: the order query tells it. */
  expireTime?: string
  productId?: string
}

/** Ends a call with a result code. */
class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

type Body = Readonly<Record<string, unknown>>
type Handler = (body: Body) => Record<string, unknown> | undefined

/** A call is refused when its timestamp is further off than this. Keep the server's clock right. */
const FRESH = 60_000

/**
 * @param options.key the accessKey that the seller console binds to the basic interfaces (基础接口)
 * @param options.site where customers go
 * @param options.now epoch milliseconds
 */
export function createSeller({ key, site, now = Date.now }: { readonly key: string; readonly site: string; readonly now?: () => number }) {
  const instances = new Map<string, Instance>()
  /** The idempotency key of newInstance is the order line, not the businessId: that is another one in every attempt. */
  const instanceOfLine = new Map<string, Instance>()
  /** Nonces of the last minutes, with the moment at which they may be forgotten. */
  const nonces = new Map<string, number>()

  /** Step 1: is it KooGallery who calls, and just now? */
  function authenticate(query: Readonly<Record<string, string>>, body: string): void {
    const { signature, timestamp = '', nonce } = query
    // Milliseconds, thirteen digits: some pages say seconds, none of their examples are.
    if (!/^\d{13}$/.test(timestamp)) throw new Refusal(CODE.illegalParameter, 'timestamp is missing or malformed')
    if (Math.abs(now() - Number(timestamp)) > FRESH) throw new Refusal(CODE.illegalParameter, 'timestamp is too far off')
    if (!nonce) throw new Refusal(CODE.illegalParameter, 'nonce is missing')
    if (!signature) throw new Refusal(CODE.authenticationFailed, 'signature is missing')
    if (!verifyProduction(body, { timestamp, nonce }, signature, key)) throw new Refusal(CODE.authenticationFailed, 'signature is wrong')
    // Only now: a stranger must not be able to fill the list, nor to use up a nonce.
    for (const [old, until] of nonces) if (until < now()) nonces.delete(old)
    if (nonces.has(nonce)) throw new Refusal(CODE.authenticationFailed, 'nonce was used before')
    nonces.set(nonce, now() + 2 * FRESH)
  }

  function existing(id: string): Instance {
    const instance = instances.get(id)
    if (!instance || instance.status === 'released') throw new Refusal(CODE.noSuchInstance, 'no such instance')
    return instance
  }

  /** Step 2: do what the activity asks, once. */
  const activities: Readonly<Record<string, Handler>> = {
    /**
     * A customer has paid. Nothing but the order's number is told: product, period and buyer come from the order query (open API,
     * signed with your AK/SK). Whoever needs long for opening an instance answers "000004" with the instanceId at once, works in the
     * background, and shows the instance in queryInstance when it is ready.
     */
    newInstance(body) {
      const line = `${text(body, 'orderId')}|${text(body, 'orderLineId')}`
      const id = text(body, 'businessId')
      const made = instanceOfLine.get(line)
      if (made) return { instanceId: made.id, appInfo: appOf() }
      // The marketplace recommends the businessId of the first call as id of the instance.
      const instance: Instance = { id, done: new Set(), status: 'open' }
      instances.set(id, instance)
      instanceOfLine.set(line, instance)
      return { instanceId: id, appInfo: appOf() }
    },

    /** Asked until a new instance shows, and whenever the customer opens its details. Up to 100 ids with commas between them. */
    queryInstance(body) {
      const ids = text(body, 'instanceId', 100 * 65).split(',')
      if (ids.length > 100) throw new Refusal(CODE.illegalParameter, 'more than 100 instances')
      const known = ids.filter((id) => (instances.get(id)?.status ?? 'released') !== 'released')
      if (known.length === 0) throw new Refusal(CODE.noSuchInstance, 'no such instance')
      return { info: known.map((instanceId) => ({ instanceId, appInfo: appOf() })) }
    },

    /** A trial became formal, a renewal was paid or taken back: `expireTime` is the new end, whatever the scene. */
    refreshInstance(body) {
      const instance = existing(text(body, 'instanceId'))
      const scene = text(body, 'scene')
      if (!SCENES.includes(scene)) throw new Refusal(CODE.illegalParameter, `scene ${scene} is unknown`)
      // The tables say 14 digits, the published example has 17: milliseconds are cut off.
      const expireTime = text(body, 'expireTime', 20)
      if (!/^\d{14}(\d{3})?$/.test(expireTime)) throw new Refusal(CODE.illegalParameter, 'expireTime is malformed')
      once(instance, body, () => {
        instance.expireTime = expireTime.slice(0, 14)
        // Only sent when it becomes another one.
        if (body['productId'] !== undefined) instance.productId = text(body, 'productId')
      })
      return undefined
    },

    /** Expired (FREEZE: nobody gets in, the data stay) or renewed after that (UNFREEZE). */
    updateInstanceStatus(body) {
      const instance = existing(text(body, 'instanceId'))
      const status = text(body, 'status')
      if (status !== 'FREEZE' && status !== 'UNFREEZE') throw new Refusal(CODE.illegalParameter, `status ${status} is unknown`)
      instance.status = status === 'FREEZE' ? 'frozen' : 'open'
      return undefined
    },

    /** The time to renew is over, or the customer gave it back: the data go. Released again, it is released. */
    releaseInstance(body) {
      const instance = instances.get(text(body, 'instanceId'))
      if (!instance) throw new Refusal(CODE.noSuchInstance, 'no such instance')
      instance.status = 'released'
      return undefined
    },

    /** More users, a larger edition: the id stays. What was bought stands in the order (order query, type CHANGE). */
    upgradeInstance(body) {
      once(existing(text(body, 'instanceId')), body, () => {})
      return undefined
    },

    /** Before a renewal that changes the product: does what the customer uses still fit? This seller's instances fit everything. */
    changeInstanceCheck(body) {
      existing(text(body, 'instanceId'))
      if (body['productInfo'] === undefined) throw new Refusal(CODE.illegalParameter, 'productInfo is missing')
      return undefined
    },
  }

  function appOf() {
    // Other characters than ASCII in `memo` must be written as \uXXXX.
    return { frontEndUrl: site, adminUrl: `${site}/admin`, memo: 'Sign in with the account from our mail.' }
  }

  /** Step 3: answer, always in the same form. */
  const answer = (code: string, resultMsg: string, more: Record<string, unknown> = {}) =>
    Response.json({ resultCode: code, resultMsg, ...more }, { headers: { 'content-type': 'application/json' } })

  const app = new Hono()
  app.post('/isv', async (c) => {
    // The text as it came, before any framework has touched it.
    const raw = await c.req.text().catch(() => {
      throw new Refusal(CODE.illegalParameter, 'the call broke off in the middle of its body')
    })
    const body = parse(raw)
    authenticate(c.req.query(), raw)
    const name = text(body, 'activity')
    if (!Object.hasOwn(activities, name)) throw new Refusal(CODE.illegalParameter, `activity ${name} is unknown`)
    // Members that this seller does not know are left alone: the marketplace may add some at any time.
    return answer(CODE.success, 'success', activities[name]?.(body))
  })
  app.onError((error) => {
    if (error instanceof Refusal) return answer(error.code, error.message)
    console.error(error)
    return answer(CODE.internalError, 'internal error')
  })
  return app
}

const SCENES: readonly string[] = ['TRIAL_TO_FORMAL', 'RENEWAL', 'UNSUBSCRIBE_RENEWAL_PERIOD', 'RENEWAL_CHANGE']

/** The marketplace sends again what it got no answer for: the same order line acts once. */
function once({ done }: Instance, body: Body, act: () => void): void {
  const order = `${body['scene'] ?? body['activity']}|${text(body, 'orderId')}|${text(body, 'orderLineId')}`
  if (done.has(order)) return
  act()
  done.add(order)
}

function parse(raw: string): Body {
  try {
    const value: unknown = JSON.parse(raw)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body
  } catch {}
  throw new Refusal(CODE.illegalParameter, 'the body is not a JSON object')
}

/** A member that must be there, as text, no longer than its table says. */
function text(body: Body, name: string, most = 64): string {
  const value = body[name]
  if (typeof value === 'string' && value !== '' && value.length <= most) return value
  throw new Refusal(CODE.illegalParameter, `${name} is missing, no text, or too long`)
}
