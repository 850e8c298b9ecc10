import type { Bundle, Schema } from '../../spec/document/model.ts'
import type { Evidence } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import type { StateName } from './states.ts'

/** One result that the specs document for a call, and what leads to it. */
export interface Result {
  /** The code, with the suffix that the specs add to distinguish results: `000003`, `000003:licence`. */
  readonly key: string
  /** Accepted codes. */
  readonly codes: readonly string[]
  readonly evidence: Evidence
  readonly source: string
  readonly meaning: string
  readonly cause: string
  readonly by:
    | { readonly how: 'served' }
    /** Carried out once more: the state brings about that it was before. */
    | { readonly how: 'repeated'; readonly state: StateName }
    /** Carried out although the same was just done to another one. */
    | { readonly how: 'beside'; readonly state?: StateName }
    | { readonly how: 'unknown-instance' }
    | { readonly how: 'missing'; readonly member: string }
    /** A state beside those that the call needs; `without` a member that the form must not have. */
    | { readonly how: 'state'; readonly state: StateName; readonly without?: string }
}

/** The state that leads to a code, where the request itself does not. The specs describe it in `cause`. */
const STATE: Readonly<Record<string, StateName>> = {
  '000001': 'the signature is wrong',
  '000004': 'the work takes time',
  '000005': 'the service of the seller fails',
  '000100': 'no resource is left to allot',
  '000101': 'the mobile number is taken',
  '000101:secret': 'the secret cannot be decrypted',
  '000102': 'the mail address is taken',
  '000103': 'the product was bought before',
  '000104': 'the service of the product fails',
  '000105': 'the benefit was bought before',
  '000106': 'the product is sold out',
  '000107': 'the mail domain is taken',
  '000900': 'the licences of the order are used up',
  '000901': 'the order is not in force',
  '000902': 'the product is sold by period',
  '000903': 'licences are bound to devices',
}
const WITHOUT: Readonly<Record<string, string>> = { '000902': 'expireTime', '000903': 'deviceFingerprint' }

/** The member to leave out where several are mandatory: the one whose absence has only one explanation. */
const LEFT_OUT = ['scene', 'status', 'expireTime', 'tenantId', 'productInfo', 'eventId', 'license', 'instanceId', 'orderId']

/** The documented results of a call, in the order of its codes. */
export function resultsOf(operation: Operation, { families, services }: Bundle): readonly Result[] {
  const { doc, service } = operation
  const errors = families[service]?.[doc['x-error-family'] ?? '']?.errors ?? {}
  const schemas = services[service]?.components?.schemas ?? {}
  const results = (doc['x-result-codes'] ?? []).map((one): Result => {
    const key = typeof one === 'string' ? one : one.code
    const error = errors[key]
    const evidence = (typeof one === 'string' ? undefined : one['x-evidence']) ?? error?.['x-evidence'] ?? 'doc'
    const by = byOf(operation, key, schemas)
    // No page says that the kit's calls check instances: one of them is sent before any instance exists (inferred).
    const unsure = by.how === 'unknown-instance' && doc['x-key'] === 'kit'
    return {
      key,
      codes: codesOf(operation, key, by),
      evidence: unsure ? 'inferred' : evidence,
      source: error?.['x-source']?.[0] ?? doc['x-source'][0] ?? '',
      meaning: error?.meaning ?? '',
      cause: error?.cause ?? '',
      by,
    }
  })
  return results.flatMap((result) => (result.by.how === 'served' ? [result, ...besides(operation, result)] : [result]))
}

/** Further calls that must succeed: a repeat, and a call after another instance, licence, application or tenant was removed. */
function besides(operation: Operation, served: Result): readonly Result[] {
  const cause = 'call for one that is there after another one, of another order, was released or removed'
  const repeats = repeatOf(operation, served)
  return [...repeats, ...(repeats.length > 0 ? repeats : [served]).map((one): Result => ({ ...one, cause, by: besideOf(one.by) }))]
}

const besideOf = (by: Result['by']): Result['by'] => ({ how: 'beside', ...(by.how === 'repeated' ? { state: besideState(by.state) } : {}) })

const besideState = (state: StateName): StateName => BESIDE[state] ?? state

/** The same state after another entity of its kind was removed. */
export const BESIDE: Readonly<Partial<Record<StateName, StateName>>> = {
  'an order line has its instance': 'an order kept its instance when another was released',
  'an instance is open': 'another instance was released',
  'a licence was handed out': 'another licence was released',
  'a tenant is synchronised': 'another tenant was removed',
  'an application is synchronised': 'another application was removed',
}

/** The repeat that sellers most often answer wrongly: the same order line must get the same instance (S-42). */
function repeatOf({ id }: Operation, served: Result): readonly Result[] {
  if (id !== 'newInstance') return []
  const cause = 'call again for the order line, with another businessId'
  return [{ ...served, source: 'S-42', evidence: 'seed', cause, by: { how: 'repeated', state: 'an order line has its instance' } }]
}

function byOf(operation: Operation, key: string, schemas: Readonly<Record<string, Schema>>): Result['by'] {
  if (key === '000000') return { how: 'served' }
  if (key === '000002') return { how: 'missing', member: memberToLeaveOut(operation, schemas) }
  if (key.startsWith('000003')) return { how: 'unknown-instance' }
  if (key === '000004' && operation.id === 'newInstance') return { how: 'state', state: 'instances are opened in the background' }
  const state = STATE[key]
  if (state === undefined) throw new Error(`${operation.ref} documents ${key}, and no state leads to it yet.`)
  return { how: 'state', state, ...(WITHOUT[key] === undefined ? {} : { without: WITHOUT[key] }) }
}

function codesOf({ id, service }: Operation, key: string, by: Result['by']): readonly string[] {
  const code = key.slice(0, 6)
  // Opening in the background is as correct as opening at once. In V1.0 the answer then names no instance.
  if (by.how === 'served' && id === 'newInstance' && service === 'production') return [code, '000004']
  // A licence may be created in the background, for every call that asks for one.
  if (by.how === 'served' && id === 'getLicenseAsync') return [code, '000004']
  // A missing instanceId may be answered like an unknown one (inferred).
  if (by.how === 'missing' && (by.member === 'instanceId' || by.member === 'license')) return [code, '000003']
  // No page says how a query for an unknown instance is answered: an empty list is accepted (inferred).
  if (by.how === 'unknown-instance' && id === 'queryInstance') return ['000000', code]
  return [code]
}

function memberToLeaveOut({ ref, doc }: Operation, schemas: Readonly<Record<string, Schema>>): string {
  const schema = doc.requestBody?.content['application/json']?.schema
  const body = schema && schemas[schema.$ref?.split('/').at(-1) ?? '']
  // A member whose requirement is only inferred may be left out.
  const unsure = (evidence: Evidence | undefined) => evidence === 'inferred' || evidence === 'unknown'
  const query = (doc.parameters ?? []).filter((one) => one.in === 'query' && one.required && !unsure(one['x-evidence']))
  const mandatory = body ? (body['required'] as readonly string[]) : query.map(({ name }) => name)
  const member = LEFT_OUT.find((name) => mandatory.includes(name))
  if (member === undefined) throw new Error(`${ref} has no mandatory member that could be left out.`)
  return member
}
