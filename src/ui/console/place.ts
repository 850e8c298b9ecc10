import { signal } from '@preact/signals'

/** Every page of the console lies below this path. */
export const BASE = '/_sandbox/ui'

/** The world that the page speaks of: it is part of every address, so that a link shows others the same. */
export const world = signal(new URLSearchParams(location.search).get('world') ?? 'default')

/**
 * The address of a page of the console, in the present world unless `query.world` names another.
 * @param path such as `/orders/CS2601010800AAAAA`; parts that come from data need `encodeURIComponent`
 */
export function href(path: string, query: Readonly<Record<string, string | number | undefined>> = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({ world: world.value, ...query })) {
    if (value !== undefined && value !== '' && !(name === 'world' && value === 'default')) search.set(name, String(value))
  }
  const text = search.toString()
  return `${BASE}${path}${text === '' ? '' : `?${text}`}`
}

/** Paths of the pages that there are. A thing is linked only to a page that exists. */
export const pagePaths = new Set<string>()
