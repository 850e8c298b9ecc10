/** How bad a change is for a seller's software that was written for the old specs. */
export type Level = 'breaking' | 'risky' | 'harmless'

/** The half of the seller's software that a change affects: the calls it makes, or the calls it serves. */
export type Side = 'consumer' | 'provider'

/** Whether the seller sends the field or receives it. */
export type Direction = 'sent' | 'received'

/**
 * How bad a change of a field is, by direction. As a consumer the seller sends requests and receives replies; as a provider it receives
 * calls and sends answers, so the same change has a different level there. The names are part of published finding codes and never change.
 */
export const FIELD_RULES = {
  'field-added': { sent: 'harmless', received: 'harmless' },
  'field-added-required': { sent: 'breaking', received: 'harmless' },
  // A strict client may reject the new field, because the old schema allowed no other members.
  'field-added-to-closed': { sent: 'harmless', received: 'risky' },
  'field-removed': { sent: 'risky', received: 'breaking' },
  'field-removed-from-closed': { sent: 'breaking', received: 'breaking' },
  'now-required': { sent: 'breaking', received: 'harmless' },
  'now-optional': { sent: 'harmless', received: 'breaking' },
  'type-changed': { sent: 'breaking', received: 'breaking' },
  'type-widened': { sent: 'harmless', received: 'breaking' },
  'type-narrowed': { sent: 'breaking', received: 'harmless' },
  'value-added': { sent: 'harmless', received: 'risky' },
  'value-removed': { sent: 'breaking', received: 'harmless' },
  'bound-tightened': { sent: 'breaking', received: 'harmless' },
  'bound-loosened': { sent: 'harmless', received: 'risky' },
  'form-added': { sent: 'breaking', received: 'harmless' },
  'form-changed': { sent: 'breaking', received: 'risky' },
  'form-removed': { sent: 'harmless', received: 'risky' },
  closed: { sent: 'breaking', received: 'harmless' },
  opened: { sent: 'harmless', received: 'harmless' },
  'variant-added': { sent: 'harmless', received: 'risky' },
  'variant-removed': { sent: 'breaking', received: 'harmless' },
  'default-changed': { sent: 'risky', received: 'risky' },
  deprecated: { sent: 'risky', received: 'harmless' },
  // A change that this comparison does not assess.
  'not-compared': { sent: 'risky', received: 'risky' },
} as const satisfies Readonly<Record<string, Readonly<Record<Direction, Level>>>>

export type FieldChange = keyof typeof FIELD_RULES

/** One difference, before it becomes a finding. */
export interface Change {
  /** `consumer.request.now-required`: side, part, what. */
  readonly code: string
  readonly level: Level
  /** Where: `/bss.PayOrders/body/order_id`. */
  readonly pointer: string
  readonly old: string
  readonly now: string
}

/** The place that changes are reported for. */
export interface Place {
  readonly side: Side
  /** `request` and `reply` of a consumer, `call` and `answer` of a provider. */
  readonly part: string
  readonly direction: Direction
  readonly pointer: string
}

/** A change of a field, with the level for its direction. */
export function fieldChange({ side, part, direction, pointer }: Place, what: FieldChange, old: unknown, now: unknown): Change {
  return { code: `${side}.${part}.${what}`, level: FIELD_RULES[what][direction], pointer, old: textOf(old), now: textOf(now) }
}

/** A value as text for a finding, shortened; `nothing` for `undefined`. */
export function textOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}
