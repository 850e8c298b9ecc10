import type { Operation } from '../../spec/operation.ts'

/** One published form of a call: an example of its body, or the parameters of V1.0 that belong together. */
export interface CallForm {
  readonly name: string
  /** Members of the body, or parameters of the query. */
  readonly members: Readonly<Record<string, unknown>>
  /** The values that make it a different case for the vendor: scene, status, flag. Forms that only differ in notation have the same values. */
  readonly kind: string
  /** Sent by the debugging page. */
  readonly debugging: boolean
}

/** Parameters that the signing proxy adds. */
export const SIGNED: ReadonlySet<string> = new Set(['signature', 'timestamp', 'nonce', 'authToken', 'timeStamp'])

/** The published forms of a call, in the order of the spec. */
export function callFormsOf({ doc, method }: Operation): readonly CallForm[] {
  if (method === 'POST') {
    const examples = doc.requestBody?.content['application/json']?.examples ?? {}
    return Object.entries(examples).map(([name, { value }]) => formOf(name, value as Record<string, unknown>))
  }
  const parameters = (doc.parameters ?? []).filter((one) => one.in === 'query' && !SIGNED.has(one.name)) as readonly WithExamples[]
  const names = [...new Set(parameters.flatMap(({ examples = {} }) => Object.keys(examples)))]
  const complete = (name: string) => parameters.every((one) => !one.required || valueIn(one, name) !== undefined)
  return [...(complete('') ? ['plain'] : []), ...names].map((name) =>
    formOf(
      name,
      Object.fromEntries(parameters.flatMap((one) => (valueIn(one, name) === undefined ? [] : [[one.name, valueIn(one, name)]]))),
    ),
  )
}

interface WithExamples {
  readonly name: string
  readonly required?: boolean
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>
}

/** An `example` belongs to every scene, `examples` to those that they name. */
function valueIn({ required, example, examples }: WithExamples, form: string): unknown {
  const own = examples?.[form]?.value
  if (own !== undefined) return own
  // A mandatory parameter whose examples belong to named scenes needs a value in the other scenes too.
  return example ?? (required && form !== '' ? Object.values(examples ?? {})[0]?.value : undefined)
}

function formOf(name: string, members: Readonly<Record<string, unknown>>): CallForm {
  const kind = JSON.stringify(KINDS.map((member) => members[member]))
  return { name, members, kind, debugging: String(members['testFlag']) === '1' }
}

const KINDS = ['scene', 'status', 'instanceStatus', 'flag', 'trialToFormal', 'trialFlag']

/** One scene of each kind, without those of the debugging page where others are published. */
export function kindsOf(forms: readonly CallForm[]): readonly CallForm[] {
  const real = forms.filter(({ debugging }) => !debugging)
  const first = new Map<string, CallForm>()
  for (const form of real.length > 0 ? real : forms) if (!first.has(form.kind)) first.set(form.kind, form)
  return [...first.values()]
}
