import type { Body, Flaws } from './good/flaws.ts'

/** A mistake in words, the one rule that it breaks, and how it is made. */
export type Flaw = readonly [mistake: string, rule: string, flaws: Flaws]

/** Does the same thing but once; what is to be removed may be removed again. */
export function refusesAgain(name: string): Flaw {
  const seen = new Set<string>()
  const changeAnswer: Flaws['changeAnswer'] = (answer, body, called) => {
    if (called !== name || answer['resultCode'] !== '000000' || body['flag'] === 0) return answer
    const call = JSON.stringify({ ...body, timeStamp: '', currentSyncTime: '', businessId: '', authToken: '' })
    if (seen.has(call)) return { resultCode: '000002', resultMsg: 'done already' }
    seen.add(call)
    return answer
  }
  return [`refuses ${name} a second time`, 'seller.repeat.refused', { changeAnswer }]
}

/** Succeeds where the good one answers that there is no such instance. */
export function takesStrangers(name: string): Flaw {
  const changeAnswer: Flaws['changeAnswer'] = (answer, _body, called) =>
    called === name && answer['resultCode'] === '000003' ? { resultCode: '000000', resultMsg: 'success' } : answer
  return [`knows no stranger in ${name}`, 'seller.instance.unknown-accepted', { changeAnswer }]
}

/** Refuses where the good one succeeds. */
export const refuses = (when: (body: Body, name: string) => boolean, code = '000002'): Flaws => ({
  changeAnswer: (answer, body, name) =>
    answer['resultCode'] === '000000' && when(body, name) ? { resultCode: code, resultMsg: 'no' } : answer,
})

/** Succeeds where the good one refuses. */
export const takes = (when: (body: Body, name: string) => boolean): Flaws => ({
  changeAnswer: (answer, body, name) =>
    answer['resultCode'] !== '000000' && when(body, name) ? { resultCode: '000000', resultMsg: 'success' } : answer,
})

/** Answers a line of an order with the instance of the line before. */
export function oneForAnOrder(): Flaws {
  const answered = new Map<unknown, unknown>()
  return {
    changeAnswer(answer, { orderId }, name) {
      if (name !== 'newInstance' || answer['instanceId'] === undefined) return answer
      if (!answered.has(orderId)) answered.set(orderId, answer['instanceId'])
      return { ...answer, instanceId: answered.get(orderId) }
    },
  }
}

/** Another licence each time, for the instance of the order. */
export function makesLicences(): Flaws {
  let n = 0
  return { changeAnswer: (answer) => ('license' in answer ? { ...answer, license: `L-${++n}` } : answer) }
}

/** Takes every call for that of an order never seen before. */
export function forgets(name: string): Flaws {
  let n = 0
  return { changeCall: (body, called) => (called === name && body['orderId'] ? { ...body, orderId: `order-${++n}` } : body) }
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
    changeAnswer(answer, body, name) {
      if (namesIn(body).some((one) => gone.has(one)))
        return 'info' in answer ? { ...answer, info: [] } : { resultCode: '000003', resultMsg: 'no such instance' }
      for (const one of [...namesIn(body), ...namesIn(answer)]) there.add(one)
      if (removes(body, name)) for (const one of there) gone.add(one)
      return answer
    },
  }
}

/** After a release every order line gets another instance than the one that it had. */
export function forgetsOrders(): Flaws {
  let releases = 0
  return {
    changeAnswer(answer, body, name) {
      if (removes(body, name)) releases++
      return releases > 0 && name === 'newInstance' && 'instanceId' in answer
        ? { ...answer, instanceId: `${answer['instanceId']}-${releases}` }
        : answer
    },
  }
}
