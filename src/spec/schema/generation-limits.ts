/** What is generated stays this large, whatever its schema demands: a document may ask for a list of a hundred million items. */
export const MOST_VALUES = 20_000
export const MOST_CHARACTERS = 100_000
