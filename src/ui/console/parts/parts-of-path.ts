import { useLocation } from 'preact-iso/router'
import { BASE } from '../place.ts'

/**
 * What follows the name of the page in an address, decoded part by part, so that an id may hold a slash: `/orders/CS2601010800AAAAA/bill` has
 * the id and `bill`. Nothing where the address cannot be decoded.
 */
export function partsOf(path: string): readonly string[] | undefined {
  try {
    const [, ...parts] = path.slice(`${BASE}/`.length).split('/').map(decodeURIComponent)
    return parts.at(-1) === '' ? parts.slice(0, -1) : parts
  } catch {
    return undefined
  }
}

/** The parts of the present address below its page. */
export const useParts = (): readonly string[] => partsOf(useLocation().path) ?? []
