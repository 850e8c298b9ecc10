import { repair } from './repair.ts'

/** One mistake of a schema that its checks forgive. */
export interface Repair {
  /** JSON pointer inside the schema. */
  readonly pointer: string
  /** What is wrong, and how it is read instead. */
  readonly message: string
}

/** The mistakes of one schema, in the order of its keywords. References are not followed. */
export function repairsOf(schema: unknown): readonly Repair[] {
  const found: Repair[] = []
  repair(schema, { refer: () => true, report: (pointer, message) => found.push({ pointer, message }) })
  return found
}
