/** The languages in which everything for people exists. */
export type Language = 'en' | 'zh'

/** A text in the language of its reader. An unknown text stays as it is. */
export type Say = (text: string) => string

type Holes = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'

/** Demands every hole of the English text. `{1:}` says that Chinese does not need the value of `{1}`. */
type WithHole<English, N extends Holes> = English extends `${string}{${N}}${string}`
  ? `${string}{${N}}${string}` | `${string}{${N}:}${string}`
  : string

type WithHoles<English> = WithHole<English, '0'> &
  WithHole<English, '1'> &
  WithHole<English, '2'> &
  WithHole<English, '3'> &
  WithHole<English, '4'> &
  WithHole<English, '5'> &
  WithHole<English, '6'> &
  WithHole<English, '7'> &
  WithHole<English, '8'> &
  WithHole<English, '9'>

/** Chinese by English. */
export type Translations<Texts> = { readonly [English in keyof Texts]: WithHoles<English> }
