import { useEffect } from 'preact/hooks'
import { ask, control, type Schemas } from '../../api.ts'
import { type Loaded, useLoaded } from '../../loaded.ts'

/** How often it is read again, milliseconds: calls that change nothing are no facts. */
const AGAIN = 2000

type Wanted = { readonly direction: 'in' | 'out' | 'world' } | { readonly of: string }

/** What was exercised, as it becomes more. */
export function useCoverage(wanted: Wanted): Loaded<Schemas['CoverageShown']> {
  const loaded = useLoaded(() => ask(control.GET('/_sandbox/coverage', { params: { query: wanted } })), [JSON.stringify(wanted)], {
    live: false,
  })
  useEffect(() => {
    if (!loaded.data?.counting) return
    const later = setTimeout(loaded.reload, AGAIN)
    return () => clearTimeout(later)
  }, [loaded.data, loaded.failure])
  return loaded
}
