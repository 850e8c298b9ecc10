import type { Body, Flaws } from './good/flaws.ts'

/** A mistake in words, the one rule that it breaks, and how it is made. */
export type Flaw = readonly [mistake: string, rule: string, flaws: Flaws]

/** Does the same thing but once; what is to be removed may be removed again. */
export function refusesAgain(name: string): Flaw {
  const seen = new Set<string>()
  const says: Flaws['says'] = (said, body, called) => {
    if (called !== name || said['resultCode'] !== '000000' || body['flag'] === 0) return said
    const call = JSON.stringify({ ...body, timeStamp: '', currentSyncTime: '', businessId: '', authToken: '' })
    if (seen.has(call)) return { resultCode: '000002', resultMsg: 'done already' }
    seen.add(call)
    return said
  }
  return [`refuses ${name} a second time`, 'seller.repeat.refused', { says }]
}

/** Says yes where the good one says that there is no such thing. */
export function takesStrangers(name: string): Flaw {
  const says: Flaws['says'] = (said, _body, called) =>
    called === name && said['resultCode'] === '000003' ? { resultCode: '000000', resultMsg: 'success' } : said
  return [`knows no stranger in ${name}`, 'seller.instance.unknown-accepted', { says }]
}

/** Says no where the good one says yes. */
export const refuses = (when: (body: Body, name: string) => boolean, code = '000002'): Flaws => ({
  says: (said, body, name) => (said['resultCode'] === '000000' && when(body, name) ? { resultCode: code, resultMsg: 'no' } : said),
})

/** Says yes where the good one says no. */
export const takes = (when: (body: Body, name: string) => boolean): Flaws => ({
  says: (said, body, name) => (said['resultCode'] !== '000000' && when(body, name) ? { resultCode: '000000', resultMsg: 'success' } : said),
})

/** Answers a line of an order with the instance of the line before. */
export function oneForAnOrder(): Flaws {
  const answered = new Map<unknown, unknown>()
  return {
    says(said, { orderId }, name) {
      if (name !== 'newInstance' || said['instanceId'] === undefined) return said
      if (!answered.has(orderId)) answered.set(orderId, said['instanceId'])
      return { ...said, instanceId: answered.get(orderId) }
    },
  }
}

/** Another licence each time, for the instance of the order. */
export function makesLicences(): Flaws {
  let n = 0
  return { says: (said) => ('license' in said ? { ...said, license: `L-${++n}` } : said) }
}

/** Takes every call for that of an order never seen before. */
export function forgets(name: string): Flaws {
  let n = 0
  return { sees: (body, called) => (called === name && body['orderId'] ? { ...body, orderId: `order-${++n}` } : body) }
}

/** What calls name: an instance, an enterprise. */
const namesIn = (body: Body): readonly string[] =>
  ['instanceId', 'tenantId'].flatMap((name) => String(body[name] ?? '').split(',')).filter((name) => name !== '')

const removes = (body: Body, name: string) => body['flag'] === 0 || /^(releaseInstance|releaseLicense)$/.test(name)

/** One release or removal takes everything with it that was there. */
export function removesAll(): Flaws {
  const there = new Set<string>()
  const gone = new Set<string>()
  return {
    says(said, body, name) {
      if (namesIn(body).some((one) => gone.has(one)))
        return 'info' in said ? { ...said, info: [] } : { resultCode: '000003', resultMsg: 'no such instance' }
      for (const one of [...namesIn(body), ...namesIn(said)]) there.add(one)
      if (removes(body, name)) for (const one of there) gone.add(one)
      return said
    },
  }
}

/** After a release every order line gets another instance than the one that it had. */
export function forgetsOrders(): Flaws {
  let releases = 0
  return {
    says(said, body, name) {
      if (removes(body, name)) releases++
      return releases > 0 && name === 'newInstance' && 'instanceId' in said
        ? { ...said, instanceId: `${said['instanceId']}-${releases}` }
        : said
    },
  }
}
