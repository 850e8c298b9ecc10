import { WorldError } from '../../index.ts'
import { ExitError } from '../terminal/exit-codes.ts'

/** What a store answers; its refusals end the command with their message. */
export function asked<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((error: unknown) => {
    throw error instanceof WorldError ? new ExitError(error.message) : error
  })
}
