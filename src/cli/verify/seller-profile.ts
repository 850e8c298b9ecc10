import { readFileSync } from 'node:fs'
import type { ArgsDef } from 'citty'
import { didYouMean } from '../../index.ts'
import type { Profile } from '../../verify/case.ts'
import { knownOf } from '../../verify/known.ts'
import { PROFILES } from '../../verify/profiles/profiles.ts'
import { misused } from '../terminal/exit-codes.ts'

const NAMES = PROFILES.map(({ name }) => name)

/** The kind of seller, and values about the seller that only a person can give. */
export const profileArguments = {
  profile: {
    type: 'string',
    valueHint: 'name',
    default: NAMES[0] as string,
    description: 'Kind of seller; `koosandbox verify profiles` lists them',
  },
  product: {
    type: 'string',
    valueHint: 'id',
    description: 'A product id of the seller, if the seller checks products; first,second for orders of two products',
  },
  licence: { type: 'string', valueHint: 'code', description: 'A licence code that the seller knows, such as a test code of the console' },
  'public-key': {
    type: 'string',
    valueHint: 'file',
    description: "Public key of the seller's application credential (PEM): applicationSync encrypts the secret with it",
  },
  'secret-hash': { type: 'enum', options: ['sha256', 'sha1'], default: 'sha256', description: 'Hash of the OAEP padding of that secret' },
} as const satisfies ArgsDef

type Given = { readonly [Name in keyof typeof profileArguments]?: string | undefined }

/** A profile by its name, or exit code 2. */
export function profileOf(name: string): Profile {
  const profile = PROFILES.find((one) => one.name === name)
  if (profile) return profile
  throw misused(`There is no profile "${name}".${didYouMean(name, NAMES)} Run \`koosandbox verify profiles\` to list them.`)
}

/** Every profile with its title, a line each. */
/** The given values, by the names in cases, or exit code 2. `run` as for verifySeller. */
export function factsOf(given: Given, run: string): Readonly<Record<string, string>> {
  const { licence, product, 'public-key': file, 'secret-hash': secretHash } = given
  try {
    return knownOf(
      {
        licence,
        products: product?.split(',') ?? [],
        publicKey: file === undefined ? undefined : readFileSync(file, 'utf8'),
        secretHash: secretHash === 'sha1' ? 'sha1' : 'sha256',
      },
      run,
    )
  } catch (error) {
    throw misused(`--public-key ${file}: ${error instanceof Error ? error.message : error}`)
  }
}
