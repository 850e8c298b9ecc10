import type { Setting } from '../../world/engine/settings-api.ts'
import type { Role } from '../../world/entities/kinds-api.ts'
import type { Evidence } from '../finding.ts'

/** A JSON Schema 2020-12 object, as OpenAPI 3.1 contains it. */
export interface Schema {
  readonly [keyword: string]: unknown
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly $ref?: string
}

/** The methods of OpenAPI, as keys of a path. `query` is one since OpenAPI 3.2. */
export const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace', 'query'] as const

/** The possible meanings of the special forms of one query parameter (S-06). */
export type PresenceMeaning = 'ignore' | 'refuse' | 'value'
/** The special forms of one query parameter and the meaning of each; a form without an entry is a `value`. */
export interface Presence {
  /** `name` or `name=` */
  readonly empty?: PresenceMeaning
  /** `name=""` */
  readonly emptyString?: PresenceMeaning
  /** `name=null` */
  readonly null?: PresenceMeaning
}

/** How a caller may authenticate. */
export const AUTH_KINDS = ['token', 'aksk', 'appcode', 'usage', 'bearer', 'none'] as const
export type AuthKind = (typeof AUTH_KINDS)[number]

/** One parameter of an operation. */
export interface ParameterDoc {
  readonly name: string
  readonly in: 'path' | 'query' | 'header' | 'cookie'
  readonly required?: boolean
  /** `{}` where `content` describes the value. */
  readonly schema: Schema
  /** Of a foreign parameter: one media type. The value is a text of that type. */
  readonly content?: Readonly<Record<string, MediaDoc>>
  readonly description?: string
  readonly style?: string
  readonly explode?: boolean
  readonly allowReserved?: boolean
  readonly allowEmptyValue?: boolean
  readonly deprecated?: boolean
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, ExampleDoc>>
  readonly 'x-presence'?: Presence
  readonly 'x-caseless'?: boolean
  readonly 'x-source'?: readonly string[]
  readonly 'x-evidence'?: Evidence
}

/** One example. `value` is absent where the document names only an address (`externalValue`). */
export interface ExampleDoc {
  readonly value: unknown
  readonly summary?: string
  readonly externalValue?: string
}

/** How one member of a form or multipart body is written. */
export interface EncodingDoc {
  readonly contentType?: string
  readonly style?: string
  readonly explode?: boolean
  readonly allowReserved?: boolean
  readonly headers?: Readonly<Record<string, HeaderDoc>>
}

/** One header of an answer, or of a part of a multipart body. */
export interface HeaderDoc {
  readonly description?: string
  readonly required?: boolean
  readonly schema?: Schema
  readonly content?: Readonly<Record<string, MediaDoc>>
  readonly style?: string
  readonly explode?: boolean
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, ExampleDoc>>
}

/** A body of one media type. */
export interface MediaDoc {
  readonly schema?: Schema
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, ExampleDoc>>
  readonly encoding?: Readonly<Record<string, EncodingDoc>>
}

/** How callers prove who they are, in a foreign document. */
export interface SecuritySchemeDoc {
  readonly type: 'apiKey' | 'http' | 'oauth2' | 'openIdConnect' | 'mutualTLS'
  readonly name?: string
  readonly in?: 'header' | 'query' | 'cookie'
  readonly scheme?: string
  readonly bearerFormat?: string
  readonly flows?: Readonly<Record<string, { readonly scopes?: Readonly<Record<string, string>> }>>
}

/** Schemes of `components.securitySchemes` that are needed together, each with its scopes. An empty one needs nothing. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>

/** One documented answer. */
export interface ResponseDoc {
  readonly description?: string
  readonly headers?: Readonly<Record<string, HeaderDoc>>
  readonly content?: Readonly<Record<string, MediaDoc>>
  /** Of a foreign answer: the media types as written. In `content`, the JSON one is also found as `application/json`. */
  readonly 'x-media'?: readonly string[]
}

/** One address of a service. */
export interface ServerDoc {
  readonly url: string
  readonly variables?: Readonly<Record<string, { readonly default?: string; readonly enum?: readonly string[] }>>
}

