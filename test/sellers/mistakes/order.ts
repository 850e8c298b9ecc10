import type { Mistake } from './mistake.ts'

const NONCES = '  const nonces = new Map<string, number>()\n'
const DONE = "return answer(CODE.success, 'success', activities[name]?.(body))"
const STATUS = "      instance.status = status === 'FREEZE' ? 'frozen' : 'open'\n"
/** Takes its time for one activity, and what it does when the next one comes meanwhile. */
const busy = (activity: string): Mistake['changes'] => [
  [NONCES, `${NONCES}  const busy = new Set()\n`],
  [
    `    ${activity}(body) {\n`,
    `    async ${activity}(body) {
      if (busy.has(body.instanceId)) throw new Refusal(CODE.internalError, 'busy')
      busy.add(body.instanceId)
      await new Promise((resolve) => setTimeout(resolve, 5))
      busy.delete(body.instanceId)\n`,
  ],
  [DONE, DONE.replace('activities', 'await activities')],
]

/** Mistakes about the order in which calls come. */
export const ORDER: readonly Mistake[] = [
  {
    name: 'busy-renewing',
    mistake: 'refuses a renewal while it works at one',
    rule: 'seller.at-once.refused',
    changes: busy('refreshInstance'),
  },
  {
    name: 'busy-releasing',
    mistake: 'refuses a release while it works at one',
    rule: 'seller.at-once.refused',
    changes: busy('releaseInstance'),
  },
  {
    name: 'frozen-not-renewed',
    mistake: 'does not renew what is frozen',
    rule: 'seller.frozen.renewal-refused',
    changes: [
      [
        "      const scene = text(body, 'scene')\n",
        "      const scene = text(body, 'scene')\n      if (instance.status === 'frozen') throw new Refusal(CODE.illegalParameter, 'frozen')\n",
      ],
    ],
  },
  {
    name: 'frozen-upgrade-fails',
    mistake: 'fails by a code of its own when what is frozen is upgraded',
    rule: 'seller.frozen.upgrade-failed',
    changes: [
      [
        "      once(existing(text(body, 'instanceId')), body, () => {})\n",
        "      const instance = existing(text(body, 'instanceId'))\n      if (instance.status === 'frozen') throw new Refusal(CODE.authenticationFailed, 'frozen')\n      once(instance, body, () => {})\n",
      ],
    ],
  },
  {
    name: 'never-frozen',
    mistake: 'does not open what was never frozen',
    rule: 'seller.unfreeze.refused',
    changes: [
      [
        STATUS,
        `      if (status === 'UNFREEZE' && !instance.wasFrozen) throw new Refusal(CODE.illegalParameter, 'never frozen')\n      instance.wasFrozen = true\n${STATUS}`,
      ],
    ],
  },
  {
    name: 'alive-after-release',
    mistake: 'renews and freezes what was released',
    rule: 'seller.released.alive',
    changes: [["if (!instance || instance.status === 'released') throw", 'if (!instance) throw']],
  },
  {
    name: 'release-of-all',
    mistake: 'releases every instance',
    rule: 'seller.isolation.broken',
    changes: [["      instance.status = 'released'\n", "      for (const one of instances.values()) one.status = 'released'\n"]],
  },
  {
    name: 'release-ignored',
    mistake: 'answers a release and keeps the instance',
    rule: 'seller.released.alive',
    warns: true,
    changes: [["      instance.status = 'released'\n", '']],
  },
  {
    name: 'release-of-nothing-fails',
    mistake: 'fails by an error of its own when what never was is released',
    rule: 'seller.release.unknown-failed',
    changes: [["if (!instance) throw new Refusal(CODE.noSuchInstance, 'no such instance')", "if (!instance) throw new Error('no row')"]],
  },
]
