import type { Case, Member, Members, Profile, Rule } from '../case.ts'
import { ADDED, ISOLATED, PARAMETER } from './rules.ts'
import { FINE, inAnyOrder, inTime, missing, together, twice, unsigned, untimely } from './shapes.ts'

/** Repeated additions and removals succeed, and a removal does not depend on the instance (koogallery.md 5.7). */
const REMOVAL: Rule = {
  code: 'seller.removal.refused',
  source: 'S-41',
  evidence: 'seed',
  hint: 'Answer 000000 to the removal of something that does not exist (any more), and do not check the instance first.',
}
const DISORDER: Rule = {
  code: 'seller.order.demanded',
  source: 'S-31',
  evidence: 'seed',
  hint: 'While testFlag is 1, the interfaces may be called in any order: each succeeds whatever was synchronised before.',
}
const SECRET: Rule = {
  code: 'seller.secret.unchecked',
  source: 'SC/saascenter_usermanual_0169',
  evidence: 'inferred',
  hint: 'clientSecret is encrypted with the public key of the application credential: decrypt it during the call, and refuse a secret that cannot be decrypted.',
}
const TEXT_LIST: Rule = {
  code: 'seller.list-as-text.refused',
  source: 'CN/zh-cn_topic_0070649437',
  evidence: 'doc',
  level: 'warning',
  hint: 'The table says that orgInfoList is an array, the examples of the same page write it as text: accept both.',
}

const DEPARTMENTS = [
  { orgCode: '265789314', orgName: '总部', parentCode: '' },
  { orgCode: '00000001', orgName: '产品部', parentCode: '265789314' },
]
const USER = { name: '张三', position: '系统管理员', orgCode: '00000001', role: 'admin', enable: 'true', mobile: '', email: '' }
const users = (count: number) => Array.from({ length: count }, (_, i) => ({ userName: `zhangsan${`${i + 1}`.padStart(3, '0')}`, ...USER }))
/** A ciphertext that no key can decrypt. */
const UNREADABLE = 'bm90LWEtcmVhbC1jaXBoZXJ0ZXh0'

type Sync = 'tenantSync' | 'applicationSync' | 'authSync' | 'singleOrgSync' | 'allOrgSync'

/** Differences of the kit's V1.0: lists are JSON text, departments have another name, and there are fewer flags. */
interface Edition {
  readonly service: 'production' | 'production-v1'
  readonly departments: Members
  readonly users: (list: readonly { readonly [name: string]: Member }[]) => Member
  readonly modifies: readonly Sync[]
  readonly withdraws: boolean
}

const V2: Edition = {
  service: 'production',
  departments: { orgInfoList: DEPARTMENTS },
  users: (list) => list,
  modifies: ['tenantSync', 'applicationSync', 'authSync', 'singleOrgSync'],
  withdraws: true,
}

const V1: Edition = {
  service: 'production-v1',
  departments: { orgInfo: JSON.stringify(DEPARTMENTS.map(({ orgName: name, ...rest }) => ({ ...rest, name }))) },
  users: (list) => JSON.stringify(list),
  modifies: ['authSync'],
  withdraws: false,
}

/**
 * Cases of the five interfaces of the kit (koogallery.md 5).
 * @param bought instance and order; both are empty while a seller is debugging or applying for its credential
 * @param after the case that must have passed, if the profile has other cases than the kit's
 */
