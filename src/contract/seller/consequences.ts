import type { ProxiedExchange } from '../../proxy/sign-proxy.ts'
import type { Check } from '../../report/report.ts'
import { interfaceUseOf } from '../../spec/interface-use.ts'
import type { InterfaceUse } from '../../world/entities/kinds-api.ts'
import { isRefused, mustSucceed } from './refusals.ts'
import type { Chosen } from './select-interactions.ts'
import type { Problem } from './state-server.ts'

/** What is known about a run when all its interactions were made. */
export interface Run {
  readonly checks: ReadonlyMap<Chosen, Check>
  readonly problems: ReadonlyMap<string, Problem>
  readonly exchanges: ReadonlyMap<string, ProxiedExchange>
  /** See refusedUses. */
  readonly refused: ReadonlyMap<InterfaceUse, Chosen>
}

/**
 * The check of an interaction; skipped, if it failed only because another one did: its state needs a call that is refused, or the seller
 * refuses every call of this kind. The mistake is then told once, where it is made.
 */
export function withoutConsequence(one: Chosen, check: Check, { checks, problems, exchanges, refused }: Run): Check {
  if (check.state !== 'failed' || one.operation === undefined) return check
  const needed = problems.get(one.id)?.operation
  const first = [...checks].find(
    ([other, { state }]) =>
      state === 'failed' && other !== one && mustSucceed(other) && exchanges.has(other.id) && other.operation?.ref === needed,
  )?.[0]
  const exchange = exchanges.get(one.id)
  const general = exchange && !mustSucceed(one) && isRefused(exchange) ? refused.get(interfaceUseOf(one.operation)) : undefined
  const because = needed === undefined ? general : first
  if (because === undefined) return check
  const { name, title } = check
  return { name, title, state: 'skipped', findings: [], reason: `${because.interaction.description} did not pass` }
}
