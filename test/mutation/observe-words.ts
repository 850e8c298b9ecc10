import type { Specs } from '../../src/spec/catalogue.ts'
import type { OperationDoc, ParameterDoc, Schema } from '../../src/spec/document/model.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { fullSample, undeclared } from './full-sample.ts'
import type { Observation } from './suite.ts'

type Schemas = Readonly<Record<string, Schema>>

/**
 * Holds all that a contract may use of one operation, every parameter, member, header and status, against the specs of the sandbox
 * that is looked at: the comparison without any call.
 */
export function* observeWords(specs: Specs, operation: Operation, schemas: Schemas): Generator<Observation> {
  const theirs = [...specs.operations, ...specs.webhooks].find(({ ref }) => ref === operation.ref)
  const known = (specs.bundle.services[operation.service]?.components?.schemas ?? {}) as Schemas
  yield [`${operation.ref} is known`, theirs ? `${theirs.method} ${theirs.path} ${theirs.auth.join()}` : 'no']
  if (!theirs) return
  const strange = [
    ...unknownParameters(operation.doc.parameters ?? [], theirs.doc.parameters ?? []),
    ...unknownMembers(operation.doc.requestBody?.content, theirs.doc.requestBody?.content, 'request', schemas, known),
    ...unknownAnswers(operation.doc, theirs.doc, schemas, known),
  ]
  yield [`${operation.ref} word by word`, strange.join()]
}

function unknownParameters(ours: readonly ParameterDoc[], theirs: readonly ParameterDoc[]): readonly string[] {
  return ours.filter((p) => !theirs.some((other) => other.name === p.name && other.in === p.in)).map((p) => `${p.in} ${p.name}`)
}

function* unknownAnswers(ours: OperationDoc, theirs: OperationDoc, schemas: Schemas, known: Schemas): Generator<string> {
  for (const [status, response] of Object.entries(ours.responses)) {
    const other = theirs.responses[status]
    if (!other) yield `status ${status}`
    for (const header of Object.keys(response.headers ?? {})) if (!other?.headers?.[header]) yield `${status} ${header}`
    if (other) yield* unknownMembers(response.content, other.content, status, schemas, known)
  }
}

function* unknownMembers(
  ours: Readonly<Record<string, { readonly schema?: Schema }>> | undefined,
  theirs: Readonly<Record<string, { readonly schema?: Schema }>> | undefined,
  where: string,
  schemas: Schemas,
  known: Schemas,
): Generator<string> {
  for (const [media, { schema }] of Object.entries(ours ?? {})) {
    const other = theirs?.[media]?.schema
    if (schema && other) for (const pointer of undeclared(fullSample(schema, schemas), other, known)) yield `${where} ${pointer}`
  }
}
