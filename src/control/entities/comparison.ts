import { didYouMean } from '../../language/did-you-mean.ts'
import { escapeKey } from '../../spec/json-pointer.ts'
import type { Json } from '../../world/engine/json.ts'
import type { Kind } from '../../world/entities/entities.ts'
import { writeEntity } from '../../world/persistence/write-shape.ts'
import type { World } from '../../world/world-api.ts'
import type { ControlContext, Controls } from '../control-behaviour.ts'
import { KINDS, kindOf } from './entities.ts'

/** Each world has credentials of its own, so these say nothing. */
const OWN: readonly Kind[] = ['keys', 'tokens']

/** Two worlds side by side. */
export const comparison: Pick<Controls, 'CompareWorlds'> = {
  CompareWorlds(context) {
    const { world, input } = context
    const { with: name, kind, offset = 0, limit = 100 } = input.query
    const there = otherWorld(context, name)
    const only = kind === undefined ? undefined : kindOf(context, kind)
    const found = KINDS.filter((one) => !OWN.includes(one)).map((one) => ({ kind: one, pairs: differing(world, there, one) }))
    const listed = found.filter((one) => only === undefined || one.kind === only).flatMap((one) => one.pairs)
    return {
      world: world.name,
      with: there.name,
      now: new Date(world.clock.now()).toISOString(),
      withNow: new Date(there.clock.now()).toISOString(),
      collections: found.filter(({ pairs }) => pairs.length > 0).map(({ kind: one, pairs }) => ({ kind: one, ...countsOf(pairs) })),
      settings: settingsOf(world, there),
      total: listed.length,
      count: listed.slice(offset, offset + limit).length,
      differences: listed.slice(offset, offset + limit).map(({ kind: one, id, where }) => ({
        kind: one,
        id,
        where,
        members: where === 'both' ? membersOf(world, there, one, id) : [],
      })),
    }
  },
}

function otherWorld({ server, fail }: ControlContext, name: string): World {
  const known = server.worlds.list().map((info) => info.name)
  const there = server.worlds.get(name)
  if (!there) return fail('unknown-world', `There is no world "${name}".${didYouMean(name, known)}`, known)
  there.clock.runDue()
  return there
}

interface Pair {
  readonly kind: Kind
  readonly id: string
  readonly where: 'here' | 'there' | 'both'
}

/** Worlds of one start or one fork share entities that neither has changed, so most pairs are the same object. */
function differing(here: World, there: World, kind: Kind): Pair[] {
  const pairs: Pair[] = []
  for (const entity of here[kind].all()) {
    const other = there[kind].get(entity.id)
    if (other === undefined) pairs.push({ kind, id: entity.id, where: 'here' })
    else if (other !== entity && JSON.stringify(other) !== JSON.stringify(entity)) pairs.push({ kind, id: entity.id, where: 'both' })
  }
  for (const { id } of there[kind].all()) if (!here[kind].has(id)) pairs.push({ kind, id, where: 'there' })
  return pairs
}

function countsOf(pairs: readonly Pair[]) {
  const count = (where: Pair['where']) => pairs.filter((one) => one.where === where).length
  return { onlyHere: count('here'), onlyThere: count('there'), changed: count('both') }
}

function settingsOf(here: World, there: World) {
  const others = new Map(there.settings().map(({ name, value }) => [name, value]))
  return here
    .settings()
    .filter(({ name, value }) => others.get(name) !== value)
    .map(({ name, value }) => ({ name, here: value, ...(others.has(name) ? { there: others.get(name) } : {}) }))
}

interface Member {
  readonly pointer: string
  readonly here?: Json
  readonly there?: Json
}

function membersOf(here: World, there: World, kind: Kind, id: string): Member[] {
  const write = (world: World) => writeEntity(kind, world[kind].get(id) as never)
  return [...differences('', write(here), write(there))]
}

function* differences(pointer: string, here: Json | undefined, there: Json | undefined): Generator<Member> {
  if (JSON.stringify(here) === JSON.stringify(there)) return
  if (isOpen(here) && isOpen(there)) {
    const names = new Set([...Object.keys(here), ...Object.keys(there)])
    for (const name of names) yield* differences(`${pointer}/${escapeKey(name)}`, here[name], there[name])
  } else yield { pointer, ...(here === undefined ? {} : { here }), ...(there === undefined ? {} : { there }) }
}

const isOpen = (value: Json | undefined): value is Readonly<Record<string, Json>> => typeof value === 'object' && value !== null
