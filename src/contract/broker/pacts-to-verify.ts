import { didYouMean } from '../../language/did-you-mean.ts'
import { SpecFault } from '../../spec/document/fault.ts'
import { isObject, type Members } from '../read-body.ts'
import { type Broker, linkOf, noticesOf } from './broker.ts'

/** Which pacts of a provider a broker is asked for. */
export interface Wanted {
  readonly provider: string
  /** Consumer version selectors in the form of the broker's API. */
  readonly selectors: readonly Members[]
  /** Branch of the provider that verifies: pending and WIP pacts depend on it. */
  readonly branch?: string | undefined
  readonly pending: boolean
  /** Day from which pacts count that no selector names: work in progress. */
  readonly wipSince?: string | undefined
}

/** A pact that a broker gave for verification. */
export interface BrokerPact {
  readonly address: string
  /** A failure is reported and does not count yet. */
  readonly pending: boolean
  /** Why it is verified, in the broker's words. */
  readonly notices: readonly string[]
}

/** The pacts for verification, each with the reason in the broker's words. */
export async function pactsToVerify(
  broker: Broker,
  { provider, selectors, branch, pending, wipSince }: Wanted,
): Promise<readonly BrokerPact[]> {
  const answer = await broker.ask(`/pacts/provider/${encodeURIComponent(provider)}/for-verification`, {
    method: 'POST',
    body: {
      consumerVersionSelectors: selectors,
      includePendingStatus: pending,
      ...(branch === undefined ? {} : { providerVersionBranch: branch }),
      ...(wipSince === undefined ? {} : { includeWipPactsSince: wipSince }),
    },
  })
  const embedded = isObject(answer['_embedded']) ? answer['_embedded']['pacts'] : undefined
  if (!Array.isArray(embedded)) throw new SpecFault(`${broker.url}: the broker's answer has no list of pacts (_embedded.pacts).`)
  return embedded.filter(isObject).map((one) => {
    const address = linkOf(one, 'self', broker)
    if (address === undefined) throw new SpecFault(`${broker.url}: a pact of the broker has no address (_links.self).`)
    const properties = isObject(one['verificationProperties']) ? one['verificationProperties'] : {}
    return { address, pending: properties['pending'] === true, notices: before(properties) }
  })
}

/** Notices about a result are for later. */
function before({ notices }: Members): readonly string[] {
  const all = Array.isArray(notices) ? notices.filter(isObject) : []
  return noticesOf({ notices: all.filter(({ when }) => when === undefined || when === 'before_verification') })
}

const FLAGS = ['mainBranch', 'matchingBranch', 'deployedOrReleased', 'deployed', 'released', 'latest'] as const
const TEXTS = ['branch', 'environment', 'consumer', 'tag', 'fallbackBranch', 'fallbackTag'] as const

/**
 * A selector from the command line: `mainBranch`, `branch=feat/x`, `consumer=shop-app,deployed,environment=prod`, or the broker's JSON.
 * @throws SpecFault with the word that is none
 */
export function selectorOf(text: string): Members {
  if (text.trim().startsWith('{')) {
    try {
      return JSON.parse(text) as Members
    } catch (error) {
      throw new SpecFault(`--selector ${text}: this is not JSON (${(error as Error).message}).`)
    }
  }
  const parts = text.split(',').map((part) => part.split(/=(.*)/s) as [string, string?])
  return Object.fromEntries(
    parts.map(([name, value]) => {
      if (value === undefined && (FLAGS as readonly string[]).includes(name)) return [name, true] as const
      if (value && (TEXTS as readonly string[]).includes(name)) return [name, value] as const
      const near = didYouMean(name, [...FLAGS, ...TEXTS])
      throw new SpecFault(
        `--selector ${text}: "${name}" is not a selector.${near} There are: ${FLAGS.join(', ')}, ${TEXTS.map((one) => `${one}=…`).join(', ')}.`,
      )
    }),
  )
}

/** What Pact recommends where no selector is given. Without a branch of the provider, none can match. */
export function usualSelectors(branch: string | undefined): readonly Members[] {
  return [{ mainBranch: true }, ...(branch === undefined ? [] : [{ matchingBranch: true }]), { deployedOrReleased: true }]
}
