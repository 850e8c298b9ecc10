import type { AnswerHead, CallOutcome } from '../marketplace/marketplace-api.ts'
import { SpecFault } from '../spec/document/fault.ts'
import type { Change } from '../world/engine/change-log.ts'
import type { Packed } from './bytes.ts'

/** The format that this version writes. */
export const RUN_FORMAT = 1

/** How the recorded sandbox was opened: the options that affect answers. */
export type RunOptions = Readonly<Record<string, unknown>>

/** The first line of a run file: how the run began. */
export interface RunHead {
  readonly what: 'run'
  readonly format: number
  /** Version of the package that recorded it. */
  readonly sandbox: string
  /** Machine time, epoch milliseconds. */
  readonly at: number
  readonly options: RunOptions
  /** Addresses of the recorded sandbox: some answers contain them. */
  readonly addresses: readonly string[]
  /** The content of the `--state` directory. */
  readonly kept?: readonly Change[]
  /** What a replay does not compare. */
  readonly excluded: readonly string[]
}

/** Stands for a seed that is a secret: the keys and passwords of a sandbox that other machines can reach are made from it. */
export const HIDDEN_SEED = '{{seed 1}}'

/** What a replay does not compare, and why. Every run file carries the list. */
export const EXCLUDED = [
  'Headers that Node adds on the socket: Connection, Content-Length, Keep-Alive, Transfer-Encoding.',
  'Requests that were refused before their body was read: a foreign host or origin, too large, memory short.',
  'What a fault does to the connection: delays, cuts, slow bytes. The answer that it is done to is compared.',
  'Pages below /_sandbox for people, and what follows the head of a stream of facts.',
  'What was still running when the sandbox stopped.',
] as const

/** One call, before it is answered. */
export interface CallLine {
  readonly what: 'call'
  readonly n: number
  readonly at: number
  readonly method: string
  readonly path: string
  readonly query?: string
  readonly host: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Packed
}

/** The answer to a call, or the message of the error that was thrown. */
export interface AnswerLine {
  readonly what: 'answer'
  readonly n: number
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Packed
  readonly failed?: string
}

/** The delivery that a call to a seller belongs to; absent for a buyer's call of an API product. */
export interface SendAbout {
  readonly world: string
  readonly operation: string
  readonly delivery: string
  readonly attempt: number
}

/** One call to a seller, as sent. */
export interface SendLine {
  readonly what: 'send'
  readonly n: number
  readonly about?: SendAbout
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Packed
}

/** The status and headers of a seller's answer that is passed on in parts. */
export interface HeadLine extends AnswerHead {
  readonly what: 'head'
  readonly n: number
  readonly at: number
}

/** The seller's answer, or the reason why there is none. */
export interface HeardLine extends Omit<CallOutcome, 'answer'> {
  readonly what: 'heard'
  readonly n: number
  readonly at: number
  readonly answer?: AnswerHead & { readonly body?: Packed }
  /** The parts of an answer that was passed on in parts. */
  readonly parts?: readonly Packed[]
}

/** Planned work of a live world became due. */
export interface DueLine {
  readonly what: 'due'
  readonly at: number
  readonly world: string
}

/** A change that a program made through the library. */
export interface ActionLine {
  readonly what: 'action'
  readonly n: number
  readonly at: number
  readonly action: string
  /** The program did it synchronously after the input before, while that was still being processed. */
  readonly atOnce?: true
  readonly with: readonly unknown[]
}

/** A program wrote to a world directly. A replay cannot repeat that. */
export interface UntoldLine {
  readonly what: 'untold'
  readonly world: string
}

/** The sandbox began to stop. The number of entities and facts in each world at that moment. */
export interface StopLine {
  readonly what: 'stop'
  readonly worlds: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export type RunLine = CallLine | AnswerLine | SendLine | HeadLine | HeardLine | DueLine | ActionLine | UntoldLine | StopLine

/** The parsed content of a run file. */
export interface Run {
  readonly head: RunHead
  readonly lines: readonly RunLine[]
  /** The last line was incomplete because the recording was killed. It is left out. */
  readonly torn: boolean
}

/**
 * Parses the text of a run file.
 * @throws SpecFault for a text that is not a run file, has a newer format, or is broken before its last line
 */
export function readRun(text: string, name: string): Run {
  const rows = text.split('\n')
  const whole = rows.slice(0, -1)
  const [first = '', ...rest] = whole.length === 0 ? rows : whole
  const head = parsed(first) as Partial<RunHead> | undefined
  if (head?.what !== 'run')
    throw new SpecFault(
      `${name} is not a run file. Record one: koosandbox serve --record ${name.includes('run') ? 'NEW.json' : 'run.json'}.`,
    )
  if (head.format !== RUN_FORMAT)
    throw new SpecFault(
      `${name}: format ${head.format} is newer than ${RUN_FORMAT}, the newest that this version of koogallery-sandbox reads. Update koogallery-sandbox.`,
    )
  const lines: RunLine[] = []
  for (const [index, row] of rest.entries()) {
    const line = parsed(row) as RunLine | undefined
    if (line === undefined) throw new SpecFault(`${name}:${index + 2}: this line is not JSON. Record the run again.`)
    lines.push(line)
  }
  return { head: head as RunHead, lines, torn: rows.at(-1) !== '' }
}

function parsed(row: string): unknown {
  try {
    const value: unknown = JSON.parse(row)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}
