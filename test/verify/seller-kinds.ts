import { createSeller } from '../../examples/seller-hono/seller.ts'
import { signBody } from '../../src/signing/index.ts'
import { type Flaw, forgets, makesLicences, oneForAnOrder, refuses, refusesAgain, takes, takesStrangers } from '../sellers/flaw-makers.ts'
import type { Body, Flaws } from '../sellers/good/flaws.ts'
import { createKitSeller, createKitSellerV1 } from '../sellers/good/kit.ts'
import { createCodeSeller, createNotifiedSeller, createOnlineLicenceSeller } from '../sellers/good/posted.ts'
import { createFirstSeller } from '../sellers/good/v1.ts'

/** What sellers are made with. */
export interface Means {
  readonly keys: Readonly<Record<'basic' | 'kit' | 'licence' | 'notification', string>>
  readonly privateKey: string
  /** A licence code that is known. */
  readonly licence: string
}

interface Fetcher {
  fetch(request: Request): Response | Promise<Response>
}

/** A kind of seller: a good one, and mistakes with the one rule that each breaks. */
export interface Kind {
  readonly seller: (means: Means, flaws?: Flaws) => Fetcher
  readonly flaws: readonly Flaw[]
}

const TRUSTS: Flaw = ['does not check the signature', 'seller.signature.unchecked', { trusting: true }]
const TIMELESS: Flaw = ['takes calls of any age', 'seller.timestamp.unchecked', { timeless: true }]

const AS_SENT: Flaw = ['signs the body as it came', 'seller.signature.unsorted', { asSent: true }]
const NARROW: Flaw = ['takes calls of the last half minute only', 'seller.timestamp.narrow', { within: 30_000 }]

/** The example seller; what it is asked is read from a copy of the request. */
const saas: Kind['seller'] = ({ keys }, { changeAnswer } = {}) => {
  const good = createSeller({ key: keys.basic, site: 'https://crm.example.com' })
  if (!changeAnswer) return good
  return {
    async fetch(request) {
      const body = (await request
        .clone()
        .json()
        .catch(() => null)) as Body | null
      // What is no call is the good one's affair.
      if (body === null) return good.fetch(request)
      return Response.json(changeAnswer((await (await good.fetch(request)).json()) as Body, body, String(body['activity'])))
    },
  }
}

const USAGE = [{ usageValue: 0, statisticalTime: '20261126000000000' }]
/** The same with the figures of what is paid by use. */
const usage: Kind['seller'] = (means, { changeAnswer } = {}) =>
  saas(means, {
    changeAnswer(answer, body, name) {
      const withUsage = Array.isArray(answer['info'])
        ? { ...answer, info: answer['info'].map((one: Body) => ({ ...one, usageInfo: USAGE })) }
        : answer
      return changeAnswer?.(withUsage, body, name) ?? withUsage
    },
  })

/** Two sellers at one address: the kit by its path, the rest by activity. */
function joint(basic: Kind['seller'], kit: Kind['seller']): Kind['seller'] {
  return (means, flaws) => {
    const [one, other] = [basic(means), kit(means, flaws)]
    return { fetch: (request) => (new URL(request.url).pathname.includes('/produceAPI/') ? other : one).fetch(request) }
  }
}

const kit: Kind['seller'] = ({ keys, privateKey }, flaws) => createKitSeller({ key: keys.kit, privateKey }, flaws)
const kitV1: Kind['seller'] = ({ keys, privateKey }, flaws) => createKitSellerV1({ key: keys.kit, privateKey }, flaws)
const first: Kind['seller'] = ({ keys }, flaws) => createFirstSeller(keys.basic, flaws)

const onlineLicence: Kind['seller'] = ({ keys }, flaws) => createOnlineLicenceSeller(keys.basic, flaws)

const ofNobody = (body: Body) => body['flag'] === 0 && String(body['instanceId']).startsWith('nobody')
const disordered = (body: Body, name: string) => name === 'authSync' && String(body['tenantId']).endsWith('-2')
const isLong = ({ userList }: Body) =>
  (typeof userList === 'string' ? (JSON.parse(userList) as unknown[]) : (userList as unknown[]))?.length > 100

