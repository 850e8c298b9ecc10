import { createHash, timingSafeEqual } from 'node:crypto'
import { machineSecret } from '../world/engine/system-clock.ts'
import type { KeptToken, Shown } from './access-api.ts'

/** A new token: 256 unpredictable bits behind a word by which scanners for leaked secrets find it. */
export const newToken = (): string => `kst_${machineSecret()}${machineSecret()}`

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Compares with every token, so that the time taken tells nothing about any of them. */
export function shownTo(tokens: readonly KeptToken[], token: string, now: number): Shown {
  const hash = createHash('sha256').update(token).digest()
  let found: KeptToken | undefined
  for (const one of tokens) if (timingSafeEqual(hash, Buffer.from(one.sha256, 'hex'))) found = one
  if (!found) return { refused: 'unknown' }
  const { name, role, namespace, expires } = found
  if (expires !== undefined && expires <= now) return { refused: 'expired', name }
  return { holder: { name, role, ...(namespace === undefined ? {} : { namespace }) } }
}
