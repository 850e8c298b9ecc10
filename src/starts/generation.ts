import type { Account, Product } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'

/** The parsed `generate` member. Shares and probabilities are between 0 and 1; durations are ISO 8601; money is fen. */
export interface Generation {
  readonly seed: string
  readonly orders: number
  /** The age of the oldest order, and the ratio of purchases at the end to those at the beginning. */
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

/** A product as it is bought: its relative frequency, quantities and numbers of periods. */
export interface Good {
  readonly productId: string
  readonly weight: number
  readonly quantity?: readonly number[]
  readonly periods?: readonly number[]
  readonly trial?: boolean
}

/** The random numbers of one generation, always drawn in the same order. */
export interface Draw {
  number(): number
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  of<T>(all: readonly T[]): T
  yes(chance: number): boolean
}

/** One purchase to generate. */
export interface Purchase {
  readonly world: World
  readonly how: Generation
  readonly draw: Draw
  readonly good: Good
  readonly product: Product
  readonly buyer: Account
  readonly now: number
  /** Number of orders that may still be generated. */
  readonly room: number
}
