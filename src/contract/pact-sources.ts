import { readFileSync } from 'node:fs'
import { SpecFault } from '../spec/document/fault.ts'

/** Machine milliseconds. */
const TIMEOUT = 30_000

/** Resolves after so many milliseconds of machine time, or rejects when aborted. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>

/** Whether an argument on the command line is the address of a pact, such as a pact in a Pact Broker. */
export const isAddress = (word: string): boolean => /^https?:\/\//i.test(word)

/** An address without its user name and password, for reports and messages. */
export function shownAddress(address: string): string {
  const url = new URL(address)
  url.username = ''
  url.password = ''
  return url.href
}

/**
 * Fetches the pacts that are given by address. A user name and password in an address are sent as HTTP basic authentication.
 * @param wait waits in machine time; passed in because only src/world/engine uses timers
 * @param headersFor further headers for an address: the credentials of a broker
 * @returns texts by address without credentials
 * @throws SpecFault with the address and what was received instead
 */
export async function fetchPacts(
  words: readonly string[],
  wait: Wait,
  headersFor: (address: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<ReadonlyMap<string, string>> {
  const fetched = new Map<string, string>()
  for (const word of words.filter(isAddress)) {
    if (!URL.canParse(word)) throw new SpecFault(`${word}: this is not an address.`)
    const shown = shownAddress(word)
    const headers = { accept: 'application/hal+json, application/json', ...headersFor(shown), ...loginIn(new URL(word)) }
    const { ok, status, text } = await askAddress(shown, { headers }, wait)
    if (!ok) throw new SpecFault(`${shown}: the server answered HTTP ${status} instead of a pact.`)
    fetched.set(shown, text)
  }
  return fetched
}

function loginIn({ username, password }: URL): Readonly<Record<string, string>> {
  return username === '' ? {} : { authorization: basicLogin(decodeURIComponent(username), decodeURIComponent(password)) }
}

/** HTTP basic authentication. */
export const basicLogin = (username: string, password: string): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`

interface Asked {
  readonly ok: boolean
  readonly status: number
  readonly text: string
}

/**
 * Calls an address and reads the answer as text. Redirects of a change are not followed: it would be sent as something else.
 * @throws SpecFault with the address where no answer comes
 */
export async function askAddress(
  shown: string,
  init: { readonly method?: string; readonly headers: Readonly<Record<string, string>>; readonly body?: string },
  wait: Wait,
): Promise<Asked> {
  const late = new AbortController()
  const done = new AbortController()
  // It rejects once the answer is there; ignore that.
  wait(TIMEOUT, done.signal).then(
    () => late.abort(),
    () => undefined,
  )
  try {
    const redirect = init.method === undefined || init.method === 'GET' ? 'follow' : 'manual'
    const response = await fetch(shown, { ...init, redirect, signal: late.signal })
    return { ok: response.ok, status: response.status, text: await response.text() }
  } catch (error) {
    const { cause } = error as Error & { cause?: { code?: string } }
    const why = late.signal.aborted ? `no answer in ${TIMEOUT / 1000} s` : (cause?.code ?? (error as Error).message)
    throw new SpecFault(`${shown}: cannot be fetched (${why}).`)
  } finally {
    done.abort()
  }
}

/** The text of a pact that was fetched, or of a pact file. @throws SpecFault */
export function pactText(file: string, fetched: ReadonlyMap<string, string> | undefined): string {
  const text = fetched?.get(file)
  if (text !== undefined) return text
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new SpecFault(`${file}: cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}
