import { WorldError } from './engine/world-error.ts'

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

/** Whether a world or a snapshot may have that name. */
export const isName = (name: string): boolean => NAME.test(name)

/**
 * Checks a name for a world or a snapshot and returns it.
 * @throws WorldError `world.name`, `snapshot.name`
 */
export function checkName(name: string, what: 'world' | 'snapshot' = 'world'): string {
  if (isName(name)) return name
  const shape = 'small letters, digits and hyphens, at most 63, beginning with a letter or digit'
  throw new WorldError(`${what}.name`, `"${name.slice(0, 80)}" is not a valid name for a ${what}. Use ${shape}.`)
}

/** `world-1`, `world-2` … */
export function numberedNames(): () => string {
  let last = 0
  return () => `world-${++last}`
}
