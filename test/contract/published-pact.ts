import { join } from 'node:path'

/** The published pact of one part: `basic`, `basic-staged`. */
export const publishedPact = (part: string) => join(import.meta.dirname, '..', '..', 'contracts', `koogallery-seller-${part}.json`)
