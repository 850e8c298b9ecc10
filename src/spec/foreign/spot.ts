import type { Keys } from '../document/document-path.ts'
import type { NoteLevel } from '../document/notes.ts'
import type { SourceFile } from '../document/source.ts'

/** A place in one of the files of a foreign document. */
export interface Spot {
  readonly file: SourceFile
  readonly keys: Keys
}

/** A value of a foreign document, and where it is written. */
export interface Located extends Spot {
  readonly value: unknown
}

/** Receives each mistake that is met while a document is read. */
export type Tell = (level: NoteLevel, code: string, at: Spot, message: string) => void

export type Members = Readonly<Record<string, unknown>>

/** Whether a value is an object with members, as everything in a document that has keys must be. */
export const hasMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A member of a located value. */
export const inside = ({ file, keys, value }: Located, ...more: readonly (string | number)[]): Located => ({
  file,
  keys: [...keys, ...more],
  value: more.reduce<unknown>((node, key) => (node as Members | undefined | null)?.[key], value),
})

/** The members of a located object; none where it is something else. Keys of extensions are left out. */
export function membersOf(at: Located): readonly (readonly [name: string, value: Located])[] {
  return hasMembers(at.value)
    ? Object.keys(at.value)
        .filter((key) => !key.startsWith('x-'))
        .map((key) => [key, inside(at, key)] as const)
    : []
}

/** A value as messages quote it. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 57)}...` : text
}
