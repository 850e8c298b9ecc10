import type { DocumentedAnswer } from './answers/documented.ts'
import type { Schema, SecuritySchemeDoc } from './document/model.ts'
import type { Check } from './schema/checks.ts'

/** One alternative of the callers' proof: all of its schemes are needed. */
export type SecurityWay = readonly (SecuritySchemeDoc & { readonly title: string })[]

/** What an operation of a foreign document has beyond others. */
export interface ForeignSide {
  /** Title of the document. */
  readonly title: string
  /** Of generated words. */
  readonly language: 'zh' | 'en'
  readonly schemas: Readonly<Record<string, Schema>>
  /** The answer to a call that nothing is wrong with. */
  readonly success: DocumentedAnswer | undefined
  answerAt(status: number): DocumentedAnswer | undefined
  /** How callers may prove who they are: one way is enough. None: everybody may call. */
  readonly ways: readonly SecurityWay[]
  /** Names of the headers, cookies and query parameters of these ways. */
  readonly keyNames: readonly string[]
  /** The check of one schema of an answer. */
  compile(schema: Schema): Check
}
