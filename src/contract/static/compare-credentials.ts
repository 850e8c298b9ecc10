import { nearest } from '../../language/did-you-mean.ts'
import { AKSK_ALGORITHM, parseAuthorization } from '../../signing/index.ts'
import type { Specs } from '../../spec/catalogue.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Operation } from '../../spec/operation.ts'
import type { Interaction } from '../read-pact.ts'
import { cited } from './place.ts'
import { readRegex } from './read-regex.ts'

type Say = (code: string, header: string, expected: string, got: string, hint?: string) => Finding

/**
 * Checks whether a consumer's credential headers are those of the operation. Values are placeholders and are not checked; names and
 * forms are. An interaction that expects a refusal (401, 403) may send wrong credentials.
 */
export function* compareCredentials(specs: Specs, operation: Operation, interaction: Interaction): Generator<Finding> {
  const { auth } = operation
  if (operation.ours || auth.includes('none') || [401, 403].includes(interaction.response.status)) return
  const headers = new Map(Object.entries(interaction.request.headers).map(([name, value]) => [name.toLowerCase(), value]))
  const near = (wanted: string) => {
    const found = nearest(wanted, [...headers.keys()])
    return found === undefined ? undefined : `The pact sends ${found}. Did you mean ${wanted}?`
  }
  const say: Say = (code, header, expected, got, hint) => ({
    code: `request.auth.${code}`,
    level: 'error',
    pointer: `/header/${header}`,
    expected,
    got,
    ...cited(specs, operation, `header/${header}`),
    ...(hint === undefined ? {} : { hint }),
  })
  const missing = (header: string, what: string) => say('absent', header, what, 'nothing', near(header))
  const authorization = headers.get('authorization')

  if (auth.includes('usage')) {
    for (const [name, what] of USAGE) if (!headers.has(name)) yield missing(name, what)
    yield* compareUsage(interaction, headers, say)
  } else if (auth.includes('bearer')) {
    if (!/^bearer \S/i.test(authorization ?? ''))
      yield say('absent', 'Authorization', 'Bearer and an access token', authorization ?? 'nothing')
  } else if (auth.includes('appcode') && headers.has('x-apig-appcode')) {
    return
  } else if (auth.includes('aksk') && authorization !== undefined) {
    yield* compareSignature(interaction, headers, authorization, say)
  } else if (auth.includes('token') && headers.has('x-auth-token')) {
    return
  } else {
    const [first = 'X-Auth-Token', ...others] = auth.flatMap((kind) => HEADER_OF[kind] ?? [])
    const meant = [first, ...others].find((name) => near(name) !== undefined) ?? first
    yield say('absent', meant, [first, ...others].join(' or '), 'nothing', near(meant) ?? 'Without it the answer is 401.')
  }
}

const HEADER_OF: Readonly<Record<string, string>> = { token: 'X-Auth-Token', aksk: 'Authorization', appcode: 'X-Apig-AppCode' }

const USAGE = [
  ['signature', 'base64 of HMAC-SHA256 over ts={ts}&nonce={nonce}&body={sorted body}'],
  ['ts', 'UNIX time in milliseconds'],
  ['nonce', 'random text, used once'],
] as const

/** Forms that no correct signature of a usage push has: seconds instead of milliseconds, hex instead of base64. */
function* compareUsage({ request }: Interaction, headers: ReadonlyMap<string, string>, say: Say): Generator<Finding> {
  const regexOf = (name: string) =>
    request.rules
      .filter(({ part, keys }) => part === 'header' && String(keys[0]).toLowerCase() === name)
      .flatMap(({ matchers }) => matchers)
      .find(({ regex }) => regex !== undefined)?.regex
  const signature = regexOf('signature')
  if (signature !== undefined && readRegex(signature)?.test(BASE64) === false)
    yield say('form', 'signature', 'base64: 43 characters and =', `text like ${signature}`, 'Hex is the form of the production interfaces.')
  const ts = headers.get('ts')
  const form = regexOf('ts')
  if (ts !== undefined && /^\d{10}$/.test(ts)) yield say('form', 'ts', 'UNIX milliseconds, 13 digits', `${ts}: seconds`)
  else if (form !== undefined && readRegex(form)?.test('1709690865879') === false)
    yield say('form', 'ts', 'UNIX milliseconds, 13 digits', `text like ${form}`)
}

const BASE64 = `${'A'.repeat(43)}=`

/** AK/SK: checks the parts of `Authorization`, and that every signed header is sent. */
function* compareSignature({ request }: Interaction, headers: ReadonlyMap<string, string>, text: string, say: Say): Generator<Finding> {
  const parsed = parseAuthorization(text)
  if ('problem' in parsed) {
    yield say('malformed', 'Authorization', `${AKSK_ALGORITHM} Access=…, SignedHeaders=…, Signature=…`, parsed.message)
    return
  }
  const rule = request.rules.find(({ part, keys }) => part === 'header' && String(keys[0]).toLowerCase() === 'authorization')
  const regex = rule?.matchers.find(({ regex: one }) => one !== undefined)?.regex
  const real = `${AKSK_ALGORITHM} Access=${parsed.access}, SignedHeaders=${parsed.signedHeaders.join(';')}, Signature=${'0a'.repeat(32)}`
  if (regex !== undefined && readRegex(regex)?.test(real) === false)
    yield say('form', 'Authorization', real.replace(/Signature=.*/, 'Signature={64 hex digits}'), `text like ${regex}`)
  if (!headers.has('x-sdk-date')) {
    yield say('date', 'X-Sdk-Date', 'yyyyMMddTHHmmssZ', 'nothing', 'Every signing client sends it; the signature covers it.')
    return
  }
  if (!parsed.signedHeaders.includes('x-sdk-date')) {
    yield say('date', 'Authorization', 'x-sdk-date among SignedHeaders', parsed.signedHeaders.join(';'))
    return
  }
  const unsent = parsed.signedHeaders.find((name) => !headers.has(name) && !['host', 'content-type', 'content-length'].includes(name))
  if (unsent !== undefined) yield say('unsent', unsent, 'a header, because SignedHeaders names it', 'nothing')
}
