/** How bad a mistake of a document is: what is not served as it is written, what is probably meant otherwise, what is worth knowing. */
export type NoteLevel = 'error' | 'warning' | 'info'

/** One mistake of a document, or one thing in it that is not supported. The document is served nevertheless. */
export interface Note {
  readonly level: NoteLevel
  /** `document.reference.dangling`; never changes once published. */
  readonly code: string
  /** What is wrong, what becomes of it, and what to write instead. */
  readonly message: string
  readonly file: string
  readonly line: number
  /** JSON pointer inside the file. */
  readonly pointer: string
}
