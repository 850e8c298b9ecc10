import { signal } from '@preact/signals'
import createClient from 'openapi-fetch'
import type { paths as ConsolePaths } from './generated/console.ts'
import type { components, paths as SandboxPaths } from './generated/sandbox.ts'
import { world } from './place.ts'
import { languageTag } from './texts/language.ts'

/** Types of the control API: `Schemas['Clock']`. */
export type Schemas = components['schemas']

const TOKEN = 'koosandbox-token'

// The sandbox prints an address that ends with its token. It is kept for the tab, and leaves the address.
const given = new URLSearchParams(location.hash.slice(1)).get('token')
if (given !== null) {
  sessionStorage.setItem(TOKEN, given)
  history.replaceState(null, '', location.pathname + location.search)
}

/** The sandbox wants its control token; `wrong` when one was shown already. */
export const tokenWanted = signal<false | 'first' | 'wrong'>(false)

/** Where people log in with a browser, once the sandbox has said so. */
export const loginAt = signal<string | undefined>(undefined)

const LOGIN = 'koosandbox-login'

/** Somebody has logged in from this tab; the session itself is a cookie that no script can read. */
export const loggedIn = signal(sessionStorage.getItem(LOGIN) !== null)

export const noteLogin = (): void => sessionStorage.setItem(LOGIN, 'yes')

/** Ends the session here, and goes where it ends at the provider. */
export async function logOut(): Promise<void> {
  const answer = await fetch('/_sandbox/session/logout', { method: 'POST' })
  sessionStorage.removeItem(LOGIN)
  location.href = ((await answer.json()) as { location: string }).location
}

const token = (): string | null => sessionStorage.getItem(TOKEN)

export function showToken(text: string): void {
  sessionStorage.setItem(TOKEN, text)
  tokenWanted.value = false
}

/** Sends a request to the sandbox: in the world and the language of the page, with the control token where there is one. */
export async function send(request: Request): Promise<Response> {
  const shown = token()
  if (shown !== null) request.headers.set('X-Sandbox-Token', shown)
  if (!request.headers.has('X-Sandbox-World')) request.headers.set('X-Sandbox-World', world.value)
  request.headers.set('Accept-Language', languageTag.value)
  const response = await fetch(request)
  if (response.status === 401 && response.headers.get('content-type')?.includes('problem') && token() === shown) {
    const { login } = (await response.clone().json()) as { login?: string }
    loginAt.value = login && `${login}?to=${encodeURIComponent(location.pathname + location.search)}`
    tokenWanted.value = shown === null ? 'first' : 'wrong'
  }
  return response
}

const options = { baseUrl: location.origin, fetch: send }

/** The control API, typed by `specs/sandbox`. */
export const control = createClient<SandboxPaths>(options)
/** What people do on the vendor's pages, typed by `specs/console`. */
export const people = createClient<ConsolePaths>(options)

/** What the sandbox said when it refused, or that it did not answer at all. */
export class Refused extends Error {
  readonly status: number
  readonly code: string | undefined
  /** What would have been possible. */
  readonly documented: readonly string[]

  constructor(status: number, { detail, code, documented = [] }: { detail?: string; code?: string; documented?: readonly string[] } = {}) {
    super(detail ?? `HTTP ${status}`)
    this.status = status
    this.code = code
    this.documented = documented
  }

  /** Nobody listens: the sandbox is stopped, or just starting. */
  get away(): boolean {
    return this.status === 0
  }
}

/**
 * The answer of a call: `await ask(control.GET('/_sandbox/clock'))`.
 * @throws {Refused} with the sandbox's own words
 */
export async function ask<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof TypeError) throw new Refused(0)
    throw cause
  })
  if (!response.ok)
    throw new Refused(response.status, typeof error === 'object' && error !== null ? error : { detail: String(error ?? '') })
  return data as T
}