export const KINDS: Readonly<Record<string, Kind>> = {
  'saas-period': { seller: saas, flaws: [refusesAgain('updateInstanceStatus')] },
  'saas-period-upgradable': {
    seller: saas,
    flaws: [
      refusesAgain('changeInstanceCheck'),
      ['does not know changeInstanceCheck', 'answer.resultCode.failure', refuses((_body, name) => name === 'changeInstanceCheck')],
    ],
  },
  'saas-one-time': { seller: saas, flaws: [refusesAgain('releaseInstance')] },
  'saas-usage': {
    seller: usage,
    flaws: [
      [
        'tells no figures',
        'answer.usageInfo.missing',
        { changeAnswer: (answer) => JSON.parse(JSON.stringify(answer).replaceAll('usageInfo', 'use')) as Body },
      ],
      ['keeps one instance for an order', 'answer.instanceId.shared', oneForAnOrder()],
    ],
  },
  'joint-period': { seller: joint(saas, kit), flaws: [TRUSTS, refusesAgain('tenantSync')] },
  'joint-period-upgradable': { seller: joint(saas, kit), flaws: [] },
  'joint-one-time': { seller: joint(saas, kit), flaws: [] },
  'joint-usage': { seller: joint(usage, kit), flaws: [] },
  kit: {
    seller: kit,
    flaws: [
      TRUSTS,
      TIMELESS,
      AS_SENT,
      NARROW,
      refusesAgain('applicationSync'),
      ['looks for the instance that it is to remove', 'seller.removal.refused', refuses(ofNobody, '000003')],
      ['wants the enterprise before its people', 'seller.order.demanded', refuses(disordered)],
      ['does not read the secret', 'seller.secret.unchecked', takes(({ clientSecret }) => clientSecret === 'bm90LWEtcmVhbC1jaXBoZXJ0ZXh0')],
      ['takes any flag', 'seller.parameter.unchecked', takes(({ flag }) => flag === 9)],
      ['refuses members that it does not know', 'seller.added-member.refused', refuses((body) => 'addedSomeDay' in body)],
      ['takes a hundred people at most', 'answer.resultCode.failure', refuses(isLong)],
    ],
  },
  'v1-kit': {
    seller: kitV1,
    flaws: [TRUSTS, refusesAgain('authSync'), ['signs no answer', 'answer.body-sign.missing', { signAnswer: () => '' }]],
  },
  'licence-code': {
    seller: ({ keys, licence }, flaws) => createCodeSeller(keys.licence, [licence], flaws),
    flaws: [TRUSTS, TIMELESS, AS_SENT, NARROW, takesStrangers('refreshLicenseCode'), refusesAgain('releaseLicenseCode')],
  },
  'online-licence-period': {
    seller: onlineLicence,
    flaws: [
      TRUSTS,
      AS_SENT,
      NARROW,
      takesStrangers('getLicenseAsync'),
      [
        'does not ask for an eventId',
        'seller.parameter.unchecked',
        takes((body, name) => name === 'getLicenseAsync' && !('eventId' in body)),
      ],
    ],
  },
  'online-licence-one-time': { seller: onlineLicence, flaws: [TIMELESS] },
  'v1-licence': {
    seller: first,
    flaws: [
      TRUSTS,
      refusesAgain('releaseLicense'),
      ['decodes the token twice', 'seller.token.misread', { changeToken: (token) => token.replaceAll('+', ' ') }],
      ['makes another licence for the same order', 'answer.license.changed', makesLicences()],
    ],
  },
  'order-notification': {
    seller: ({ keys }, flaws) => createNotifiedSeller(keys.notification, flaws),
    flaws: [
      TRUSTS,
      TIMELESS,
      AS_SENT,
      NARROW,
      refusesAgain('orderNotify'),
      [
        'says zero and not six zeros',
        'answer.field.wrong',
        { changeAnswer: ({ resultCode, ...rest }) => ({ ...rest, resultCode: Number(resultCode) }) },
      ],
    ],
  },
  'v1-period': {
    seller: first,
    flaws: [
      TRUSTS,
      takesStrangers('expireInstance'),
      refusesAgain('refreshInstance'),
      ['opens another instance for the same order', 'answer.instanceId.changed', forgets('newInstance')],
      [
        'signs in hex',
        'answer.body-sign.wrong',
        { signAnswer: (text, key) => signBody(text, key).header.replace(/signature="[^"]*"/, `signature="${'0'.repeat(64)}"`) },
      ],
      [
        'writes the signature without quotation marks',
        'answer.body-sign.malformed',
        { signAnswer: (text, key) => signBody(text, key).header.replaceAll('"', '') },
      ],
      [
        'tells the password as it is',
        'answer.credentials.not-encrypted',
        {
          changeAnswer: (answer) =>
            answer['appInfo'] ? { ...answer, appInfo: { frontEndUrl: 'https://crm.example.com', password: 'Change-me-1' } } : answer,
        },
      ],
    ],
  },
  'v1-period-upgradable': {
    seller: first,
    flaws: [
      refusesAgain('upgrade'),
      ['decodes the token twice', 'seller.token.misread', { changeToken: (token) => token.replaceAll('+', ' ') }],
    ],
  },
  'v1-one-time': {
    seller: first,
    flaws: [
      refusesAgain('releaseInstance'),
      [
        'takes a telephone number for what it is',
        'seller.contact.unread',
        refuses(({ mobilePhone }) => mobilePhone !== undefined && !/^\d+$/.test(String(mobilePhone)), '000101'),
      ],
    ],
  },
  'v1-usage': {
    seller: first,
    flaws: [
      ['keeps one instance for an order', 'answer.instanceId.shared', oneForAnOrder()],
      ['shows no instance', 'answer.info.missing', { changeAnswer: (answer) => ('info' in answer ? { ...answer, info: [] } : answer) }],
    ],
  },
  'v1-joint-period': { seller: joint(first, kitV1), flaws: [TRUSTS] },
  'v1-joint-period-upgradable': { seller: joint(first, kitV1), flaws: [] },
  'v1-joint-one-time': { seller: joint(first, kitV1), flaws: [] },
  'v1-joint-usage': { seller: joint(first, kitV1), flaws: [] },
}
