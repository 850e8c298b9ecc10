import { type Check, stateOf } from '../../report/report.ts'
import { shellWord } from '../../report/shell-word.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Interaction, Pact } from '../read-pact.ts'
import type { VerifiedInteraction } from '../run-verifier.ts'
import { PARTS } from './parts.ts'
import type { Chosen } from './select-interactions.ts'
import { type Evidence, findingsFor } from './seller-findings.ts'
import { showProxied } from './show-proxied.ts'

/** The result of an interaction for which no call was made any more. A run that its limit ended must not pass, so the first of them fails. */
export function leftOut({ interaction, pact }: Chosen, reason: string, first: boolean): Check {
  const about = { name: interaction.description, title: titleOf(interaction) }
  if (!first) return { ...about, state: 'skipped', findings: [], reason }
  const hint = 'Allow more with --timeout, or fewer interactions with --filter.'
  const finding: Finding = {
    code: 'contract.limit.reached',
    level: 'error',
    pointer: '',
    expected: 'all interactions verified in time',
    got: reason,
    hint,
  }
  return { ...about, state: 'failed', findings: [finding], again: againFor(pact, interaction) }
}

const titleOf = ({ states }: Interaction) => states.map(({ name }) => name).join(', ') || 'no state'

const againFor = (pact: Pact, { description }: Interaction) =>
  `koosandbox contract verify seller --url … ${naming(pact)} --filter ${shellWord(description)}`

/** What was observed of one interaction. */
export interface Seen extends Evidence {
  /** Why the verifier gave no result at all. */
  readonly failure: string | undefined
  /** Keys, to be masked. */
  readonly secrets: readonly string[]
}

/** The check of an interaction that was to be verified. */
export function toCheck(one: Chosen, verified: VerifiedInteraction | undefined, seen: Seen): Check {
  const { interaction, skip, unheld } = one
  const { description, pending } = interaction
  const about = { name: description, title: titleOf(interaction) }
  if (skip !== undefined) return { ...about, state: 'skipped', findings: [], reason: skip }
  const { exchange } = seen
  const shown = exchange === undefined ? undefined : showProxied(exchange, seen.secrets)
  const findings = findingsFor(one, verified, seen, unheld, seen.failure).map((finding) =>
    shown === undefined ? finding : { ...finding, exchange: shown },
  )
  const wrong = findings.some(({ level }) => level === 'error')
  if (pending && verified !== undefined && wrong) {
    const reason = 'pending: no page of the vendor documents this result, and the seller answered something else'
    return { ...about, state: 'skipped', findings: findings.map((finding) => ({ ...finding, level: 'info' })), reason }
  }
  return {
    ...about,
    state: stateOf(findings),
    findings,
    ...(verified?.ms === undefined ? {} : { ms: verified.ms }),
    ...(wrong ? { again: againFor(one.pact, interaction) } : {}),
  }
}

/** The option that selects this pact. */
function naming({ file }: Pact): string {
  const part = PARTS.find(({ name }) => file === `koogallery-seller-${name}.json` || file === `koogallery-seller-${name}-staged.json`)
  return part === undefined ? `--pact ${shellWord(file)}` : `--part ${part.name}`
}
