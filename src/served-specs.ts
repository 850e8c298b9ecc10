import { builtInBundle, specsOf } from './spec/cache.ts'
import type { Specs } from './spec/catalogue.ts'
import { SpecFault } from './spec/fault.ts'
import { withForeign } from './spec/foreign.ts'
import { readDocument } from './spec/load.ts'

/** The specs that a sandbox serves: all built-in ones, or strangers' documents with the built-in services that are to stay beside them. */
export function servedSpecs({
  spec = [],
  with: beside = [],
}: {
  readonly spec?: readonly string[]
  readonly with?: readonly string[]
}): Specs {
  const bundle = builtInBundle()
  if (spec.length === 0) {
    if (beside.length > 0)
      throw new SpecFault('`with` names built-in services to serve beside `spec`; without `spec` all of them are served.')
    return specsOf(bundle)
  }
  return specsOf(withForeign(bundle, spec.map(readDocument), beside))
}
