import { didYouMean } from '../../language/did-you-mean.ts'
import { renderEnvelope } from '../envelope.ts'
import { SpecFault } from './fault.ts'
import type { ErrorDoc, FamilyDoc, OperationDoc, Schema } from './model.ts'

/** Writes the documented errors of an operation into its `responses`, one example each. */
export function addErrors(
  doc: OperationDoc,
  families: Readonly<Record<string, FamilyDoc>>,
  place: (at: (string | number)[]) => string,
  schemas: Record<string, Schema>,
): OperationDoc {
  const name = doc['x-error-family']
  const listed = ((doc['x-errors'] ?? []) as unknown[]).map((item) => (typeof item === 'object' ? item : { code: String(item) })) as {
    code: string
  }[]
  if (listed.length === 0) return { ...doc, 'x-errors': [] }
  const family = name === undefined ? undefined : families[name]
  if (!family)
    throw new SpecFault(
      `${place(['x-errors'])}: x-error-family "${name}" is not in errors.yaml.${didYouMean(name ?? '', Object.keys(families))}`,
    )
  const schemaName = `${name?.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Error`
  schemas[schemaName] ??= envelopeSchema(family)
  const responses: Record<string, ResponseLike> = { ...(doc.responses as Record<string, ResponseLike>) }
  for (const [i, { code }] of listed.entries()) {
    const error = family.errors[code]
    if (!error) {
      throw new SpecFault(
        `${place(['x-errors', i])}: x-errors lists ${code}, but errors.yaml has no such entry.${didYouMean(code, Object.keys(family.errors))}`,
      )
    }
    const status = String(error.status)
    responses[status] =
      error.body === null
        ? (responses[status] ?? { description: error.message })
        : addExample(responses[status], code, error, family, schemaName)
  }
  return { ...doc, responses, 'x-errors': listed }
}

type ResponseLike = { description?: string; content?: Record<string, { schema?: Schema; examples?: Record<string, { value: unknown }> }> }

function addExample(before: ResponseLike | undefined, code: string, error: ErrorDoc, family: FamilyDoc, schemaName: string): ResponseLike {
  const type = family.envelope.media ?? 'application/json'
  const media = before?.content?.[type]
  const ref = { $ref: `#/components/schemas/${schemaName}` }
  const example = { value: renderEnvelope(error.body ?? family.envelope.body, code, error, { request_id: '0'.repeat(32) }) }
  const schema = !media ? ref : error.status < 300 && media.schema ? media.schema : (media.schema ?? ref)
  return {
    description: before?.description ?? (error.status < 300 ? 'Answered, with an error inside' : 'Refused'),
    content: { ...before?.content, [type]: { schema, examples: { ...media?.examples, [code]: example } } },
  }
}

function envelopeSchema(family: FamilyDoc): Schema {
  if (!family.members) return family.envelope.schema
  return { ...family.envelope.schema, properties: { ...family.envelope.schema.properties, ...family.members } }
}
