import { didYouMean } from '../language/did-you-mean.ts'
import type { Specs } from '../spec/catalogue.ts'
import { FOREIGN, OURS } from '../spec/document/foreign.ts'
import type { Finding } from '../spec/finding.ts'
import type { Pact } from './read-pact.ts'

/** Words of a name that mean the cloud or its marketplace as a whole. */
const WHOLE = ['huawei', 'huaweicloud', 'cloud', 'hwc', 'koogallery', 'marketplace', 'gallery', 'sandbox', 'koosandbox']

/** Reports a pact whose provider is none of the services that it is compared with: it may be the wrong file. */
export function* providerFindings({ bundle }: Specs, { provider }: Pact): Generator<Finding> {
  const vendors = Object.entries(bundle.services).filter(([, service]) => service['x-origin'] !== OURS)
  const foreign = vendors.filter(([, service]) => service['x-origin'] === FOREIGN)
  const names = vendors.flatMap(([name, { info }]) => [name, ...(foreign.length > 0 ? [slug(info.title)] : [])])
  const words = slug(provider).split('-')
  const own = slug(provider)
  const known = names.some((name) => own === name || own.includes(name) || (name.includes(own) && own.length > 2))
  if (known || (foreign.length === 0 && words.some((word) => WHOLE.includes(word)))) return
  yield {
    code: 'pact.provider.unknown',
    level: 'warning',
    pointer: '/provider/name',
    expected: `a provider that can be checked here: ${[...new Set(names)].join(', ')}`,
    got: provider,
    hint: `No service has this name.${didYouMean(provider, names)} Check that it is the right file.`.trim(),
  }
}

const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') // biome-ignore format: one thought
