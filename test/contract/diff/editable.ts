import type { Schema } from '../../../src/spec/document/model.ts'

type Level = 'breaking' | 'risky' | 'harmless'
// biome-ignore lint/suspicious/noExplicitAny: a bundle to be spoilt in any way
type Anything = any

/** A bundle that may be changed. */
export interface Editable {
  services: Record<string, { paths?: Record<string, Record<string, Operation>>; webhooks?: Record<string, Record<string, Operation>> }>
  families: Record<string, Record<string, { errors: Record<string, Anything>; violations: Record<string, Anything>; envelope: Anything }>>
  settings: Record<string, Anything>
  deliveries: Anything
}
interface Operation {
  operationId: string
  parameters?: { name: string; in: string; required?: boolean; schema: Schema; [more: string]: Anything }[]
  [more: string]: Anything
}

/** A change of the built-in specs, and all that is to be told of it. */
export type RuleRow = readonly [what: string, change: (now: Editable) => void, told: readonly (readonly [Level, string, string])[]]

/** An operation or call of the built-in specs. */
export const operationIn = (now: Editable, service: string, id: string): Operation =>
  Object.values(now.services[service]!.webhooks ?? now.services[service]!.paths!)
    .flatMap((item) => Object.values(item))
    .find(({ operationId }) => operationId === id)!
