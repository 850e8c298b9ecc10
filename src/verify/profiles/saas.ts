import type { Case, Profile } from '../case.ts'
import { bodies, freezingBodies, renewalBodies } from '../cases/bodies.ts'
import { changeChecks } from '../cases/change-check.ts'
import { afterRelease, afterReleaseOfPeriod, disorder, frozenUpgrade } from '../cases/disorder.ts'
import { showsBefore, stillServes, stillShows } from '../cases/isolation.ts'
import { RENEWAL } from '../cases/members.ts'
import { signatures } from '../cases/signatures.ts'
import { transport } from '../cases/transport.ts'
import {
  CHANGES,
  FREEZES,
  MAY_FREEZE,
  OPENS,
  REFUSES,
  REFUSES_FREEZING,
  REFUSES_RENEWALS,
  RELEASES,
  RENEWS,
  SCENES,
  SEVERAL_LINES,
  SHOWS,
  showsUse,
} from './basic.ts'
import { kitCases, SKIPPED_OF_KIT } from './kit.ts'

interface Kind {
  readonly name: string
  readonly title: string
  /** Cases before the release of the instance. */
  readonly lives: readonly Case[]
  readonly refuses: readonly Case[]
  /** Cases in addition to HOSTILE. */
  readonly hostile?: readonly Case[]
  /** Cases of the release. */
  readonly over?: readonly Case[]
  readonly skipped: Profile['skipped']
}

const ON_DEMAND = 'OFFI461867333479178246'
const CHANGE_REASON = 'only for products that can be upgraded; their profile tests it'
const PUSH = { name: 'usage push', reason: 'the seller pushes its usage records to the open API: test that with a sandbox' }

/** Cases that are the same for every kind of product: signatures, bodies, transport. */
const HOSTILE = [...signatures, ...bodies, ...transport]

/** The calls that a seller must serve (koogallery.md 1.1), by charging mode. */
const KINDS: readonly Kind[] = [
  {
    name: 'period',
    title: 'by period, trials included',
    lives: [...SHOWS, ...RENEWS, ...SCENES, ...FREEZES, ...disorder],
    refuses: [...REFUSES, ...REFUSES_RENEWALS, ...REFUSES_FREEZING],
    hostile: [...renewalBodies, ...freezingBodies],
    over: afterReleaseOfPeriod,
    skipped: [
      { name: 'upgradeInstance', reason: CHANGE_REASON },
      { name: 'changeInstanceCheck', reason: CHANGE_REASON },
    ],
  },
  {
    name: 'period-upgradable',
    title: 'by period that can be upgraded',
    lives: [...SHOWS, ...RENEWS, ...SCENES, ...FREEZES, ...disorder, ...CHANGES, ...changeChecks, ...frozenUpgrade],
    refuses: [...REFUSES, ...REFUSES_RENEWALS, ...REFUSES_FREEZING],
    hostile: [...renewalBodies, ...freezingBodies],
    over: afterReleaseOfPeriod,
    skipped: [],
  },
  {
    name: 'one-time',
    title: 'sold once',
    lives: SHOWS,
    refuses: REFUSES,
    skipped: [{ name: 'refreshInstance, updateInstanceStatus', reason: 'a product that is sold once neither expires nor is renewed' }],
  },
  {
    name: 'usage',
    title: 'paid by use (pay-per-use and packages)',
    lives: [...showsUse(ON_DEMAND), ...RENEWS, ...MAY_FREEZE],
    refuses: [...REFUSES, ...REFUSES_RENEWALS],
    hostile: renewalBodies,
    skipped: [PUSH],
  },
]

/** Releasing, renewing, freezing or upgrading one instance does not affect the other. */
const isolation = (lives: readonly Case[]): readonly Case[] => [
  stillShows('queryInstance', 'releaseInstance', 'isolation.before'),
  ...(lives.some(({ name }) => name === 'refreshInstance')
    ? [
        stillServes(
          'refreshInstance',
          { ...RENEWAL, instanceId: '$second', orderId: '$renewalOther', orderLineId: '$renewalOther-000001', expireTime: '$inTwoYears' },
          'releaseInstance',
          ['isolation.before', 'refreshInstance'],
        ),
      ]
    : []),
]

/** The cases of a kind of product; those of the kit come while the instance lives. */
const casesOf = ({ lives, refuses, hostile = [], over = [] }: (typeof KINDS)[number], kit: readonly Case[] = []): readonly Case[] => [
  ...OPENS,
  ...SEVERAL_LINES,
  ...lives,
  ...kit,
  ...refuses,
  ...HOSTILE,
  ...hostile,
  showsBefore('queryInstance'),
  ...RELEASES,
  ...isolation(lives),
  ...afterRelease,
  ...over,
]

/** SaaS products of the general and self-service kinds with basic interfaces V2.0, and joint operations, which add the kit. */
export const SAAS: readonly Profile[] = [
  ...KINDS.map(
    (kind): Profile => ({
      name: `saas-${kind.name}`,
      title: `SaaS ${kind.title}, production interface V2.0`,
      uses: ['basic'],
      cases: casesOf(kind),
      skipped: kind.skipped,
    }),
  ),
  ...KINDS.map(
    (kind): Profile => ({
      name: `joint-${kind.name}`,
      title: `Joint operations ${kind.title}, production interface V2.0 and the kit`,
      uses: ['basic', 'kit'],
      cases: casesOf(kind, kitCases({ instanceId: '$first', orderId: '$order' }, 'newInstance')),
      skipped: [...kind.skipped, ...SKIPPED_OF_KIT],
    }),
  ),
]
