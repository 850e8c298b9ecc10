/**
 * A request to a world that cannot be carried out. The message is written for the person who made it. `code` never changes once published:
 * `world.unknown`, `clock.backwards`, `setting.unknown`, `transition.illegal` …
 */
export class WorldError extends Error {
  readonly code: string

  constructor(code: string, message: string, options?: { readonly cause?: unknown }) {
    super(message, options)
    this.name = 'WorldError'
    this.code = code
  }
}
