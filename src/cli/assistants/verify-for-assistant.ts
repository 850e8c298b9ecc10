import { didYouMean, machineSecret, systemClock } from '../../index.ts'
import type { VerifySeller } from '../../mcp/mcp-api.ts'
import { isGood } from '../../report/report.ts'
import { writeJson } from '../../report/write-json.ts'
import { writeText } from '../../report/write-text.ts'
import { knownOf } from '../../verify/known.ts'
import { PROFILES } from '../../verify/profiles/profiles.ts'
import { verifySeller } from '../../verify/verify-seller.ts'
import { listensAt } from '../../verify/watch/seller-door.ts'

/** Examines a seller for the tool `verify_seller`: one key for every kind of interface, only sellers on this machine. */
export const verifyForAssistant: VerifySeller = async ({ url, key, profile: name = PROFILES[0]?.name ?? '', product }) => {
  const profile = PROFILES.find((one) => one.name === name)
  const names = PROFILES.map((one) => one.name)
  if (!profile) throw new Error(`There is no profile "${name}".${didYouMean(name, names)} The profiles are: ${names.join(', ')}.`)
  if (!URL.canParse(url)) throw new Error(`"${url}" is not an address of a seller. Write it like http://localhost:8080/isv.`)
  const listens = await listensAt(url, [], systemClock.wait)
  if (listens === undefined)
    throw new Error(
      `${new URL(url).host} is not this machine, and only sellers on this machine are called. A person can run \`koosandbox verify seller --url ${url} --allow-host ${new URL(url).host}\`.`,
    )
  if (!listens) throw new Error(`No server listens at ${url}. Start the seller, or correct url, then call verify_seller again.`)
  const run = machineSecret()
  const known = knownOf({ licence: undefined, products: product?.split(',') ?? [], publicKey: undefined, secretHash: 'sha256' }, run)
  const keys = Object.fromEntries(profile.uses.map((use) => [use, key]))
  const report = await verifySeller({ url, keys, profile, known, run, systemClock })
  return { passed: isGood(report), text: writeText(report, (_style, text) => text, { checks: true }), report: writeJson(report) }
}
