import type { Schema } from '../../document/model.ts'
import { readDiscriminator } from '../discriminator.ts'
import { isObject } from '../keyword-values.ts'
import type { Flat, Union } from './flatten.ts'
import { ENDLESS, type Maker, type Place } from './maker.ts'

const MOST_ROUNDS = 12

/**
 * A schema with one alternative chosen of each group, and one side of each condition. Each number chooses others, so that all are tried.
 * @throws ENDLESS where the chosen alternatives exclude each other
 */
export function choose(given: Flat, number: number, place: Place, maker: Maker, schemas: Readonly<Record<string, Schema>>): Flat {
  let node = given
  let left = number
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [union, ...unions] = node.unions ?? []
    const [condition, ...conditions] = node.conditions ?? []
    if (union) {
      const branches = inOrder(union, place, maker)
      const branch = branches[left % branches.length]
      left = Math.floor(left / branches.length)
      node = joined({ ...node, unions }, named(union, branch, schemas), place, maker)
    } else if (condition) {
      const holds = left % 2 === 0
      left = Math.floor(left / 2)
      const base = { ...node, conditions }
      if (!holds) node = condition.else === undefined ? base : joined(base, condition.else, place, maker)
      else node = joined(base, { allOf: [condition.if, condition.then ?? true] }, place, maker)
    } else return node
  }
  return node
}

/** How many choices there are, at least roughly. */
export function choices(node: Flat): number {
  const ofUnions = (node.unions ?? []).reduce((product, { branches }) => product * branches.length, 1)
  return Math.min(100, ofUnions * 2 ** Math.min(5, node.conditions?.length ?? 0))
}

function joined(node: Flat, more: unknown, place: Place, maker: Maker): Flat {
  const made = maker.both(node, more, place.refs)
  if (!made) throw ENDLESS
  return made
}

/** The alternatives as written; those that are only null, or lead back to where they are used, come last. */
function inOrder({ branches }: Union, place: Place, maker: Maker): readonly unknown[] {
  const rank = (branch: unknown) => {
    const flat = maker.flat(branch, place.refs)
    if (!flat) return 3
    if (flat.type === 'null') return 1
    return flat.from.some((name) => place.refs.includes(name)) ? 2 : 0
  }
  return branches.map((branch) => [rank(branch), branch] as const).sort(([a], [b]) => a - b).map(([, branch]) => branch) // biome-ignore format: one expression
}

/** An alternative whose discriminator has the value that names it. */
function named({ told }: Union, branch: unknown, schemas: Readonly<Record<string, Schema>>): unknown {
  const found = told && readDiscriminator(told, schemas)
  if (!found || !isObject(branch)) return branch
  const name = [...found.branches].find(([, one]) => one === branch || (one.$ref !== undefined && one.$ref === branch.$ref))
  return name ? { allOf: [{ required: [found.member], properties: { [found.member]: { const: name[0] } } }, branch] } : branch
}
