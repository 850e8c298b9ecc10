import type { Account, Product } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'

/** What `generate` says, read. Shares and chances are between 0 and 1; lengths of time are ISO durations; money is fen. */
export interface Generation {
  readonly seed: string
  readonly orders: number
  /** How far back the oldest order lies, and how many times as much is bought at the end as at the beginning. */
  readonly span: string
  readonly growth: number
  readonly buyers: {
    readonly count: number
    readonly partnerId?: string
    readonly partnerShare?: number
    readonly balance: readonly number[] // least and most, fen
    readonly cities: readonly string[]
    readonly words: readonly string[]
    readonly trades: readonly string[]
  }
  readonly goods: readonly Good[]
  readonly chances: { readonly unpaid: number; readonly discounted: number; readonly renewed: number; readonly givenBack: number }
}

/** A product as it is bought: how often beside the others, how many at once, for how many periods. */
export interface Good {
  readonly productId: string
  readonly weight: number
  readonly quantity?: readonly number[]
  readonly periods?: readonly number[]
  readonly trial?: boolean
}

/** Chance of one generation, always drawn in the same order. */
export interface Draw {
  number(): number
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  of<T>(all: readonly T[]): T
  yes(chance: number): boolean
}

/** One purchase to be made up. */
export interface Purchase {
  readonly world: World
  readonly how: Generation
  readonly draw: Draw
  readonly good: Good
  readonly product: Product
  readonly buyer: Account
  readonly now: number
  /** Orders that may still be made. */
  readonly room: number
}
