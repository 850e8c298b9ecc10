import type { Setting } from '../../world/engine/settings-api.ts'
import type { Role } from '../../world/entities/kinds-api.ts'
import type { Evidence } from '../finding.ts'

/** A JSON Schema 2020-12 object, as OpenAPI 3.1 carries it. */
export interface Schema {
  readonly [keyword: string]: unknown
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly $ref?: string
}

/** The methods OpenAPI knows, as keys of a path. */
export const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'] as const

/** What the special forms of one query parameter mean (S-06). */
export type PresenceMeaning = 'ignore' | 'refuse' | 'value'
/** The special forms of one query parameter and what each means there; what is not said is a `value`. */
export interface Presence {
  /** `name` or `name=` */
  readonly empty?: PresenceMeaning
  /** `name=""` */
  readonly emptyString?: PresenceMeaning
  /** `name=null` */
  readonly null?: PresenceMeaning
}

/** How a caller may show who it is. */
export type AuthKind = 'token' | 'aksk' | 'appcode' | 'usage' | 'bearer' | 'none'

/** One parameter of an operation. */
export interface ParameterDoc {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required?: boolean
  readonly schema: Schema
  readonly description?: string
  readonly style?: string
  readonly explode?: boolean
  readonly 'x-presence'?: Presence
  readonly 'x-caseless'?: boolean
  readonly 'x-source'?: readonly string[]
  readonly 'x-evidence'?: Evidence
}

/** A body of one media type. */
export interface MediaDoc {
  readonly schema?: Schema
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value: unknown; readonly summary?: string }>>
}

/** One documented answer. */
export interface ResponseDoc {
  readonly description?: string
  readonly headers?: Readonly<Record<string, { readonly schema?: Schema; readonly required?: boolean; readonly example?: unknown }>>
  readonly content?: Readonly<Record<string, MediaDoc>>
  /** Of a foreign answer: the media types as they are written. `application/json` stands for one of them in `content`. */
  readonly 'x-media'?: readonly string[]
}

/** One address of a service. */
export interface ServerDoc {
  readonly url: string
  readonly variables?: Readonly<Record<string, { readonly default?: string; readonly enum?: readonly string[] }>>
}

/** One operation after loading: everything inherited is written out, error answers are added. */
export interface OperationDoc {
  readonly operationId: string
  readonly summary?: string
  readonly description?: string
  readonly parameters?: readonly ParameterDoc[]
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, MediaDoc>> }
  readonly responses: Readonly<Record<string, ResponseDoc>>
  /** Of a foreign operation: answers by range, `4XX` and `default`. */
  readonly 'x-ranges'?: Readonly<Record<string, ResponseDoc>>
  readonly servers?: readonly ServerDoc[]
  readonly 'x-auth': readonly AuthKind[]
  /** The token may stand in the body alone, at /auth/identity/token/id. */
  readonly 'x-token-in-body'?: boolean
  readonly 'x-scope'?: 'domain' | 'project'
  readonly 'x-roles'?: readonly Role[]
  readonly 'x-permission'?: string
  readonly 'x-error-family'?: string
  /** Keys of the family's errors: `CBC.0100`, `invalid_grant:refresh`. */
  readonly 'x-errors': readonly { readonly code: string; readonly 'x-evidence'?: Evidence }[]
  readonly 'x-accepts-anything'?: string
  /** Bytes that a body may have, where that is not the gateway's 12 MB. */
  readonly 'x-body-limit'?: number
  readonly 'x-span'?: readonly { readonly from: string; readonly to: string; readonly max: string }[]
  readonly 'x-source': readonly string[]
  readonly 'x-evidence': Evidence
  /** Of calls towards the seller: what `activity` says, the path that is appended, how it is signed, whose key, what makes two calls one. */
  readonly 'x-activity'?: string
  readonly 'x-path'?: string
  readonly 'x-signature'?: 'v2' | 'kit' | 'v1'
  readonly 'x-key'?: string
  readonly 'x-idempotency'?: readonly string[]
  readonly 'x-result-codes'?: readonly (string | { readonly code: string; readonly 'x-evidence'?: Evidence })[]
  readonly 'x-origin'?: string
}