export function kitCases(bought: Members, after?: string, edition: Edition = V2): readonly Case[] {
  const { service } = edition
  const ref = (name: string) => `${service}.${name}`
  const bodies = bodiesFor(edition, bought, '$tenant')
  const others = bodiesFor(edition, bought, '$tenantInDisorder')
  const { tenantSync, applicationSync, allOrgSync, authSync, singleOrgSync } = bodies
  const cases: readonly Case[] = [
    ...twice(ref('tenantSync'), 'An enterprise is registered', tenantSync),
    ...twice(ref('applicationSync'), 'Its application and the OAuth client', applicationSync),
    ...twice(ref('allOrgSync'), 'Its departments', allOrgSync),
    ...twice(ref('authSync'), 'Users who may log in', authSync),
    ...twice(ref('singleOrgSync'), 'One more department', singleOrgSync),
    together(ref('tenantSync'), { ...tenantSync, tenantId: '$tenantAtOnce' }),
    together(ref('authSync'), { ...authSync, tenantId: '$tenantAtOnce' }),
    ...edition.modifies.map((name) => changed(ref(name), 'modify', 'is changed', { ...bodies[name], flag: 2 })),
    ...(edition.withdraws ? [changed(ref('authSync'), 'withdraw', 'withdraws an authorisation', { ...authSync, flag: 3 })] : []),
    changed(ref('authSync'), 'many', 'takes 500 people at once', { ...authSync, userList: edition.users(users(500)) }),
    ...(edition === V2
      ? [{ ...changed(ref('allOrgSync'), 'text', 'takes its list as text', asText(allOrgSync)), otherwise: TEXT_LIST }]
      : []),
    ...(['authSync', 'singleOrgSync', 'allOrgSync'] as const).map((name) => ({
      ...changed(ref(name), 'out-of-order', 'is accepted before the enterprise is known', others[name]),
      otherwise: DISORDER,
    })),
    {
      ...changed(ref('tenantSync'), 'added-member', 'ignores an additional unknown member', {
        ...tenantSync,
        addedSomeDay: 'yes',
      }),
      otherwise: ADDED,
    },
    changed(ref('tenantSync'), 'text', 'signs a name with special characters unchanged', { ...tenantSync, name: '华为 "测试" \\ 😀 </b>' }),
    ...unsigned(ref('tenantSync'), tenantSync, 'kit.'),
    ...(edition === V2
      ? [
          ...untimely(ref('tenantSync'), tenantSync, 'kit.'),
          inTime(ref('tenantSync'), tenantSync, 'tenantSync.repeated', 'kit.'),
          inAnyOrder(ref('tenantSync'), tenantSync, 'tenantSync.repeated', 'kit.'),
        ]
      : []),
    ...(
      [
        ['tenantSync', 'tenantId'],
        ['applicationSync', 'appId'],
        ['authSync', 'userList'],
        ['singleOrgSync', 'orgCode'],
      ] as const
    ).map(([name, member]) => missing(ref(name), member, bodies[name], ['000002'], name)),
    {
      ...changed(ref('tenantSync'), 'flag', 'refuses the unknown flag 9', { ...tenantSync, flag: 9 }),
      codes: ['000002'],
      otherwise: PARAMETER,
    },
    {
      ...changed(ref('applicationSync'), 'secret', 'refuses a secret that it cannot decrypt', {
        ...applicationSync,
        clientSecret: UNREADABLE,
      }),
      // The sample project answers 000101.
      codes: ['000002', '000005', '000101'],
      otherwise: SECRET,
    },
    ...(['singleOrgSync', 'authSync', 'applicationSync', 'tenantSync'] as const).flatMap((name) =>
      twice(ref(name), `${name} removes what it added`, { ...bodies[name], flag: 0 }, 'remove', REMOVAL),
    ),
    {
      ...changed(ref('authSync'), 'other-tenant', 'still works for another enterprise after one was removed', {
        ...authSync,
        tenantId: '$tenantAtOnce',
      }),
      otherwise: ISOLATED,
      after: ['authSync.at-once', 'tenantSync.remove'],
    },
    {
      ...changed(
        ref('tenantSync'),
        'remove-unknown',
        'removes from an unknown instance',
        { ...tenantSync, instanceId: '$unknown', flag: 0 },
        '',
      ),
      otherwise: REMOVAL,
    },
  ]
  return after === undefined ? cases : cases.map((one) => ({ after, ...one }))
}

/** The kit of V1.0, its tokens in headers. */
export const kitCasesV1 = (bought: Members, after?: string) => kitCases(bought, after, V1)

export const SKIPPED_OF_KIT: Profile['skipped'] = [
  { name: 'login', reason: 'the identity centre is called by the seller: log in at a sandbox' },
]

export const KIT: readonly Profile[] = [
  {
    name: 'kit',
    title: 'Joint-operations kit alone, as while a credential is applied for',
    uses: ['kit'],
    cases: kitCases({}),
    skipped: SKIPPED_OF_KIT,
  },
  {
    name: 'v1-kit',
    title: 'Joint-operations kit alone, retired interface V1.0',
    uses: ['kit'],
    cases: kitCasesV1({}),
    skipped: SKIPPED_OF_KIT,
  },
]

function changed(operation: string, variant: string, says: string, set: Members, after?: string): Case {
  const name = operation.slice(operation.indexOf('.') + 1)
  return { name: `${name}.${variant}`, title: `${name} ${says}`, operation, set, codes: FINE, ...(after === '' ? {} : { after: name }) }
}

function bodiesFor(edition: Edition, { instanceId = '', orderId = '' }: Members, tenantId: string): Readonly<Record<Sync, Members>> {
  const of = { instanceId, tenantId }
  const tenant = { tenantCode: 'huawei', name: 'huaweitest', domainName: 'https://example.tenantaccount.com' }
  return {
    tenantSync: { ...of, orderId, ...tenant },
    applicationSync: { ...of, appId: '$application', clientId: '$client', clientSecret: '$clientSecret' },
    allOrgSync: { ...of, ...edition.departments },
    authSync: { ...of, appId: '$application', userList: edition.users(users(2)) },
    singleOrgSync: { ...of, orgCode: '10000', orgName: '开发部', parentCode: '' },
  }
}

function asText({ orgInfoList, ...rest }: Members): Members {
  return { ...rest, orgInfoList: JSON.stringify(orgInfoList) }
}
