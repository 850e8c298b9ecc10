import type { BrokenSeller } from './broken.ts'
import { seeing } from './broken.ts'

/** One mistake that no case alone shows, and the shortest story that does. */
export interface ForgetfulSeller extends BrokenSeller {
  readonly steps: readonly string[]
}

type Body = Readonly<Record<string, unknown>>

/** What the good seller is told where this one refuses. */
const REFUSED = { activity: 'updateInstanceStatus', status: 'REFUSED' }
const GONE = 'no-such-instance'

/** A mistake that remembers what came before, for each instance. */
const remembering =
  <T>(fresh: () => T, change: (body: Body, of: (id: unknown) => T, all: Map<unknown, T>) => Body): BrokenSeller['breaks'] =>
  (good, key) => {
    const all = new Map<unknown, T>()
    const of = (id: unknown) => {
      const known = all.get(id) ?? fresh()
      all.set(id, known)
      return known
    }
    return seeing(good, key, (body) => ({ ...change(body, of, all) }))
  }

/** Sellers that serve each call well, and mix up what came before. */
export const FORGETFUL: readonly ForgetfulSeller[] = [
  {
    mistake: 'forgets a renewal when it freezes',
    rule: 'seller.repeat.refused',
    steps: ['newInstance first', 'RENEWAL first', 'FREEZE first', 'RENEWAL first as in 2'],
    breaks: remembering(
      () => ({ done: new Set<unknown>(), until: '' }),
      (body, of) => {
        const { activity, instanceId, status, scene, orderId, expireTime } = body
        if (status === 'FREEZE') of(instanceId).done.clear()
        if (activity !== 'refreshInstance' || scene !== 'RENEWAL' || typeof expireTime !== 'string') return body
        const { done, until } = of(instanceId)
        if (done.has(orderId)) return body
        // A renewal that is not known has to move the end.
        if (expireTime <= until) return { ...REFUSED, instanceId }
        done.add(orderId)
        of(instanceId).until = expireTime
        return body
      },
    ),
  },
  {
    mistake: 'opens a frozen instance for whoever asks for it',
    rule: 'seller.story.refused',
    steps: ['newInstance first', 'FREEZE first', 'queryInstance first', 'UNFREEZE first'],
    breaks: remembering(
      () => ({ frozen: false, last: '' }),
      (body, of) => {
        const { activity, instanceId, status } = body
        if (activity === 'queryInstance') for (const id of String(instanceId).split(',')) of(id).frozen = false
        if (status !== 'FREEZE' && status !== 'UNFREEZE') return body
        const about = of(instanceId)
        if (status === 'UNFREEZE' && !about.frozen && about.last === 'FREEZE') return { ...REFUSED, instanceId }
        about.frozen = status === 'FREEZE'
        about.last = status
        return body
      },
    ),
  },
  {
    mistake: 'loses the second instance when the first is released that never was frozen',
    rule: 'seller.instance.lost',
    steps: ['newInstance first', 'newInstance second', 'releaseInstance first', 'queryInstance second'],
    breaks: (good, key) => {
      const opened: string[] = []
      const lost = new Set<unknown>()
      const frozen = new Set<unknown>()
      const broken = seeing(good, key, (body) => {
        const { activity, instanceId, status } = body
        if (status === 'FREEZE') frozen.add(instanceId)
        if (activity === 'releaseInstance' && !frozen.has(instanceId)) {
          const next = opened[opened.indexOf(String(instanceId)) + 1]
          if (opened.includes(String(instanceId)) && next) lost.add(next)
        }
        return activity === 'queryInstance' && lost.has(instanceId) ? { ...body, instanceId: GONE } : body
      })
      return async (request) => {
        const answer = (await (await broken(request)).json()) as Record<string, unknown>
        const id = answer['instanceId']
        if (typeof id === 'string' && !opened.includes(id)) opened.push(id)
        return Response.json(answer)
      }
    },
  },
  {
    mistake: 'opens a released instance again when its order is repeated',
    rule: 'seller.repeat.reopens',
    steps: ['newInstance first', 'releaseInstance first', 'queryInstance first', 'newInstance first as in 1', 'queryInstance first'],
    breaks: (good) => {
      const again = new Set<unknown>()
      const released = new Set<unknown>()
      return async (request) => {
        const asked = (await request
          .clone()
          .json()
          .catch(() => null)) as Body | null
        if (asked === null) return good(request)
        const { activity, instanceId } = asked
        const answer = (await (await good(request)).json()) as Body
        if (answer['resultCode'] === '000000' && activity === 'releaseInstance') released.add(instanceId)
        if (released.has(answer['instanceId'])) again.add(answer['instanceId'])
        if (activity !== 'queryInstance' || !again.has(instanceId)) return Response.json(answer)
        return Response.json({
          resultCode: '000000',
          resultMsg: 'success',
          info: [{ instanceId, appInfo: { frontEndUrl: 'https://crm.example.com' } }],
        })
      }
    },
  },
]
