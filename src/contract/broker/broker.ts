import { SpecFault } from '../../spec/document/fault.ts'
import { askAddress, basicLogin, shownAddress, type Wait } from '../pact-sources.ts'
import { isObject, type Members } from '../read-body.ts'

/** Where a Pact Broker is, and how to log in. */
export interface BrokerAddress {
  /** May hold a path: `https://example.com/broker`. */
  readonly url: string
  readonly token?: string | undefined
  readonly username?: string | undefined
  readonly password?: string | undefined
}

/** A Pact Broker. Its credentials are sent to its own origin only, whatever its links say. */
export interface Broker {
  /** Without credentials. */
  readonly url: string
  /** The headers that log in at an address; none for an address of another server. */
  headersFor(address: string): Readonly<Record<string, string>>
  /**
   * Calls the broker and reads its answer as JSON.
   * @param to a path below the broker's address, or the whole address from a link
   * @throws SpecFault with address, status and the broker's own message
   */
  ask(to: string, how?: { readonly method?: string; readonly body?: object }): Promise<Members>
}

/** @throws SpecFault for an address that is none */
export function openBroker({ url, token, username, password }: BrokerAddress, wait: Wait): Broker {
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new SpecFault(`"${url}" is not the address of a broker. Write it like https://broker.example.com.`)
  const given = new URL(url)
  const name = username ?? decodeURIComponent(given.username)
  const login = token ? `Bearer ${token}` : name === '' ? undefined : basicLogin(name, password ?? decodeURIComponent(given.password))
  const base = shownAddress(url).replace(/\/+$/, '')
  const headersFor = (address: string): Readonly<Record<string, string>> =>
    login !== undefined && new URL(address).origin === given.origin ? { authorization: login } : {}
  return {
    url: base,
    headersFor,
    async ask(to, { method = 'GET', body } = {}) {
      const address = to.startsWith('/') ? `${base}${to}` : to
      if (!URL.canParse(address) || new URL(address).origin !== given.origin)
        throw new SpecFault(
          `The broker at ${base} refers to ${address}, which is another server. Set the base address of the broker itself.`,
        )
      const headers = { accept: 'application/hal+json, application/json', ...(body ? { 'content-type': 'application/json' } : {}) }
      const asked = { method, headers: { ...headers, ...headersFor(address) }, ...(body ? { body: JSON.stringify(body) } : {}) }
      const { ok, status, text } = await askAddress(address, asked, wait)
      const answer = membersIn(text)
      if (ok && answer !== undefined) return answer
      throw new SpecFault(`${method} ${address}: the broker answered HTTP ${status}.${saidIn(answer)}${adviceFor(status)}`)
    },
  }
}

/** The address of a link of a HAL document, also of a relative one; `undefined` where there is none. */
export function linkOf({ _links: links }: Members, name: string, broker: Pick<Broker, 'url'>): string | undefined {
  const link = isObject(links) ? links[name] : undefined
  const href = isObject(link) ? link['href'] : undefined
  return typeof href === 'string' && URL.canParse(href, `${broker.url}/`) ? new URL(href, `${broker.url}/`).href : undefined
}

/** What the broker says for people. */
export function noticesOf({ notices }: Members): readonly string[] {
  const all = Array.isArray(notices) ? notices.filter(isObject) : []
  return all.flatMap(({ text }) => (typeof text === 'string' && text !== '' ? [text] : []))
}

function membersIn(text: string): Members | undefined {
  try {
    const value: unknown = text.trim() === '' ? {} : JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The broker writes `{error: {message}}`, `{error: text}`, `{errors: {…}}` or notices. */
function saidIn(answer: Members | undefined): string {
  if (answer === undefined) return ' The answer is not a JSON object.'
  const { error, errors } = answer
  const said = isObject(error) ? error['message'] : (error ?? (errors === undefined ? undefined : JSON.stringify(errors)))
  const text = [...noticesOf(answer), ...(typeof said === 'string' ? [said] : [])].join(' ')
  return text === '' ? '' : ` It says: ${text.slice(0, 300)}`
}

function adviceFor(status: number): string {
  if (status >= 300 && status < 400) return ' Pass the address that it redirects to.'
  if (status === 401 || status === 403)
    return ' Set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, to those of an account that may do this.'
  return ''
}
