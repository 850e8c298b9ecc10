/** The SDKs whose variables can be printed alone. */
export const SDKS = ['node', 'python', 'go', 'java', 'php'] as const
export type Sdk = (typeof SDKS)[number]

type Variables = Readonly<Record<string, string>>

/** The variables that one SDK understands, and what has to be set in code instead. Our own variables and those of TLS stay. */
export function forSdk(sdk: Sdk, all: Variables, url: string): { readonly variables: Variables; readonly notes: readonly string[] } {
  const { reads, notes } = RULES[sdk]
  const variables = Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('HUAWEICLOUD_SDK_') || reads(name, url)))
  return { variables, notes: notes(url) }
}

interface Rule {
  readonly reads: (name: string, url: string) => boolean
  readonly notes: (url: string) => readonly string[]
}

const KEYS = /^HUAWEICLOUD_SDK_(AK|SK|DOMAIN_ID|PROJECT_ID)$/
const IAM = 'HUAWEICLOUD_SDK_IAM_ENDPOINT'
const REGION = /^HUAWEICLOUD_SDK_REGION_/

const RULES: Readonly<Record<Sdk, Rule>> = {
  node: {
    reads: (name) => KEYS.test(name) || name === IAM,
    notes: (url) => [
      `The Node SDK reads no region from the environment: set .withEndpoint('${url}').`,
      'A client that is given no credential reads the keys and HUAWEICLOUD_SDK_IAM_ENDPOINT. For BSS, set HUAWEICLOUD_SDK_TYPE=GlobalCredentials too.',
    ],
  },
  python: {
    reads: () => true,
    notes: (url) => [`Clients that are built with a region need no change. Others: .with_endpoint("${url}").`],
  },
  go: {
    // Go writes https:// before the addresses of IAM and STS.
    reads: (name, url) => KEYS.test(name) || REGION.test(name) || url.startsWith('https:'),
    notes: (url) =>
      url.startsWith('https:')
        ? []
        : [
            `The Go SDK puts https:// before HUAWEICLOUD_SDK_IAM_ENDPOINT, so that it is left out: use .WithIamEndpointOverride("${url}") or keep the domain id.`,
          ],
  },
  java: {
    reads: () => true,
    notes: (url) => [`Clients that are built with a region need no change. Others: .withEndpoint("${url}").`],
  },
  php: {
    // By the source of its core: what its credentials can be given, and no region.
    reads: (name) => KEYS.test(name) || name === IAM,
    notes: (url) => [
      `The PHP SDK reads no region from the environment: set ->withEndpoint('${url}').`,
      'A client that is given no credential reads the keys and HUAWEICLOUD_SDK_IAM_ENDPOINT. For BSS, set HUAWEICLOUD_SDK_TYPE=GlobalCredentials too.',
    ],
  },
}
