import { didYouMean } from '../language/did-you-mean.ts'
import type { Json } from '../world/engine/json.ts'
import { WorldError } from '../world/engine/world-error.ts'
import { issuePairs } from '../world/entities/credentials.ts'
import type { Kind } from '../world/entities/entities.ts'
import { INDEXES } from '../world/entities/indexes.ts'
import { byName } from '../world/entities/named-entities.ts'
import { malformed, objectOf, type Raw, type StartReading } from '../world/entities/shapes/read-shape.ts'
import { StartFault } from '../world/entities/shapes/shape-fault.ts'
import type { World } from '../world/world-api.ts'
import { generate } from './generate.ts'
import { layersOf, type StartLayer, type Starts } from './inherited-start.ts'
import { listItems, putItem } from './start-item.ts'

const KINDS = Object.keys(INDEXES) as Kind[]
const MEMBERS = ['about', 'settings', 'generate', ...KINDS]

/**
 * Fills a world from a starting world (`fixtures/worlds/*.yaml`, parsed): `about`, `settings`, and lists of entities by collection. Times
 * count from the world's present; money is yuan in quotation marks; an entity can have a `ref`, and `@ref` stands for its id everywhere;
 * missing ids are derived. `extends` and `only` begin with one of `starts`. A resource takes missing values from the order line that names
 * it. `generate` makes a history of purchases. Issues no key pairs: several worlds can be made over the same start, each with its own
 * pairs.
 * All or nothing. Records no facts.
 * @param more is applied last, such as a user's configuration
 * @throws StartFault `start.malformed`, naming collection, position and member
 */
export function fillFromStart(
  world: World,
  data: unknown,
  starts: Starts = {},
  more: StartLayer | undefined = undefined,
  name?: string,
): void {
  // A starting world comes from a file; from here on every member is checked.
  const own = { ...(name === undefined ? {} : { name }), raw: objectOf((data ?? {}) as Json, 'start') }
  const layers = [...layersOf(own, starts), ...(more ? [more] : [])]
  world.transaction(() => {
    const refs = new Map<string, string>()
    for (const [index, layer] of layers.entries()) applyLayer(world, layer, refs, index === 0 ? '' : `${index}/`)
  })
}

/**
 * Adds a configuration to an existing world: the members of a starting world, except `extends` and `only`. Refer to existing entities by
 * their ids, to accounts and products also by their names (`@seller`, `@crm-basic-month`). All or nothing. Records `setting.changed` for
 * settings.
 */
export function extendWorld(world: World, data: unknown): void {
  const raw = objectOf(data as Json, 'configuration')
  world.transaction(() => {
    applyLayer(world, { raw }, new Map(), `${world.ids.next('configuration')}/`)
    for (const name of Object.keys((raw['settings'] ?? {}) as Raw)) world.emit({ type: 'setting.changed', name })
    issueMissingPairs(world)
  })
}

/** Issues pairs for accounts that are printed from now on. Existing pairs stay. */
function issueMissingPairs(world: World): void {
  const lacking = [...world.accounts.all()].some((one) => one.print !== undefined && world.tokens.where('account', one.id).count === 0)
  if (lacking) issuePairs(world)
}

function applyLayer(world: World, { name: layer, raw }: StartLayer, refs: Map<string, string>, prefix: string): void {
  try {
    for (const name of Object.keys(raw))
      if (!MEMBERS.includes(name)) throw malformed('start', `there is no collection "${name}".${didYouMean(name, MEMBERS)}`, name)
    setAll(world, raw['settings'])
    const reading = readingOf(world, refs)
    const items = new Map(KINDS.map((kind) => [kind, listItems(world, kind, raw[kind], refs, prefix)]))
    // In the order of the collections, so that accounts and products exist before the orders that refer to them.
    for (const [kind, list] of items) for (const item of list) putItem(world, kind, item, reading)
    if (raw['generate'] !== undefined) generate(world, raw['generate'], reading)
  } catch (error) {
    if (error instanceof StartFault) error.layer ??= layer
    throw error
  }
}

function setAll(world: World, raw: Json | undefined): void {
  for (const [name, value] of Object.entries(raw === undefined ? {} : objectOf(raw, 'settings'))) {
    try {
      world.setByName(name, value)
    } catch (error) {
      throw error instanceof WorldError ? malformed('settings', error.message, name) : error
    }
  }
}

/** How ids, names and times are read for a world in its present state. */
export function readingOf(world: World, refs: ReadonlyMap<string, string> = new Map()): StartReading {
  return {
    start: world.clock.now(),
    resolve(kind, text, where) {
      const id = text.startsWith('@') ? (refs.get(`${kind} ${text.slice(1)}`) ?? byName(world, kind, text.slice(1))) : text
      if (id !== undefined && (world[kind].has(id) || refs.has(`${kind}#${id}`))) return id
      const known = [...refs.keys()].filter((key) => key.startsWith(`${kind} `)).map((key) => `@${key.slice(kind.length + 1)}`)
      throw malformed(where, `there is no "${text}" among the ${kind}.${didYouMean(text, known)}`)
    },
  }
}
