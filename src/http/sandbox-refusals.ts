import type { ForcedReply } from '../scenario/forced.ts'
import type { Finding } from '../spec/finding.ts'
import type { Operation } from '../spec/operation.ts'
import { WorldError } from '../world/engine/world-error.ts'
import type { Outcome, Received } from './exchange.ts'

/** A refusal by the sandbox itself, which no vendor would give; it is reported like any other, in the header and in the journal. */
export interface SandboxRefusal {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly more: Readonly<Record<string, unknown>>
  readonly finding: Pick<Finding, 'code' | 'pointer' | 'expected' | 'got'>
}

/** Thrown where the sandbox itself refuses a call. */
export class SandboxRefused extends Error {
  override readonly name = 'SandboxRefused'
  readonly refusal: SandboxRefusal
  constructor(refusal: SandboxRefusal) {
    super(refusal.detail)
    this.refusal = refusal
  }
}

/** Answers with a problem (RFC 9457) instead of the vendor. */
export function refusedBySandbox({ findings }: Received, { status, title, detail, more, finding }: SandboxRefusal): Outcome {
  findings.push({ level: 'error', hint: detail, ...finding })
  const headers = { 'Content-Type': 'application/problem+json', ...comeBack(more['code']) }
  return { origin: 'refused', unspecified: true, reply: { status, body: { title, status, detail, ...more }, headers } }
}

/** What could not be kept may be kept a moment later. */
export function comeBack(code: unknown): { readonly 'Retry-After'?: string } {
  return typeof code === 'string' && code.startsWith('state.') ? { 'Retry-After': '1' } : {}
}

/** The header names one world and the credential belongs to another; or the header's name is not valid. */
export function mismatch(asked: string | undefined, { code, message }: WorldError): SandboxRefusal {
  const [status, title] = TITLES[code] ?? [401, 'The world and the credential do not match']
  return {
    status,
    title,
    detail: message,
    more: { code },
    finding: {
      code: 'request.world.mismatch',
      pointer: '/header/X-Sandbox-World',
      expected: 'a world of this credential',
      got: asked ?? 'nothing',
    },
  }
}

const TITLES: Readonly<Record<string, readonly [number, string]>> = {
  'world.unknown': [404, 'There is no such world'],
  'world.too-many': [503, 'This sandbox holds no more worlds'],
  'state.lost': [503, 'The world moves to another replica'],
}

/** The caller asked to force something that the vendor does not document. */
export function impossible(operation: Operation, { asked, documented }: Extract<ForcedReply, { kind: 'impossible' }>): SandboxRefusal {
  return {
    status: 400,
    title: `${operation.ref} cannot be made to answer "${asked}"`,
    detail: `Only what is documented for it can be forced. \`documented\` lists that, and so does \`koosandbox error list ${operation.ref}\`.`,
    more: { documented },
    finding: { code: 'request.wish.impossible', pointer: '/header', expected: 'something documented for this operation', got: asked },
  }
}

/** The caller named a scenario that does not exist. */
export function unknownScenario(detail: string): SandboxRefusal {
  return {
    status: 400,
    title: 'The scenario cannot be played',
    detail,
    more: {},
    finding: {
      code: 'request.scenario.unknown',
      pointer: '/header/X-Sandbox-Scenario',
      expected: 'a scenario of this sandbox',
      got: 'another name',
    },
  }
}

/** The change could not be written to the state directory and was rolled back. */
export function unkept({ code, message }: WorldError): SandboxRefusal {
  return {
    status: 503,
    title: 'The sandbox cannot write its state',
    detail: message,
    more: { code },
    finding: { code: 'request.state.unkept', pointer: '', expected: 'a store that can be written to', got: code },
  }
}

/** The world is at its limit, or the requested period would end after the last year. */
export const isNoRoom = (error: unknown): error is WorldError =>
  error instanceof WorldError && (error.code === 'world.full' || error.code === 'clock.too-far')

/** The request exceeds a limit of the sandbox. */
export function noRoom({ code, message }: WorldError): SandboxRefusal {
  const full = code === 'world.full'
  return {
    status: full ? 507 : 409,
    title: full ? 'The world is full' : 'Time ends with the year 9999',
    detail: message,
    more: { code },
    finding: { code: full ? 'request.world.full' : 'request.time.ends', pointer: '', expected: 'room for more', got: code },
  }
}
