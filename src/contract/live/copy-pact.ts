import { isObject, type Members } from '../read-body.ts'
import type { Interaction, Pact } from '../read-pact.ts'
import { onTheWay, rulesOnTheWay } from './redirects.ts'
import { type DateGenerator, takeDates } from './world-dates.ts'

/** The state that stands for all states of an interaction in the copy: the stage knows which they are. */
const stateNamed = (number: number) => `interaction ${number}`
/** Descriptions begin with the number, so that what the verifier says of one is known to be of that one. */
export const numberIn = (description: string): number => Number(/^(\d+): /.exec(description)?.[1] ?? Number.NaN)
export const worldOf = (number: number) => `contract-${number}`

/**
 * The pact as the verifier gets it: only the chosen interactions, each with its number in the description, one state in place of its
 * own, and the world it is for in a header. Everything that is compared stays as it is.
 * @param numbers of the chosen interactions, by their index in the file
 * @param dates takes the dates and times that the verifier would make of the machine's clock, by number
 */
export function copyPact(
  { document, version, versionGiven }: Pact,
  provider: string,
  numbers: ReadonlyMap<number, number>,
  dates: Map<number, readonly DateGenerator[]>,
): Members {
  const interactions = (document.interactions as Members[]).flatMap((item, index) => {
    const number = numbers.get(index)
    if (number === undefined) return []
    const wishes: DateGenerator[] = []
    const copy = copyInteraction(item, number, version, wishes)
    dates.set(number, wishes)
    return [copy]
  })
  const { messages: _, ...rest } = document
  // A verifier takes what says no version for another one than it was read as.
  const metadata = versionGiven
    ? {}
    : { metadata: { ...(isObject(rest.metadata) ? rest.metadata : {}), pactSpecification: { version: `${version}.0.0` } } }
  return { ...rest, ...metadata, provider: { name: provider }, interactions }
}

function copyInteraction(item: Members, number: number, version: Pact['version'], wishes: DateGenerator[]): Members {
  const { providerState: _one, provider_state: _old, providerStates: _several, ...rest } = item
  const request = item.request as Members
  const response = responseOf(item.response as Members)
  const own = Object.entries(isObject(request.headers) ? request.headers : {}).filter(([name]) => name.toLowerCase() !== 'x-sandbox-world')
  return {
    ...rest,
    description: `${number}: ${String(item.description)}`,
    ...(version === 2 ? { providerState: stateNamed(number) } : { providerStates: [{ name: stateNamed(number) }] }),
    response,
    request: { ...takeDates(request, wishes), headers: { ...Object.fromEntries(own), 'X-Sandbox-World': worldOf(number) } },
  }
}

function responseOf({ matchingRules, ...response }: Members): Members {
  const status = typeof response.status === 'number' ? { status: onTheWay(response.status) } : {}
  const rules = matchingRules === undefined ? {} : { matchingRules: rulesOnTheWay(asNumbers(matchingRules)) }
  return { ...response, ...status, ...rules }
}

/**
 * A double whose fraction is zero may be written without it: the verifier would take 199 for no decimal. Where no fraction can stand,
 * the comparison with the specs has refused the matcher.
 */
function asNumbers(rules: unknown): unknown {
  if (Array.isArray(rules)) return rules.map(asNumbers)
  if (!isObject(rules)) return rules
  return Object.fromEntries(
    Object.entries(rules).map(([key, one]) => [key, key === 'match' && one === 'decimal' ? 'number' : asNumbers(one)]),
  )
}

/** What a file of the user calls an interaction: `#3 "a request for the order list"`. */
export const titleOf = ({ index, description }: Interaction) => `#${index} ${description}`
