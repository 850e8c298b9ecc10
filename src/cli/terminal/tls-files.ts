import { createPrivateKey, X509Certificate } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Certified, createCertificate, makeFolder, systemClock } from '../../index.ts'
import { ExitError } from './exit-codes.ts'

/** A kept certificate that ends sooner than this is replaced at the next start. */
const SOON = 7 * 24 * 60 * 60_000

const folder = () => join(homedir(), '.koosandbox', 'tls')

/** The certificate that `serve --tls` keeps for this user: what clients are told to trust. */
export const certificateFile = (): string => join(folder(), 'certificate.pem')

const keyFile = () => join(folder(), 'key.pem')

/** The kept certificate where it holds for these names and long enough, else a new one, kept from now on: clients need to be told once. */
export function keepCertificate(names: readonly string[]): Certified {
  const kept = readKept()
  if (kept && isFit(kept, names)) return kept
  const made = createCertificate(names, systemClock.now())
  try {
    makeFolder(folder(), 0o700)
    writeFileSync(keyFile(), made.key, { mode: 0o600 })
    // The mode above counts for a new file alone.
    chmodSync(keyFile(), 0o600)
    writeFileSync(certificateFile(), made.cert)
  } catch (error) {
    throw new ExitError(`The certificate of --tls cannot be kept: ${(error as Error).message}. Make ${folder()} writable.`)
  }
  return made
}

function readKept(): Certified | undefined {
  if (!existsSync(certificateFile()) || !existsSync(keyFile())) return undefined
  try {
    return { cert: readFileSync(certificateFile(), 'utf8'), key: readFileSync(keyFile(), 'utf8') }
  } catch (error) {
    throw new ExitError(`The certificate of --tls cannot be read: ${(error as Error).message}. Remove ${folder()} to get a new one.`)
  }
}

function isFit({ cert, key }: Certified, names: readonly string[]): boolean {
  try {
    const certificate = new X509Certificate(cert)
    const covers = (name: string) => (isIP(name) > 0 ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined
    const lasts = Date.parse(certificate.validTo) - systemClock.now() > SOON
    return lasts && certificate.checkPrivateKey(createPrivateKey(key)) && names.every(covers)
  } catch {
    // Damaged, or of another kind: a new one is made.
    return false
  }
}
