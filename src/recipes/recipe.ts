import type { Step } from './steps/read-step.ts'

/** The call that leads to the error. A path parameter that is not given is `x`; a project is the caller's own. */
export interface RecipeCall {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, unknown>>
  /** A text is sent unchanged, anything else as JSON. */
  readonly body?: unknown
  /** Media type of the body, if it is not the first that the operation documents. */
  readonly type?: string
  /** The role whose credential is sent; default: the first role of the operation. `nobody` sends none. */
  readonly as?: string
  /** The call is signed. Members given here replace the correct values. */
  readonly sign?: Signing
  /** The call is repeated until it leads to the error, at most this many times. */
  readonly times?: number
  /** Another path or method than the operation's. */
  readonly at?: { readonly path?: string; readonly method?: string }
  /** The first item of a list in the body is repeated this many times. */
  readonly repeat?: { readonly at: string; readonly times: number }
  /** One query parameter, header or the body is filled up to this many bytes. */
  readonly fill?: Filling
}

/** Deliberate mistakes in a signature. Empty: the signature is correct. */
export interface Signing {
  /** Access key instead of the caller's. */
  readonly access?: string
  /** Secret key instead of the caller's. */
  readonly secret?: string
  /** Seconds by which the client's clock is wrong. */
  readonly late?: number
  /** The body that is hashed instead of the one that is sent. */
  readonly body?: string
}

export interface Filling {
  readonly in: 'query' | 'header' | 'body'
  readonly bytes: number
}

/** How to reach one documented error of an operation: steps in a fresh world, and the call. */
export interface Recipe {
  readonly kind: 'recipe'
  /** Named start of the world; default: `default`. */
  readonly start?: string
  readonly steps: readonly Step[]
  readonly call: RecipeCall
  /** JSON pointer to the code in an answer whose status is a success: some operations list an error for each entry of the request. */
  readonly inside?: string
  /** `specs/bss/recipes.yaml:12` */
  readonly place: string
}

/** An error that only a forced reply can cause, and the reason. */
export interface OnlyForced {
  readonly kind: 'forced'
  readonly why: string
  readonly place: string
}

export type Way = Recipe | OnlyForced

/** All known ways to documented errors. */
export interface Recipes {
  /** The way to an error of an operation, if one is known: `of('bss.PayOrders', 'CBC.99003110')`. */
  of(operation: string, key: string): Way | undefined
}
