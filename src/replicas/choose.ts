import { createHash } from 'node:crypto'
import type { Member } from './membership.ts'

/**
 * The replica that takes a family which nobody owns (rendezvous hashing): all replicas choose the same one, and when one comes or goes only
 * its share moves.
 */
export function chooseOwner(family: string, living: readonly Member[]): Member | undefined {
  let best: Member | undefined
  let most = ''
  for (const member of living) {
    const weight = createHash('sha256').update(`${member.name}\n${family}`).digest('hex')
    if (weight > most) {
      most = weight
      best = member
    }
  }
  return best
}
