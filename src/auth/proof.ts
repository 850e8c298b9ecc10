import type { Call } from '../spec/call.ts'
import type { Operation } from '../spec/operation.ts'
import type { Account } from '../world/entities/entities.ts'
import type { World } from '../world/world-api.ts'

/** Reports why a credential was not accepted, and what to do. */
export type AddFinding = (code: string, pointer: string, expected: string, got: string, hint: string) => void

/** What the checks of all kinds of credential work with. */
export interface Proof {
  readonly operation: Operation
  readonly call: Call
  readonly world: World
  /** Machine time, epoch milliseconds. */
  readonly now: number
  readonly addFinding: AddFinding
}

/** Bytes of a body up to which the mistake in a signature is looked for: it is signed anew some hundred times. */
export const EXPLAINED = 64 * 1024

/** The account behind a credential. A credential without one is a broken world, not a bad request. */
export function accountOf(world: World, id: string): Account {
  const account = world.accounts.get(id)
  if (!account) throw new Error(`A credential names account ${id}, which world "${world.name}" does not hold.`)
  return account
}

/** The documented error whose key begins so, else the gateway's refusal. */
export function errorNamed(operation: Operation, code: string): string {
  return [...operation.errors.keys()].find((key) => key.split(':')[0] === code) ?? 'APIGW.0301:absent'
}
