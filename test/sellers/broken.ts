import { signProduction } from '../../src/signing/index.ts'

type Fetch = (request: Request) => Response | Promise<Response>

/** One real mistake, made of a good seller. */
export interface BrokenSeller {
  readonly mistake: string
  /** The one rule that is to be named. */
  readonly rule: string
  readonly breaks: (good: Fetch, key: string) => Fetch
}

/** Sellers with one mistake each. What stands in front of the good one changes what it sees or what it says. */
export const BROKEN: readonly BrokenSeller[] = [
  {
    mistake: 'opens another instance for a repeated order',
    rule: 'answer.instanceId.changed',
    breaks: (good, key) => {
      let line = 0
      return seeing(good, key, (body) =>
        body['activity'] === 'newInstance' && body['orderId'] ? { ...body, orderLineId: `${++line}` } : body,
      )
    },
  },
  {
    mistake: 'writes the result code as a number',
    rule: 'answer.field.wrong',
    breaks: (good) => saying(good, ({ resultCode, ...rest }) => ({ resultCode: Number(resultCode), ...rest })),
  },
  {
    mistake: 'does not check the signature',
    rule: 'seller.signature.unchecked',
    breaks: (good, key) => async (request) => {
      // Whoever calls, and whatever was signed, the good seller sees a good signature; its clock still counts.
      const { url, body } = await read(request)
      if (!isCall(body)) return good(post(url, body))
      const stamp = { timestamp: url.searchParams.get('timestamp') ?? '', nonce: url.searchParams.get('nonce') ?? '' }
      url.searchParams.set('signature', signProduction(body, stamp, key).value)
      return good(post(url, body))
    },
  },
  {
    mistake: 'takes calls of any age',
    rule: 'seller.timestamp.unchecked',
    breaks: (good, key) => async (request) => {
      const { url, body } = await read(request)
      if (!isCall(body)) return good(post(url, body))
      const given = { timestamp: url.searchParams.get('timestamp') ?? '', nonce: url.searchParams.get('nonce') ?? '' }
      const right = signProduction(body, given, key).value === url.searchParams.get('signature')
      if (!right || given.timestamp === '') return good(post(url, body))
      const timestamp = String(Date.now())
      url.searchParams.set('timestamp', timestamp)
      url.searchParams.set('signature', signProduction(body, { ...given, timestamp }, key).value)
      return good(post(url, body))
    },
  },
  {
    mistake: 'says yes for instances that never were',
    rule: 'seller.instance.unknown-accepted',
    breaks: (good) => saying(good, (body) => (body['resultCode'] === '000003' ? { ...body, resultCode: '000000', info: [] } : body)),
  },
  {
    mistake: 'answers 201 for a new instance',
    rule: 'answer.status.wrong',
    breaks: (good) => async (request) => {
      const answer = await good(request)
      const text = await answer.text()
      return new Response(text, { status: text.includes('instanceId') ? 201 : 200, headers: answer.headers })
    },
  },
  {
    mistake: 'sends JSON as text',
    rule: 'answer.content-type.wrong',
    breaks: (good) => async (request) => new Response(await (await good(request)).text(), { headers: { 'content-type': 'text/plain' } }),
  },
  {
    mistake: 'gives every order the same instance',
    rule: 'answer.instanceId.shared',
    breaks: (good, key) =>
      seeing(good, key, (body) =>
        body['activity'] === 'newInstance' && typeof body['orderId'] === 'string' && body['orderId'].startsWith('CS')
          ? { ...body, orderId: 'CS1', orderLineId: '1' }
          : body,
      ),
  },
  {
    mistake: 'does not know an instance any more that it is to release again',
    rule: 'seller.repeat.refused',
    breaks: (good, key) => {
      const released = new Set<unknown>()
      return seeing(good, key, (body) => {
        if (body['activity'] !== 'releaseInstance') return body
        if (released.has(body['instanceId'])) return { ...body, instanceId: 'gone' }
        released.add(body['instanceId'])
        return body
      })
    },
  },
  {
    mistake: 'refuses members that it does not know',
    rule: 'seller.added-member.refused',
    breaks: (good, key) => seeing(good, key, (body) => ('addedSomeDay' in body ? { ...body, orderId: null } : body)),
  },
  {
    mistake: 'never shows an instance',
    rule: 'answer.info.missing',
    breaks: (good) => saying(good, (body) => ('info' in body ? { ...body, info: [] } : body)),
  },
]

/** Opens in the background: says so, and shows an instance when it was asked for often enough. No mistake. */
export function opensLater(good: Fetch, asked: number): Fetch {
  let left = asked
  return saying(good, (body) => {
    if ('instanceId' in body) return { ...body, resultCode: '000004' }
    return 'info' in body && left-- > 0 ? { ...body, info: [] } : body
  })
}

/** The good seller sees another body, rightly signed if the real one was. */
export function seeing(good: Fetch, key: string, change: (body: Record<string, unknown>) => Record<string, unknown>): Fetch {
  return async (request) => {
    const { url, body } = await read(request)
    const stamp = { timestamp: url.searchParams.get('timestamp') ?? '', nonce: url.searchParams.get('nonce') ?? '' }
    if (!isCall(body) || signProduction(body, stamp, key).value !== url.searchParams.get('signature')) return good(post(url, body))
    const changed = JSON.stringify(change(JSON.parse(body) as Record<string, unknown>))
    url.searchParams.set('signature', signProduction(changed, stamp, key).value)
    return good(post(url, changed))
  }
}

/** The good seller's answer is said otherwise. */
function saying(good: Fetch, change: (body: Record<string, unknown>) => Record<string, unknown>): Fetch {
  return async (request) => Response.json(change((await (await good(request)).json()) as Record<string, unknown>))
}

/** What is not a JSON object is nothing that could be signed. */
function isCall(body: string): boolean {
  try {
    return /^\{/.test(body) && JSON.parse(body) !== null
  } catch {
    return false
  }
}

const read = async (request: Request) => ({ url: new URL(request.url), body: await request.text() })
const post = (url: URL, body: string) => new Request(url, { method: 'POST', body })
