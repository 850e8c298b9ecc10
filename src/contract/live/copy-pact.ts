import { isObject, type Members } from '../read-body.ts'
import type { Interaction, Pact } from '../read-pact.ts'
import { onTheWay, rulesOnTheWay } from './redirects.ts'
import { type DateGenerator, takeDates } from './world-dates.ts'

/** The single state that replaces all states of an interaction in the copy. The provider server knows the real ones. */
const stateNamed = (number: number) => `interaction ${number}`
/** Descriptions begin with the number, so that the verifier's results can be assigned to interactions. */
export const numberIn = (description: string): number => Number(/^(\d+): /.exec(description)?.[1] ?? Number.NaN)
export const worldOf = (number: number) => `contract-${number}`

/**
 * The pact as the verifier gets it: only the chosen interactions, each with its number in the description, one state instead of its
 * own states, and the name of its world in a header. Everything that is compared stays unchanged.
 * @param numbers of the chosen interactions, by their index in the file
 * @param dates collects, by number, the dates and times that the verifier would generate from the machine's clock
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
  // Without a version, the verifier would assume another one than our reader did.
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
 * A double with a zero fraction may be written without it, but the verifier does not accept 199 as a decimal. Where the spec allows no
 * fraction, the comparison with the specs has already rejected the matcher.
 */
function asNumbers(rules: unknown): unknown {
  if (Array.isArray(rules)) return rules.map(asNumbers)
  if (!isObject(rules)) return rules
  return Object.fromEntries(
    Object.entries(rules).map(([key, one]) => [key, key === 'match' && one === 'decimal' ? 'number' : asNumbers(one)]),
  )
}

/** The name of an interaction in messages: `#3 "a request for the order list"`. */
export const titleOf = ({ index, description }: Interaction) => `#${index} ${description}`
