/** How bad a change is for a seller's software that was written for the old specs. */
export type Level = 'breaking' | 'risky' | 'harmless'

/** The half of the seller that a change meets: what it calls, and what it serves. */
export type Side = 'consumer' | 'provider'

/** Whether the seller says a thing or is told it: what one may no longer say is what one need no longer expect. */
export type Voice = 'says' | 'hears'

/**
 * What a change of a field means, by who says it. As a consumer the seller says requests and hears replies; as a provider it hears calls
 * and says answers, so that the same change has the other meaning there. The names stand in codes of findings and never change.
 */
export const FIELD_RULES = {
  'field-added': { says: 'harmless', hears: 'harmless' },
  'field-added-required': { says: 'breaking', hears: 'harmless' },
  // A foreign eyes may be strict: the old specs said that there is nothing else.
  'field-added-to-closed': { says: 'harmless', hears: 'risky' },
  'field-removed': { says: 'risky', hears: 'breaking' },
  'field-removed-from-closed': { says: 'breaking', hears: 'breaking' },
  'now-required': { says: 'breaking', hears: 'harmless' },
  'now-optional': { says: 'harmless', hears: 'breaking' },
  'type-changed': { says: 'breaking', hears: 'breaking' },
  'type-widened': { says: 'harmless', hears: 'breaking' },
  'type-narrowed': { says: 'breaking', hears: 'harmless' },
  'value-added': { says: 'harmless', hears: 'risky' },
  'value-removed': { says: 'breaking', hears: 'harmless' },
  'bound-tightened': { says: 'breaking', hears: 'harmless' },
  'bound-loosened': { says: 'harmless', hears: 'risky' },
  'form-added': { says: 'breaking', hears: 'harmless' },
  'form-changed': { says: 'breaking', hears: 'risky' },
  'form-removed': { says: 'harmless', hears: 'risky' },
  closed: { says: 'breaking', hears: 'harmless' },
  opened: { says: 'harmless', hears: 'harmless' },
  'variant-added': { says: 'harmless', hears: 'risky' },
  'variant-removed': { says: 'breaking', hears: 'harmless' },
  'default-changed': { says: 'risky', hears: 'risky' },
  deprecated: { says: 'risky', hears: 'harmless' },
  // It changed, and what that means was not weighed.
  'not-compared': { says: 'risky', hears: 'risky' },
} as const satisfies Readonly<Record<string, Readonly<Record<Voice, Level>>>>

export type FieldChange = keyof typeof FIELD_RULES

/** One difference, not yet told to anybody. */
export interface Change {
  /** `consumer.request.now-required`: side, part, what. */
  readonly code: string
  readonly level: Level
  /** Where: `/bss.PayOrders/body/order_id`. */
  readonly pointer: string
  readonly old: string
  readonly now: string
}

/** Where changes of one place go. */
export interface Place {
  readonly side: Side
  /** `request` and `reply` of a consumer, `call` and `answer` of a provider. */
  readonly part: string
  readonly voice: Voice
  readonly pointer: string
}

/** A change of a field, with the meaning that it has for who says it. */
export function fieldChange({ side, part, voice, pointer }: Place, what: FieldChange, old: unknown, now: unknown): Change {
  return { code: `${side}.${part}.${what}`, level: FIELD_RULES[what][voice], pointer, old: textOf(old), now: textOf(now) }
}

/** A value in a finding: short, and nothing rather than `undefined`. */
export function textOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}
