/** One real mistake in the source of a seller that is good otherwise. */
export interface Mistake {
  /** The interface that it serves; V2.0 unless it says so. */
  readonly edition?: 'v1' | undefined
  /** What `test/sellers/main.ts` serves it by. */
  readonly name: string
  /** A seller that … */
  readonly mistake: string
  /** The one rule that is to be named. */
  readonly rule: string
  /** Rules that this mistake breaks as well by its nature. */
  readonly also?: readonly string[]
  /** What the report says of it: in the title of the case, in what was expected or in the hint. */
  readonly says: RegExp
  /** The state of the case is `warned`; else it is `failed`. */
  readonly warns?: true
  /** Texts of the source and what stands there instead. Each is found exactly once. */
  readonly changes: readonly (readonly [was: string, is: string])[]
}
