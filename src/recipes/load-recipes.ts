import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Specs } from '../spec/catalogue.ts'
import { readDocument } from '../spec/document/open-document.ts'
import type { YamlFile } from '../spec/document/yaml.ts'
import { builtInBundle, specsOf } from '../spec/schema/cache.ts'
import { readRecipes } from './read-recipes.ts'
import type { Recipes } from './recipe.ts'

const read = new WeakMap<Specs, Recipes>()

/** The recipes of the package, read at first use: starting a sandbox does not need them. */
export function builtInRecipes(): Recipes {
  const specs = specsOf(builtInBundle())
  const known = read.get(specs)
  if (known) return known
  const files: Record<string, YamlFile> = {}
  for (const service of Object.keys(specs.bundle.families)) {
    const path = placesOf(service).find((place) => existsSync(place))
    if (path === undefined) continue
    const file = readDocument(path)
    files[service] = { ...file, place: (...at) => file.place(...at).replace(/^.*:(?=\d+$)/, `specs/${service}/recipes.yaml:`) }
  }
  const recipes = readRecipes(files, specs)
  read.set(specs, recipes)
  return recipes
}

/** Next to the bundle, else in the checkout. */
function placesOf(service: string): readonly string[] {
  const here = dirname(fileURLToPath(import.meta.url))
  return [join(here, 'recipes', `${service}.yaml`), join(here, '..', '..', 'specs', service, 'recipes.yaml')]
}
