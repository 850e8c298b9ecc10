import type { Ask, Send } from './mcp-api.ts'

/** The problem document of a refusal by the control API (RFC 9457). */
export interface Problem {
  readonly status: number
  readonly detail: string
  readonly code?: string
  readonly documented?: readonly string[]
  readonly findings?: readonly { readonly pointer: string; readonly expected?: string; readonly got?: string }[]
}

/** The sandbox refused a call. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
}

/** No sandbox answered. The message says what to do. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered'
}

/** Calls the control API through `send`. */
export function createAsk(send: Send, address: string): Ask {
  return async <T>(method: string, path: string, { query = {}, body }: Parameters<Ask>[2] = {}) => {
    const parameters = new URLSearchParams()
    for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value))
    const whole = `/_sandbox${path}${parameters.size > 0 ? `?${parameters}` : ''}`
    const content = body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await send(whole, { method, ...content }).catch((error: unknown) => {
      throw new Unanswered(
        `Nothing answers at ${address} (${reasonOf(error)}). Start a sandbox with \`koosandbox serve\`, or start \`koosandbox mcp\` with the right --url. Then call this tool again.`,
      )
    })
    const text = await response.text()
    if (response.status === 204) return undefined as T
    const read = jsonOf(text)
    if (read === undefined)
      throw new Unanswered(`The server at ${address} is not koogallery-sandbox: it sent ${response.status} without JSON.`)
    // A cast of external data: the sandbox checks its answers against the spec from which the tools' types are generated.
    if (response.ok) return read as T
    const { detail = text.slice(0, 300), ...problem } = read as Partial<Problem>
    throw new Refused({ ...problem, detail, status: response.status })
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The network error, without the wrapper of `fetch`. */
function reasonOf(error: unknown): string {
  const { code, message } = ((error instanceof Error && error.cause) || error) as { code?: string; message?: string }
  return code === 'ECONNREFUSED' ? 'connection refused' : (code ?? message ?? String(error))
}
