import type { Specs } from '../catalogue.ts'
import { preparePatterns } from '../patterns/pattern.ts'
import { patternsIn } from '../patterns/risky-patterns.ts'
import { specsOf } from '../schema/cache.ts'
import { withForeign } from './foreign.ts'
import type { Bundle } from './model.ts'
import type { YamlFile } from './yaml.ts'

/**
 * The operations of foreign documents, together with the built-in services to keep.
 * @throws SpecFault when a document is not OpenAPI or cannot be used, with its file and line
 */
export async function foreignSpecs(bundle: Bundle, documents: readonly YamlFile[], keep: readonly string[] = []): Promise<Specs> {
  await preparePatterns(documents.flatMap(patternsIn))
  return specsOf(withForeign(bundle, documents, keep))
}

/** What is not supported in foreign documents, each with its file and line. */
export const notesOf = ({ bundle }: Specs): readonly string[] =>
  Object.values(bundle.services).flatMap((service) => service['x-told'] ?? [])
