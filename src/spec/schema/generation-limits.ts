/** Largest size of generated values, whatever their schema demands: a document may require a list of a hundred million items. */
export const MOST_VALUES = 20_000
export const MOST_CHARACTERS = 100_000
