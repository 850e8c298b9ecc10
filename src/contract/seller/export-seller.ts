import type { Specs } from '../../spec/catalogue.ts'
import type { Operation } from '../../spec/operation.ts'
import { type CallForm, callFormsOf, kindsOf } from './call-forms.ts'
import { interactionOf, type SellerInteraction } from './interaction.ts'
import { PARTS, type Part } from './parts.ts'
import { statesFor } from './required-states.ts'
import { BESIDE, type Result, resultsOf } from './results.ts'
import { STATES } from './states.ts'

/** One pact file. */
export interface ExportedPact {
  /** `koogallery-seller-basic.json` */
  readonly file: string
  readonly text: string
  readonly part: Part
  /** Contains interactions that need the seller's own state handlers. */
  readonly staged: boolean
  readonly interactions: readonly SellerInteraction[]
}

/**
 * The production interface as pacts, generated from `specs/production*`: every activity, each of its published forms, each documented
 * result. Interactions whose states can be set up by calls are in one file; those that need the seller's own state handlers are in another
 * (`-staged`). The same specs give the same bytes.
 *
 * @param provider name of the seller; default: a name for each part, such as `seller-basic`
 * @example
 * for (const { file, text } of exportSeller(specsOf(builtInBundle()))) writeFileSync(join('contracts', file), text)
 */
export function exportSeller(specs: Specs, services: readonly string[] = [], provider?: string): readonly ExportedPact[] {
  return PARTS.filter(({ service }) => services.length === 0 || services.includes(service)).flatMap((part) => {
    const interactions = part.operations.flatMap((id) => interactionsOf(specs, `${part.service}.${id}`))
    const isStaged = ({ providerStates }: SellerInteraction) => providerStates.some(({ name }) => STATES[name].by === 'seller')
    return [false, true].flatMap((staged) => {
      const some = interactions.filter((one) => isStaged(one) === staged)
      return some.length === 0 ? [] : [fileOf(part, staged, some, provider)]
    })
  })
}

function interactionsOf(specs: Specs, ref: string): readonly SellerInteraction[] {
  const operation = specs.operation(ref)
  const allForms = callFormsOf(operation)
  return resultsOf(operation, specs.bundle).flatMap((result) => {
    const forms = result.by.how === 'served' ? allForms : fitting(operation, result, allForms)
    return forms.map((form) => interactionOf(operation, form, result, specs.bundle))
  })
}

/**
 * One form of each kind. A refusal because of a missing member needs a form whose states do not depend on it. The case in which another
 * instance was released uses the first form that needs an existing instance.
 */
function fitting(operation: Operation, { by }: Result, allForms: readonly CallForm[]): readonly CallForm[] {
  const kinds = kindsOf(allForms)
  const without = by.how === 'state' ? by.without : undefined
  if (without !== undefined) return [allForms.find(({ members }) => !(without in members)) ?? kinds[0]].flatMap((form) => form ?? [])
  if (by.how !== 'beside') return kinds
  return kinds.filter((form) => by.state !== undefined || statesFor(operation, form).some((name) => name in BESIDE)).slice(0, 1)
}

function fileOf(part: Part, staged: boolean, interactions: readonly SellerInteraction[], provider: string | undefined): ExportedPact {
  const name = `seller-${part.name}${staged ? '-staged' : ''}`
  const head = { consumer: { name: 'koogallery' }, provider: { name: provider ?? name } }
  const metadata = { koogallerySandbox: { part: part.title, madeOf: `specs/${part.service}` }, pactSpecification: { version: '4.0' } }
  const text = textOf(head, interactions, metadata)
  return { file: `koogallery-${name}.json`, text, part, staged, interactions }
}

/** One line for each member of an interaction, so that it is readable and a changed member is one changed line. */
function textOf(head: object, interactions: readonly object[], metadata: object): string {
  const lines = (value: object, indent: string) =>
    Object.entries(value)
      .map(([name, member]) => `${indent}${JSON.stringify(name)}: ${JSON.stringify(member)}`)
      .join(',\n')
  const each = interactions.map((one) => `    {\n${lines(one, '      ')}\n    }`).join(',\n')
  return `{\n${lines(head, '  ')},\n  "interactions": [\n${each}\n  ],\n${lines({ metadata }, '  ')}\n}\n`
}
