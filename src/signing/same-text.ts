import { timingSafeEqual } from 'node:crypto'

/** Whether two texts are the same, in a time that does not tell where they part. Their length is no secret. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [new TextEncoder().encode(one), new TextEncoder().encode(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
