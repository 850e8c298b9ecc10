import type { Specs } from '../../spec/catalogue.ts'
import { interfaceUseOf } from '../../spec/interface-use.ts'
import type { Operation } from '../../spec/operation.ts'
import type { InterfaceKeys } from '../../world/entities/kinds-api.ts'
import type { Interaction, Pact } from '../read-pact.ts'
import { isSelected, type Selection } from '../selection.ts'
import { operationFor } from './state-server.ts'
import { isState, STATES } from './states.ts'

/** One interaction of a pact, and what is known about it before the run. */
export interface Chosen {
  /** Unique in this run. */
  readonly id: string
  readonly pact: Pact
  readonly interaction: Interaction
  readonly operation: Operation | undefined
  /** Why it cannot be verified. */
  readonly skip?: string
  /** States without a handler: the verifier would ignore them without a message. */
  readonly unheld: readonly string[]
}

/** The interactions that a filter selects, each with the reasons against running it. */
export function choose(
  specs: Specs,
  pacts: readonly Pact[],
  { keys, sellerStates, ...selection }: Selection & { readonly keys: InterfaceKeys; readonly sellerStates?: string | undefined },
): readonly Chosen[] {
  return pacts.flatMap((pact, number) =>
    pact.interactions
      .filter((interaction) => isSelected(selection, interaction))
      .map((interaction): Chosen => {
        const operation = operationFor(specs, callOf(interaction))
        const use = interfaceUseOf(operation)
        const staged = interaction.states.find(({ name }) => isState(name) && STATES[name].by === 'seller')
        const skip =
          staged !== undefined && sellerStates === undefined
            ? `only the seller can set up "${staged.name}": pass the address of its handler with --seller-states`
            : keys[use] === undefined
              ? `no key of the ${use} interfaces was given`
              : undefined
        const unheld = sellerStates === undefined ? interaction.states.map(({ name }) => name).filter((name) => !isState(name)) : []
        return { id: `${number}.${interaction.index}`, pact, interaction, operation, ...(skip === undefined ? {} : { skip }), unheld }
      }),
  )
}

function callOf({ request }: Interaction) {
  const url = new URL(`http://seller${request.path}`)
  url.search = request.query
  return { method: request.method, url, body: JSON.stringify(request.body?.value ?? '') }
}
