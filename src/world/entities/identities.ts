/**
 * The accounts of a world and their credentials: keys and tokens, sellers' keys, and the identity centre's clients, grants and people. The
 * rules of `entities.ts` apply: immutable, epoch milliseconds UTC, money in fen.
 */
import type { Role } from './kinds-api.ts'
import type { Level } from './levels.ts'

/** One account (domain) with its one IAM user. */
export interface Account {
  readonly id: string // 32 hex digits: customer_id, domain_id
  readonly role: Role
  readonly name: string // account (domain) name, used at the token call
  readonly displayName: string // 张伟 or a company
  readonly userId: string
  readonly userName: string // IAM user
  readonly password: string
  readonly projects: readonly { readonly id: string; readonly name: string }[] // name = region id, such as cn-north-4
  readonly partnerId?: string // the partner whose customer this is
  /** `fund`: what the project may still spend, in fen; absent = no limit. */
  readonly enterpriseProjects?: readonly { readonly id: string; readonly name: string; readonly fund?: number }[]
  readonly mobile?: string
  readonly email?: string
  /** 客户等级: decides how long ended resources are kept; absent = V0. */
  readonly level?: Level
  /** Days before the end at which automatic renewal is paid, 2 to 7; absent = 7. */
  readonly deductionDays?: number
  /** The day of the month on which renewed resources end, 1 to 28, or -1 for the last day; absent = none (统一到期日). */
  readonly commonEndDay?: number
  readonly balance: number // cash account, fen; below zero = arrears
  readonly budget?: number // what the organisation may still spend, fen
  readonly taxRate?: 'unknown' // no tax rate can be found for the account's region
  readonly paymentsPerDay?: number
  readonly frozen?: boolean // by the vendor: its resources cannot become on-demand (CBC.99003626)
  readonly customerType?: 'individual' | 'enterprise' // kind of real-name authentication; absent = enterprise
  readonly realName?: 'missing' // no real-name authentication; absent = done
  readonly baseCloud?: boolean // belongs to the base cloud (用户归属基地云赛道)
  readonly exclusiveFiling?: boolean // 备案专享客户: may file without a server of its own
  readonly contractParty?: string // 签约主体; only some may pay online (S-14)
  readonly operationProtection?: boolean // combined payment asks for a code (S-14)
  readonly contractProducts?: readonly string[] // products of the standard sales contract (S-13)
  readonly denied?: readonly string[] // revoked permissions, such as billing:order:pay
  readonly createdAt: number
  /** The world prints a key pair and a token of this account when it is opened. */
  readonly print?: Role
}

/** A permanent or temporary access key. Only temporary ones have `securityToken` and `expiresAt`. */
export interface AccessKey {
  readonly id: string // the AK
  readonly secret: string
  readonly accountId: string
  readonly securityToken?: string
  readonly expiresAt?: number
  /** Present on keys that were created in the console. */
  readonly createdAt?: number
}

/** A token of IAM. */
export interface Token {
  readonly id: string // the X-Subject-Token text
  readonly accountId: string
  readonly scope: { readonly domain: true } | { readonly projectId: string }
  readonly methods: readonly string[]
  readonly issuedAt: number
  readonly expiresAt: number
}

/** Failed signature checks of one access key. Five lock it for five minutes (S-28, gateway error table). */
export interface KeyFailures {
  readonly id: string // the AK
  readonly count: number
  readonly lockedUntil?: number
}

/** A seller's key for one interface type (基础接口, 联营kit, 授权码, 通用接口), or an AppCode of an API product: the seller's or a buyer's. */
export interface SellerKey {
  readonly id: string
  readonly accountId: string
  readonly use: 'basic' | 'kit' | 'licence' | 'notification' | 'appcode'
  readonly secret: string
  /** AppCodes of buyers: the bought resource that the code calls. */
  readonly resourceId?: string
}

/** An application credential of the identity centre (S-32). */
export interface OAuthClient {
  readonly id: string // client_id
  readonly secret: string
  readonly accountId: string
  readonly appId: string
  readonly redirectUris: readonly string[]
}

/** An authorization code, access token or refresh token of the identity centre (S-43). */
export interface Grant {
  readonly id: string
  readonly kind: 'code' | 'access' | 'refresh'
  readonly clientId: string
  readonly userId: string
  readonly scope: string
  readonly expiresAt: number
  /** Codes: the redirect address the code was sent to. */
  readonly redirectUri?: string
  readonly usedAt?: number
}

/** An end user of a buyer's organisation, as the identity centre knows it. */
export interface Person {
  readonly id: string
  readonly accountId: string
  readonly userName: string
  readonly name: string
  readonly email: string
  readonly mobile: string
  readonly role: 'user' | 'admin'
  readonly organizationName: string
  readonly organizationCode: string
}

/**
 * A department of a buyer's organisation (部门). People refer to theirs by its code. Departments without a stored entity are at the top
 * level.
 */
export interface Department {
  readonly id: string // `${accountId}|${orgCode}`
  readonly accountId: string
  readonly orgCode: string // unique in the organisation
  readonly orgName: string // unique in its level
  readonly parentCode: string // empty at the top
}
