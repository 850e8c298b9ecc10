/** Marks a foreign document: unknown keywords and formats are ignored in it. */
export const FOREIGN = 'foreign'

/** Marks a service that the sandbox adds to the vendor's services. */
export const OURS = 'sandbox'
