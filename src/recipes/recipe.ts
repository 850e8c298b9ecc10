import type { Step } from './steps/read-step.ts'

/** The call that meets the error. A path parameter that is not given is `x`, a project the caller's own. */
export interface RecipeCall {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, unknown>>
  /** A text goes out as it is, anything else as JSON. */
  readonly body?: unknown
  /** Media type of the body, where it is not the first that the operation documents. */
  readonly type?: string
  /** The role whose credential goes out; default: the first of the operation. `nobody` sends none. */
  readonly as?: string
  /** The call is signed, with what is said here instead of the right thing. */
  readonly sign?: Signing
  /** The call is made until it meets the error, at most that often. */
  readonly times?: number
  /** Another path or method than the operation's. */
  readonly at?: { readonly path?: string; readonly method?: string }
  /** The first item of a list of the body is sent that often. */
  readonly repeat?: { readonly at: string; readonly times: number }
  /** One query parameter, header or the body is filled up to that many bytes. */
  readonly fill?: Filling
}

/** What is wrong about a signature. Empty: nothing. */
export interface Signing {
  /** Access key in place of the caller's. */
  readonly access?: string
  /** Secret key in place of the caller's. */
  readonly secret?: string
  /** Seconds by which the clock of the client is off. */
  readonly late?: number
  /** The body that is hashed, in place of the one that is sent. */
  readonly body?: string
}

export interface Filling {
  readonly in: 'query' | 'header' | 'body'
  readonly bytes: number
}

/** How one documented error of an operation comes about: steps in a fresh world, and the call. */
export interface Recipe {
  readonly kind: 'recipe'
  /** Named start of the world; absent: `default`. */
  readonly start?: string
  readonly steps: readonly Step[]
  readonly call: RecipeCall
  /** JSON pointer to the code in an answer that is a success: some operations list an error for each thing they were asked about. */
  readonly inside?: string
  /** `specs/bss/recipes.yaml:12` */
  readonly place: string
}

/** An error that only a forced reply brings about, and why. */
export interface OnlyForced {
  readonly kind: 'forced'
  readonly why: string
  readonly place: string
}

export type Way = Recipe | OnlyForced

/** All ways to documented errors. */
export interface Recipes {
  /** The way to an error of an operation, if one is known: `of('bss.PayOrders', 'CBC.99003110')`. */
  of(operation: string, key: string): Way | undefined
}
