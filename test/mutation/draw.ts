import { createHash } from 'node:crypto'
import type { Mutant } from './mutants.ts'

/**
 * So many mutants, drawn by seed: a service after the other, in each a kind of rule after the other, so that no long list outweighs a
 * short one. Each has its place by itself: a rule more in the specs moves at most the one that it takes the place of.
 */
export function draw(all: readonly Mutant[], count: number, seed: number): readonly Mutant[] {
  const place = ({ id }: Mutant) => createHash('sha256').update(`${seed} ${id}`).digest('hex')
  const cells = new Map<string, Map<string, Mutant[]>>()
  const placed = all.map((mutant) => [place(mutant), mutant] as const).sort(([one], [other]) => (one < other ? -1 : 1))
  for (const [, mutant] of placed) {
    const kinds = cells.get(mutant.service) ?? new Map<string, Mutant[]>()
    cells.set(mutant.service, kinds)
    kinds.set(mutant.kind, [...(kinds.get(mutant.kind) ?? []), mutant])
  }
  const drawn: Mutant[] = []
  for (let round = 0; drawn.length < count && drawn.length < all.length; round++) {
    for (const kinds of cells.values()) {
      const left = [...kinds.keys()].sort().filter((kind) => kinds.get(kind)!.length > 0)
      const mutant = kinds.get(left[round % Math.max(1, left.length)] ?? '')?.shift()
      if (mutant && drawn.length < count) drawn.push(mutant)
    }
  }
  return drawn
}
