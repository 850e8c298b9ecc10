import { didYouMean } from '../../language/did-you-mean.ts'
import { SpecFault } from '../../spec/document/fault.ts'
import type { SystemClock } from '../../world/engine/system-clock.ts'
import type { Holder } from '../access-api.ts'
import { ROLES } from '../roles.ts'
import { grantedRole, readRole } from './granted-role.ts'
import type { Arrival, KeptLogin, LoginSettings, Logins, Provider } from './login-api.ts'
import { LoginRefused } from './login-refused.ts'
import { createSeal } from './seal.ts'

/** Where a browser comes back to. The provider has to know the address. */
const CALLBACK = '/_sandbox/session/callback'

/** Machine milliseconds: of a login that was begun, and of a session. */
const LOGIN_TIME = 10 * 60_000
const SESSION_TIME = 8 * 60 * 60_000

const SESSION = 'koosandbox-session'
const LOGIN = 'koosandbox-login'

/** The pages that a login may lead to; anything else would let a link lead somewhere else. */
const PAGES = /^\/_sandbox\/(?:ui|docs)(?:[/?#][!-[\]-~]*)?$/
const HOME = '/_sandbox/ui'

interface Session extends Holder {
  readonly until: number
}

interface Begun extends KeptLogin {
  readonly to: string
  readonly until: number
}

/** What logins need of a sandbox. */
export interface LoginMeans {
  /** Shared by replicas: who logged in at one is known to the others. */
  readonly secret: string
  readonly systemClock: SystemClock
}

/**
 * Logins of people at an identity provider. A session is a sealed cookie, so nothing about it is kept here. The client of the protocol is loaded when
 * somebody logs in for the first time.
 * @throws SpecFault for settings that cannot be used
 */
export function openLogins(settings: LoginSettings, { secret, systemClock }: LoginMeans): Logins {
  refuseWrong(settings)
  const seal = createSeal(secret)
  let provider: Promise<Provider> | undefined
  const asked = () => {
    provider ??= import('./provider.ts').then(({ createProvider }) => createProvider(settings))
    return provider
  }
  const originOf = (arrival: Arrival): URL => new URL(settings.url ?? arrival.origin)

  const cookie = (name: string, value: string, path: string, sameSite: 'Lax' | 'Strict', ms: number, origin: URL): string =>
    `${name}=${value}; Path=${path}; Max-Age=${ms / 1000}; HttpOnly; SameSite=${sameSite}${origin.protocol === 'https:' ? '; Secure' : ''}`

  return {
    holderOf(cookies) {
      const sealed = cookieIn(cookies, SESSION)
      const session = sealed === undefined ? undefined : (seal.open(SESSION, sealed) as Session | undefined)
      if (!session) return undefined
      const { until, ...holder } = session
      return until > systemClock.now() ? holder : 'expired'
    },
    async begin(arrival) {
      const origin = originOf(arrival)
      const { location, kept } = await (await asked()).begin(new URL(CALLBACK, origin))
      const wanted = new URLSearchParams(arrival.query).get('to') ?? HOME
      const to = PAGES.test(wanted) && wanted.length <= 500 ? wanted : HOME
      const begun: Begun = { ...kept, to, until: systemClock.now() + LOGIN_TIME }
      // Lax: the browser comes back from another site.
      return { location, cookie: cookie(LOGIN, seal.close(LOGIN, begun), '/_sandbox/session', 'Lax', LOGIN_TIME, origin) }
    },
    async end(arrival) {
      const sealed = cookieIn(arrival.cookies, LOGIN)
      const begun = sealed === undefined ? undefined : (seal.open(LOGIN, sealed) as Begun | undefined)
      if (!begun || begun.until <= systemClock.now())
        throw new LoginRefused(
          'unauthorized',
          'No login was begun in this browser, or more than 10 minutes ago. Open /_sandbox/session/login.',
        )
      const origin = originOf(arrival)
      const returned = new URL(CALLBACK, origin)
      returned.search = arrival.query
      const holder = grantedRole(await (await asked()).end(returned, begun), settings)
      const session: Session = { ...holder, until: systemClock.now() + SESSION_TIME }
      return {
        location: begun.to,
        holder,
        cookie: cookie(SESSION, seal.close(SESSION, session), '/_sandbox', 'Strict', SESSION_TIME, origin),
      }
    },
    async leave(arrival) {
      const origin = originOf(arrival)
      const elsewhere = await asked()
        .then((one) => one.leave(new URL(HOME, origin)))
        // Whoever wants to leave has left, whatever the provider says.
        .catch(() => undefined)
      return { location: elsewhere?.href ?? HOME, cookie: cookie(SESSION, '', '/_sandbox', 'Strict', 0, origin) }
    },
  }
}

function cookieIn(cookies: string | undefined, name: string): string | undefined {
  const found = cookies?.split(/; */).find((one) => one.startsWith(`${name}=`))
  return found?.slice(name.length + 1)
}

function refuseWrong({ issuer, client, url, roles }: LoginSettings): void {
  if (!isSafe(issuer))
    throw new SpecFault(`oidc: "${issuer}" is no address of an identity provider. Write https://…; http:// is for this machine only.`)
  if (client === '')
    throw new SpecFault('oidc: the client has no name. Write what the identity provider calls this sandbox: --oidc-client ID.')
  if (url !== undefined && !(/^https?:\/\/[^/]+\/?$/.test(url) && URL.canParse(url)))
    throw new SpecFault(`oidc: "${url}" is no address of this sandbox. Write it without a path: https://sandbox.example.`)
  if (Object.keys(roles).length === 0) throw new SpecFault('oidc: nobody has a role. Give one to a group: --oidc-role VALUE=ROLE.')
  for (const [value, role] of Object.entries(roles))
    if (!readRole(role))
      throw new SpecFault(
        `oidc: "${role}" of "${value}" is no role.${didYouMean(role, ROLES)} Write one of ${ROLES.join(', ')}, with @NAMESPACE behind it for one namespace.`,
      )
}

/** Tokens and the secret go to that address. */
function isSafe(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false
  const { protocol, hostname, search, hash } = new URL(issuer)
  if (search !== '' || hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
}