/** One operation after loading: inherited keys are written out, error answers are added. */
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
  readonly deprecated?: boolean
  /** Whether a foreign document describes it. Then the members up to `callbacks` are set, and no rule of the vendor applies. */
  readonly 'x-foreign'?: true
  /** Of a foreign operation: alternatives, one of which a caller must meet. Its own list, else the document's; none if absent or empty. */
  readonly security?: readonly SecurityRequirement[]
  /** Of a foreign operation: calls to the caller, by name, by the expression of their address, and by method. */
  readonly callbacks?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, OperationDoc>>>>>>
  readonly 'x-auth': readonly AuthKind[]
  /** The token may be sent in the body alone, at /auth/identity/token/id. */
  readonly 'x-token-in-body'?: boolean
  readonly 'x-scope'?: 'domain' | 'project'
  readonly 'x-roles'?: readonly Role[]
  /** Of our own operations: the least role that a token must have. */
  readonly 'x-access'?: 'reader' | 'tester' | 'admin'
  /** Of our own operations: it concerns the worlds of all namespaces, so that a token of one namespace may not use it. */
  readonly 'x-all-worlds'?: boolean
  readonly 'x-permission'?: string
  readonly 'x-error-family'?: string
  /** Keys of the family's errors: `CBC.0100`, `invalid_grant:refresh`. */
  readonly 'x-errors': readonly { readonly code: string; readonly 'x-evidence'?: Evidence }[]
  readonly 'x-accepts-anything'?: string
  /** Largest body in bytes, where it is not the gateway's 12 MB. */
  readonly 'x-body-limit'?: number
  readonly 'x-span'?: readonly { readonly from: string; readonly to: string; readonly max: string }[]
  readonly 'x-source': readonly string[]
  readonly 'x-evidence': Evidence
  /** Of calls to the seller: the value of `activity`, the path that is appended, the signature, whose key signs, what identifies a repeated call. */
  readonly 'x-activity'?: string
  readonly 'x-path'?: string
  readonly 'x-signature'?: 'v2' | 'kit' | 'v1'
  readonly 'x-key'?: string
  readonly 'x-idempotency'?: readonly string[]
  readonly 'x-result-codes'?: readonly (string | { readonly code: string; readonly 'x-evidence'?: Evidence })[]
  readonly 'x-origin'?: string
}

/** One `x-settings` entry: a point on which the sources disagree or say nothing. */
export interface SettingDoc extends Setting {
  readonly 'x-evidence'?: Evidence
}

/** One service as an OpenAPI 3.1 document; references to schemas are kept. */
export interface ServiceDocument {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string; readonly description?: string }
  readonly servers?: readonly ServerDoc[]
  readonly paths?: Readonly<Record<string, Readonly<Record<string, OperationDoc>>>>
  readonly webhooks?: Readonly<Record<string, Readonly<Record<string, OperationDoc>>>>
  readonly components?: {
    readonly schemas?: Readonly<Record<string, Schema>>
    readonly securitySchemes?: Readonly<Record<string, SecuritySchemeDoc>>
  }
  readonly 'x-settings'?: Readonly<Record<string, SettingDoc>>
  /** `foreign` for a foreign document, which may contain unknown keywords. */
  readonly 'x-origin'?: string
}

/** How a request may violate its spec. The family's table names the error for each kind. `media`: a content type that a foreign operation does not declare. */
export type Violation = 'missing' | 'malformed' | 'range' | 'unsupported' | 'span' | 'unknown' | 'unparsable' | 'forbidden' | 'media'

/** One entry of an error family; members beyond these fill the placeholders of the envelope. */
export interface ErrorDoc {
  readonly status: number
  readonly message: string
  readonly meaning?: string
  readonly cause?: string
  /** `null` where the vendor sends the status without a body; else the entry's own body shape instead of the family's. */
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
  /** Codes for single entries of a request that is accepted as a whole. */
  readonly records?: Readonly<Record<string, { readonly meaning: string }>>
  /** Other published tables of the same errors: per value of the setting, what differs for each code. */
  readonly tables?: { readonly setting: string; readonly values: Readonly<Record<string, Readonly<Record<string, string>>>> }
}

/** The origin of a statement (`sources.yaml`). */
export interface SourceDoc {
  readonly kind: string
  readonly document?: string
  readonly statement?: string
  readonly title?: string
  readonly address?: string
  readonly date?: string
}

/** All specs as plain JSON: the result of loading the YAML files, and the content of the shipped bundle. */
export interface Bundle {
  readonly format: 1
  readonly services: Readonly<Record<string, ServiceDocument>>
  readonly families: Readonly<Record<string, Readonly<Record<string, FamilyDoc>>>>
  readonly settings: Readonly<Record<string, SettingDoc>>
  readonly sources: Readonly<Record<string, SourceDoc>>
  readonly machines: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>
  /** Scenarios by service and name (`specs/bss/scenarios.yaml`). Their reader in the scenario room checks them. */
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Which fact causes which call to a seller (`specs/production/deliveries.yaml`). Its reader in the marketplace checks it. */
  readonly deliveries: unknown
  /** The place of each definition: `bss.ListCustomerOrders` → `specs/bss/operations/ListCustomerOrders.yaml:1`. */
  readonly places: Readonly<Record<string, string>>
  /** Starting worlds by name, as plain data (`fixtures/worlds`). */
  readonly worlds: Readonly<Record<string, unknown>>
}