/** One `x-settings` entry: where the sources disagree or are silent. */
export interface SettingDoc extends Setting {
  readonly 'x-evidence'?: Evidence
}

/** One service as an OpenAPI 3.1 document, references to schemas left in. */
export interface ServiceDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly servers?: readonly ServerDoc[]
  readonly paths?: Readonly<Record<string, Readonly<Record<string, OperationDoc>>>>
  readonly webhooks?: Readonly<Record<string, Readonly<Record<string, OperationDoc>>>>
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
  readonly 'x-settings'?: Readonly<Record<string, SettingDoc>>
  /** Of a foreign document: what is not supported in it. */
  readonly 'x-told'?: readonly string[]
  /** `foreign` for a foreign document, which may hold keywords nobody here knows. */
  readonly 'x-origin'?: string
}

/** How a request may stray from its spec. The family's table says which error answers which kind. */
export type Violation = 'missing' | 'malformed' | 'range' | 'unsupported' | 'span' | 'unknown' | 'unparsable' | 'forbidden'

/** One entry of an error family; members beyond these fill the envelope's placeholders. */
export interface ErrorDoc {
  readonly status: number
  readonly message: string
  readonly meaning?: string
  readonly cause?: string
  /** `null` where the vendor sends the status without a body; else a shape of its own instead of the family's. */
  readonly body?: object | null
  readonly 'x-source'?: readonly string[]
  readonly 'x-evidence'?: Evidence
  readonly [extra: string]: unknown
}

/** Errors that share an envelope (`errors.yaml`). */
export interface FamilyDoc {
  readonly 'x-source'?: readonly string[]
  /** `media` is the content type of these errors where it is not plain JSON. */
  readonly envelope: { readonly schema: Schema; readonly body: unknown; readonly media?: string }
  readonly violations?: Readonly<Partial<Record<Violation | 'otherwise', string | readonly string[]>>>
  readonly errors: Readonly<Record<string, ErrorDoc>>
  readonly members?: Readonly<Record<string, Schema>>
  /** Codes of single entries of a request that is taken as a whole. */
  readonly records?: Readonly<Record<string, { readonly meaning: string }>>
  /** Other published tables of the same errors: per value of the setting, code by code, what they say instead. */
  readonly tables?: { readonly setting: string; readonly values: Readonly<Record<string, Readonly<Record<string, string>>>> }
}

/** Where a statement comes from (`sources.yaml`). */
export interface SourceDoc {
  readonly kind: string
  readonly document?: string
  readonly statement?: string
  readonly title?: string
  readonly address?: string
  readonly date?: string
}

/** All specs as plain JSON: what the loader makes of the YAML tree and what the package ships. */
export interface Bundle {
  readonly format: 1
  readonly services: Readonly<Record<string, ServiceDocument>>
  readonly families: Readonly<Record<string, Readonly<Record<string, FamilyDoc>>>>
  readonly settings: Readonly<Record<string, SettingDoc>>
  readonly sources: Readonly<Record<string, SourceDoc>>
  readonly machines: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  /** Scenarios by service and name (`specs/bss/scenarios.yaml`), checked by their reader in the scenario room. */
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Which fact causes which call of a seller (`specs/production/deliveries.yaml`), checked by its reader in the marketplace. */
  readonly deliveries: unknown
  /** Where each thing is written: `bss.ListCustomerOrders` → `specs/bss/operations/ListCustomerOrders.yaml:1`. */
  readonly places: Readonly<Record<string, string>>
  /** Starting worlds by name, as plain data (`fixtures/worlds`). */
  readonly worlds: Readonly<Record<string, unknown>>
}
