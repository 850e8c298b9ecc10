import { type Interaction, isObject, type Json, type Pact } from '../read-pact.ts'

/** The state that stands for all states of an interaction in the copy: the stage knows which they are. */
export const stateNamed = (number: number) => `interaction ${number}`
/** Descriptions begin with the number, so that what the verifier says of one is known to be of that one. */
export const numberIn = (description: string): number => Number(/^(\d+): /.exec(description)?.[1] ?? Number.NaN)
export const worldOf = (number: number) => `contract-${number}`

/**
 * The pact as the verifier gets it: only the chosen interactions, each with its number in the description, one state in place of its
 * own, and the world it is for in a header. Everything that is compared stays as it is.
 * @param numbers of the chosen interactions, by their index in the file
 */
export function copyPact({ document, version }: Pact, provider: string, numbers: ReadonlyMap<number, number>): Json {
  const interactions = (document.interactions as Json[]).flatMap((item, index) => {
    const number = numbers.get(index)
    return number === undefined ? [] : [copyInteraction(item, number, version)]
  })
  const { messages: _, ...rest } = document
  return { ...rest, provider: { name: provider }, interactions }
}

function copyInteraction(item: Json, number: number, version: Pact['version']): Json {
  const { providerState: _one, provider_state: _old, providerStates: _several, ...rest } = item
  const request = item.request as Json
  const own = Object.entries(isObject(request.headers) ? request.headers : {}).filter(([name]) => name.toLowerCase() !== 'x-sandbox-world')
  return {
    ...rest,
    description: `${number}: ${String(item.description)}`,
    ...(version === 2 ? { providerState: stateNamed(number) } : { providerStates: [{ name: stateNamed(number) }] }),
    request: { ...request, headers: { ...Object.fromEntries(own), 'X-Sandbox-World': worldOf(number) } },
  }
}

/** What a file of the user calls an interaction: `#3 "a request for the order list"`. */
export const titleOf = ({ index, description }: Interaction) => `#${index} ${description}`
