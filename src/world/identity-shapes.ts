import { LEVELS } from './levels.ts'
import type { Field, ShapesOf } from './shape.ts'

const texts: Field = { list: 'text' }
const role = ['buyer', 'partner', 'seller'] as const

/** How who exists is written. */
export const IDENTITY_SHAPES = {
  accounts: {
    id: 'text',
    role: { oneOf: role },
    name: 'text',
    displayName: 'text',
    userId: 'text',
    userName: 'text',
    password: 'text',
    projects: { list: { object: { id: 'text', name: 'text' } } },
    partnerId: '@accounts?',
    enterpriseProjects: { list: { object: { id: 'text', name: 'text', fund: 'fen?' } }, optional: true },
    mobile: 'text?',
    email: 'text?',
    level: { oneOf: LEVELS, optional: true },
    deductionDays: 'number?',
    commonEndDay: 'number?',
    balance: 'fen',
    budget: 'fen?',
    taxRate: { oneOf: ['unknown'], optional: true },
    paymentsPerDay: 'number?',
    frozen: 'flag?',
    contractParty: 'text?',
    operationProtection: 'flag?',
    contractProducts: { list: '@products', optional: true },
    denied: { ...texts, optional: true },
    createdAt: 'time',
    print: { oneOf: role, optional: true },
  },
  keys: { id: 'text', secret: 'text', accountId: '@accounts', securityToken: 'text?', expiresAt: 'time?' },
  tokens: { id: 'text', accountId: '@accounts', scope: 'open', methods: texts, issuedAt: 'time', expiresAt: 'time' },
  failures: { id: 'text', count: 'number', lockedUntil: 'time?' },
  sellerKeys: {
    id: 'text',
    accountId: '@accounts',
    use: { oneOf: ['basic', 'kit', 'licence', 'notification', 'appcode'] },
    secret: 'text',
  },
  clients: { id: 'text', secret: 'text', accountId: '@accounts', appId: 'text', redirectUris: texts },
  grants: {
    id: 'text',
    kind: { oneOf: ['code', 'access', 'refresh'] },
    clientId: '@clients',
    userId: 'text',
    scope: 'text',
    expiresAt: 'time',
    redirectUri: 'text?',
    usedAt: 'time?',
  },
  people: {
    id: 'text',
    accountId: '@accounts',
    userName: 'text',
    name: 'text',
    email: 'text',
    mobile: 'text',
    role: { oneOf: ['user', 'admin'] },
    organizationName: 'text',
    organizationCode: 'text',
  },
  departments: { id: 'text', accountId: '@accounts', orgCode: 'text', orgName: 'text', parentCode: 'text' },
} as const satisfies ShapesOf<'accounts' | 'keys' | 'tokens' | 'failures' | 'sellerKeys' | 'clients' | 'grants' | 'people' | 'departments'>
