import { didYouMean } from '../language/did-you-mean.ts'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { YamlFile } from '../spec/document/yaml.ts'
import type { Operation } from '../spec/operation.ts'
import type { Recipe, RecipeCall, Recipes, Way } from './recipe.ts'
import { selectOperations } from './select-operations.ts'
import { type Json, readObject, readStep, type Step } from './steps/read-step.ts'

const RECIPE_KEYS = ['error', 'on', 'start', 'inside', 'does', 'call']
const FORCED_KEYS = ['error', 'on', 'why']
const CALL_KEYS = ['path', 'query', 'headers', 'body', 'type', 'as', 'sign', 'times', 'repeat', 'at', 'fill']
const PARTS: Readonly<Record<string, readonly string[]>> = {
  sign: ['access', 'secret', 'late', 'body'],
  at: ['path', 'method'],
  repeat: ['at', 'times'],
  fill: ['in', 'bytes'],
}
const ROLES = ['buyer', 'partner', 'seller', 'nobody']

/**
 * Reads the recipes of each service: `recipes` lead to errors, `forced` gives the reason why others can only be forced. Without `on` an entry applies to
 * every operation of the service that documents the error, except those that an entry with `on` names; an entry of `forced` then only to those
 * without a recipe.
 * @throws SpecFault naming file, line and key of the first entry that is invalid or that no operation documents
 */
export function readRecipes(files: Readonly<Record<string, YamlFile>>, specs: Specs): Recipes {
  const ways = new Map<string, Way>()
  for (const [service, file] of Object.entries(files)) {
    const root = readObject(file, [], file.value, ['recipes', 'forced'])
    const entries = (name: 'recipes' | 'forced') => listAt(file, name, root[name])
    const put = (at: readonly (string | number)[], doc: Json, way: Way, rest: boolean) => {
      let covered = 0
      for (const [operation, key] of pairsOf(file, at, service, doc, specs)) {
        const pair = `${operation.ref} ${key}`
        const before = ways.get(pair)
        if (before && rest) continue
        if (before) throw new SpecFault(`${way.place}: there is a way from ${operation.ref} to ${key} already (${before.place}).`)
        ways.set(pair, way)
        covered++
      }
      if (covered === 0) throw new SpecFault(`${way.place}: no operation is left that this speaks of.`)
    }
    const read = (name: 'recipes' | 'forced', keys: readonly string[]) =>
      entries(name).map((value, i) => [[name, i] as const, readObject(file, [name, i], value, keys)] as const)
    const [recipes, forced] = [read('recipes', RECIPE_KEYS), read('forced', FORCED_KEYS)]
    for (const rest of [false, true]) {
      for (const [at, doc] of recipes) if ((doc.on === undefined) === rest) put(at, doc, recipeAt(file, at, doc, specs), rest)
      for (const [at, doc] of forced) {
        if ((doc.on === undefined) !== rest) continue
        if (typeof doc.why !== 'string') throw new SpecFault(`${file.place(...at)}: "why" says why there is no other way.`)
        put(at, doc, { kind: 'forced', why: doc.why, place: file.place(...at) }, rest)
      }
    }
  }
  return { of: (operation, key) => ways.get(`${operation} ${key}`) }
}

function recipeAt(file: YamlFile, at: readonly (string | number)[], doc: Json, specs: Specs): Recipe {
  const { start, inside, does = [] } = doc
  if (start !== undefined && !Object.hasOwn(specs.bundle.worlds, String(start)))
    throw new SpecFault(
      `${file.place(...at, 'start')}: there is no starting world "${start}".${didYouMean(String(start), Object.keys(specs.bundle.worlds))}`,
    )
  if (inside !== undefined && !String(inside).startsWith('/'))
    throw new SpecFault(`${file.place(...at, 'inside')}: "inside" is a JSON pointer, such as /error_details/0/error_code.`)
  if (!Array.isArray(does)) throw new SpecFault(`${file.place(...at, 'does')}: "does" is a list of steps.`)
  return {
    kind: 'recipe',
    ...(start === undefined ? {} : { start: String(start) }),
    ...(inside === undefined ? {} : { inside: String(inside) }),
    steps: stepsAt(file, [...at, 'does'], does, specs),
    call: callAt(file, [...at, 'call'], doc.call),
    place: file.place(...at),
  }
}

/** The steps of a list. A list among them stands for its own steps, so that an anchor can name several. */
function stepsAt(file: YamlFile, at: readonly (string | number)[], steps: readonly unknown[], specs: Specs): readonly Step[] {
  return steps.flatMap((step, i) =>
    Array.isArray(step) ? stepsAt(file, [...at, i], step, specs) : [readStep(file, [...at, i], step, specs)],
  )
}

function callAt(file: YamlFile, at: readonly (string | number)[], value: unknown): RecipeCall {
  const call = readObject(file, at, value, CALL_KEYS)
  for (const [name, keys] of Object.entries(PARTS)) if (call[name] !== undefined) readObject(file, [...at, name], call[name], keys)
  if (call.as !== undefined && !ROLES.includes(String(call.as)))
    throw new SpecFault(`${file.place(...at, 'as')}: "as" is one of ${ROLES.join(', ')}, not "${call.as}".`)
  return call as RecipeCall
}

/** The operations and errors that one entry applies to. */
function pairsOf(
  file: YamlFile,
  at: readonly (string | number)[],
  service: string,
  doc: Json,
  specs: Specs,
): (readonly [Operation, string])[] {
  const keys = [doc.error ?? []].flat().map(String)
  if (keys.length === 0) throw new SpecFault(`${file.place(...at)}: "error" names one documented error, or several.`)
  const operations = selectOperations(specs, service, doc.on, (message) => new SpecFault(`${file.place(...at, 'on')}: ${message}`))
  const documented = (operation: Operation) => (service === 'gateway' ? operation.gatewayErrors : operation.errors)
  return keys.flatMap((key) => {
    const found = operations.filter((operation) => documented(operation).has(key))
    const named = doc.on === undefined || service === 'gateway' ? found : operations
    const stray = named.find((operation) => !documented(operation).has(key)) ?? (found.length === 0 ? operations[0] : undefined)
    if (stray)
      throw new SpecFault(
        `${file.place(...at, 'error')}: ${stray.ref} documents no error "${key}".${didYouMean(key, documented(stray).keys())}`,
      )
    return found.map((operation) => [operation, key] as const)
  })
}

function listAt(file: YamlFile, name: string, value: unknown): readonly unknown[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  throw new SpecFault(`${file.place(name)}: "${name}" is a list.`)
}
