/** Exit codes, the same for every command. */
export const EXIT = { fine: 0, wrong: 1, misused: 2, nothing: 3 } as const

/** Ends a command with a message on stderr and an exit code, without a stack: it is not a defect of the sandbox. */
export class ExitError extends Error {
  override readonly name = 'Stop'
  readonly code: number

  constructor(message: string, code: number = EXIT.wrong) {
    super(message)
    this.code = code
  }
}

/** Wrong usage: exit code 2. */
export function misused(message: string): ExitError {
  return new ExitError(message, EXIT.misused)
}
