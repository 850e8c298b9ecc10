import { didYouMean } from '../language/did-you-mean.ts'
import { WorldError } from './engine/world-error.ts'

/** Another world has that name. */
export const nameTaken = (name: string) =>
  new WorldError('world.exists', `There is a world "${name}" already; drop it first or take another name.`)

/** A request names a world that does not exist, and shows no credential that may open it. */
export const unknownWorld = (name: string, known: Iterable<string>) =>
  new WorldError(
    'world.unknown',
    `There is no world "${name}".${didYouMean(name, known)} Create it with \`koosandbox world create ${name}\` (POST /_sandbox/worlds), and call it with its own keys.`,
  )

/**
 * The limit of worlds is reached. It exists so that a suite which drops none does not exhaust the machine.
 * @param why another limit that is reached
 */
export const tooMany = (most: number, why?: string) =>
  new WorldError(
    'world.too-many',
    why ??
      `There are ${most} worlds, the most that this sandbox holds. Drop some (\`koosandbox world drop NAME\`), or raise the limit at its start: --max-worlds ${2 * most}.`,
  )

/** The header names one world, but the credential was issued by another. */
export const foreignCredential = (asked: string, owner: string | undefined) =>
  new WorldError(
    'world.credential',
    `The header asks for world "${asked}", but the credential belongs to world "${owner}". Use the keys of "${asked}".`,
  )

/** A world that exists was requested with another start. */
export const startedOtherwise = (
  name: string,
  { start, forked }: { readonly start: string | undefined; readonly forked: boolean },
  asked: string,
) => {
  const began = start === undefined ? (forked ? 'as a fork' : 'with the usual start') : `with start "${start}"`
  return new WorldError('world.started', `World "${name}" was opened ${began}; drop it to open it with "${asked}".`)
}
