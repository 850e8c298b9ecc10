import { nearest } from '../language/did-you-mean.ts'
import type { Received } from './exchange.ts'
import { SandboxRefused } from './sandbox-refusals.ts'

/** All request headers that the sandbox itself reads, whatever is called. Any other with their prefix is refused. */
const SANDBOX_HEADERS = ['X-Sandbox-World', 'X-Sandbox-Error', 'X-Sandbox-Scenario', 'X-Sandbox-Token'] as const

const KNOWN: ReadonlySet<string> = new Set(SANDBOX_HEADERS.map((name) => name.toLowerCase()))
const OURS = ['x-sandbox', 'xsandbox', 'x_sandbox'] as const

/** Whether a header looks like one of ours and is none. It is asked for every header of every call. */
const looksOurs = (name: string): boolean => name.startsWith('x') && OURS.some((start) => name.startsWith(start)) && !KNOWN.has(name)

/**
 * Refuses a header that looks like one of the sandbox but is none: `X-Sandbox-Eror` would be ignored, and the answer would look right.
 * A header that the called operation documents is its own.
 * @throws SandboxRefused
 */
export function refuseUnknownHeaders({ call, operation }: Received): void {
  for (const name in call.headers) {
    if (!looksOurs(name)) continue
    if (operation.doc.parameters?.some((one) => one.in === 'header' && one.name.toLowerCase() === name)) continue
    throw unknown(name)
  }
}

/** ` Did you mean X-Sandbox-Token?` where a header of the call is a misspelt one of the sandbox, or nothing. */
export function headerMeant(headers: Received['call']['headers']): string {
  for (const name in headers) {
    if (!looksOurs(name)) continue
    const near = nearest(name, SANDBOX_HEADERS)
    if (near !== undefined) return ` Did you mean ${near} by ${shown(name)}?`
  }
  return ''
}

function unknown(name: string): SandboxRefused {
  const near = nearest(name, SANDBOX_HEADERS)
  const written = shown(name)
  const list = SANDBOX_HEADERS.join(', ')
  return new SandboxRefused({
    status: 400,
    title: 'The sandbox has no such header',
    detail: `The sandbox has no header ${written}.${near === undefined ? '' : ` Did you mean ${near}?`} It knows: ${list}.`,
    more: { code: 'unknown-header', documented: SANDBOX_HEADERS },
    finding: { code: 'request.header.unknown', pointer: `/header/${written}`, expected: near ?? list, got: written },
  })
}

/** The usual spelling: Node gives names in lower case. */
function shown(name: string): string {
  return name.slice(0, 80).replace(/(^|[-_])[a-z]/g, (start) => start.toUpperCase())
}
