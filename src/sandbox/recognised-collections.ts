import type { Specs } from '../spec/catalogue.ts'
import { FOREIGN } from '../spec/document/foreign.ts'
import { recognise } from '../stateful/recognise.ts'

/** What `--stateful` remembers of foreign documents: `/pets: list, create, read`. */
export function recognisedCollections({ bundle, operations }: Specs): readonly string[] {
  return Object.entries(bundle.services).flatMap(([service, document]) => {
    if (document['x-origin'] !== FOREIGN) return []
    const own = operations.filter((one) => one.service === service)
    const roles = recognise(own, document.components?.schemas ?? {})
    const collections = new Set([...roles.values()].map(({ collection }) => collection))
    return [...collections].map((one) => `${one.path}: ${Object.keys(one.operations).join(', ')}`)
  })
}
