import { createSpecs, type Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { Bundle } from '../spec/document/model.ts'
import { openDocument } from '../spec/document/open-document.ts'
import { foreignSpecs } from '../spec/foreign/foreign-specs.ts'
import { builtInBundle, specsOf } from '../spec/schema/cache.ts'
import { createReloadingSpecs } from './reloading-specs.ts'

/** The specs that a sandbox serves: all built-in ones, those given as data, or foreign documents with the built-in services that stay beside them. */
export async function servedSpecs({
  bundle: brought,
  spec = [],
  with: beside = [],
  reloadSpecs: until,
  onNotice: notice = () => {},
}: {
  readonly bundle?: Bundle
  readonly spec?: readonly string[]
  readonly with?: readonly string[]
  readonly reloadSpecs?: AbortSignal
  readonly onNotice?: (text: string) => void
}): Promise<Specs> {
  // A test may pass hundreds of specs: none is cached.
  if (brought) return createSpecs(brought)
  const bundle = builtInBundle()
  if (spec.length === 0) {
    if (beside.length > 0)
      throw new SpecFault('`with` names built-in services to serve beside `spec`; without `spec` all of them are served.')
    return specsOf(bundle)
  }
  const read = () => foreignSpecs(bundle, spec.map(openDocument), beside)
  const specs = await read()
  return until ? createReloadingSpecs(specs, { read, notice, until }) : specs
}
