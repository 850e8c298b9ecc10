import type { Mistake } from './mistake.ts'
import { COUNTS_CALLS, TOGETHER } from './together.ts'

const NONCES = '  const nonces = new Map<string, number>()\n'
const STATUS = "      instance.status = status === 'FREEZE' ? 'frozen' : 'open'\n"
/** Takes its time for one activity, and what it does when the next one comes meanwhile. */
const busy = (activity: string): Mistake['changes'] => [
  [NONCES, `${NONCES}  const busy = new Set()\n`],
  [
    `    ${activity}(body) {\n`,
    `    async ${activity}(body) {
      if (busy.has(body.instanceId)) throw new Refusal(CODE.internalError, 'busy')
      busy.add(body.instanceId)
      ${TOGETHER}      busy.delete(body.instanceId)\n`,
  ],
  ...COUNTS_CALLS,
]

/** Mistakes about the order in which calls come. */
export const ORDER: readonly Mistake[] = [
  {
    name: 'busy-renewing',
    mistake: 'refuses a renewal while it works at one',
    rule: 'seller.at-once.refused',
    says: /Two calls for one renewal/,
    changes: busy('refreshInstance'),
  },
  {
    name: 'busy-releasing',
    mistake: 'refuses a release while it works at one',
    rule: 'seller.at-once.refused',
    says: /first one is still in progress/,
    changes: busy('releaseInstance'),
  },
  {
    name: 'frozen-not-renewed',
    mistake: 'does not renew what is frozen',
    rule: 'seller.frozen.renewal-refused',
    says: /A frozen instance can be renewed/,
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
    says: /a frozen instance may be upgraded/,
    warns: true,
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
    says: /if the instance is already open/,
    warns: true,
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
    says: /A released instance is gone/,
    warns: true,
    changes: [["if (!instance || instance.status === 'released') throw", 'if (!instance) throw']],
  },
  {
    name: 'release-of-all',
    mistake: 'releases every instance',
    rule: 'seller.isolation.broken',
    says: /another customer's was changed too/,
    changes: [["      instance.status = 'released'\n", "      for (const one of instances.values()) one.status = 'released'\n"]],
  },
  {
    name: 'release-ignored',
    mistake: 'answers a release and keeps the instance',
    rule: 'seller.released.alive',
    says: /A released instance is gone/,
    warns: true,
    changes: [["      instance.status = 'released'\n", '']],
  },
  {
    name: 'release-of-nothing-fails',
    mistake: 'fails by an error of its own when what never was is released',
    rule: 'seller.release.unknown-failed',
    says: /release of an unknown instance/,
    warns: true,
    changes: [["if (!instance) throw new Refusal(CODE.noSuchInstance, 'no such instance')", "if (!instance) throw new Error('no row')"]],
  },
]
