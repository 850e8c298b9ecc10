import { createHash } from 'node:crypto'
import { createSpecs, type Specs } from '../catalogue.ts'
import { loadBuiltIn } from '../document/load.ts'
import type { Bundle } from '../document/model.ts'

/**
 * Compiled checks are immutable and costly, so they are the one thing kept at module level: by the content
 * they were made from, so two sandboxes with the same specs share them and others never meet.
 */
const byContent = new Map<string, Specs>()
let builtIn: Bundle | undefined

/** The operations of a bundle, made once per content. */
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

/** The specs that come with the package, read once. */
export function builtInBundle(): Bundle {
  builtIn ??= loadBuiltIn()
  return builtIn
}
