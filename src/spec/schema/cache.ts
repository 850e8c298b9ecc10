import { createHash } from 'node:crypto'
import { createSpecs, type Specs } from '../catalogue.ts'
import { loadBuiltIn } from '../document/load.ts'
import type { Bundle } from '../document/model.ts'

/**
 * Compiled checks are immutable and expensive, so they are the only thing that is cached at module level. The key is the content
 * that they were compiled from: sandboxes with the same specs share them, sandboxes with other specs do not.
 */
const byContent = new Map<string, Specs>()
let builtIn: Bundle | undefined

/** The operations of a bundle, created once for each content. */
export function specsOf(bundle: Bundle, include?: readonly string[]): Specs {
  const key =
    bundle === builtIn
      ? `built-in ${include?.join() ?? '*'}`
      : createHash('sha256')
          .update(JSON.stringify([bundle, include]))
          .digest('hex')
  const known = byContent.get(key)
  if (known) return known
  const specs = createSpecs(bundle, include)
  byContent.set(key, specs)
  return specs
}

/** The specs of the package, read once. */
export function builtInBundle(): Bundle {
  builtIn ??= loadBuiltIn()
  return builtIn
}
