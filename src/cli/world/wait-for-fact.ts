import { systemClock } from '../../index.ts'
import { numberOf } from '../terminal/arguments.ts'
import { EXIT, ExitError, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { refuseUnknownFact } from './fact-names.ts'

type FactLine = Readonly<Record<string, unknown>> & { readonly n: number; readonly at: string; readonly type: string }

/** The fact to wait for, and its world. */
interface WaitOptions {
  readonly url: string
  readonly 'control-token'?: string | undefined
  readonly world: string
  readonly matches: readonly string[]
  readonly since?: string | undefined
  readonly timeout: string
  /** `timeout` in milliseconds. */
  readonly limit: number
  readonly json?: boolean | undefined
}

/** After this time, a line says what is awaited. */
const PATIENT = 2000

/** Prints the first fact with this name and these members; exit code 1 if none came in time. */
export async function waitForFact(type: string, options: WaitOptions): Promise<number> {
  refuseUnknownFact('--for', type)
  const wanted = options.matches.map((text) => {
    const [name, value] = text.split(/=(.*)/s)
    if (!name || value === undefined)
      throw misused(`--match needs a member and its value, such as orderId=CS2601010800AAAAA, not "${text}".`)
    return [name, value] as const
  })
  const since = options.since === undefined ? 0 : numberOf(options.since, '--since', 0, Number.MAX_SAFE_INTEGER)
  const over = new AbortController()
  const limit = systemClock.wait(options.limit, over.signal).then(
    () => over.abort(new Error('too late')),
    () => {},
  )
  systemClock.wait(PATIENT, over.signal).then(
    () => printNote(`Waiting for ${type} in world "${options.world}", at most ${options.timeout} …`),
    () => {},
  )
  try {
    const facts = connect(options).follow<FactLine>('/events', { world: options.world, type, since }, over.signal)
    for await (const fact of facts) {
      if (!wanted.every(([name, value]) => String(fact[name]) === value)) continue
      if (options.json) printJson(fact)
      else print(`${fact.at} ${fact.type} ${JSON.stringify(withoutBook(fact))}`)
      return EXIT.fine
    }
    throw new ExitError(`The sandbox ended the stream before ${type} occurred: the world was reset or dropped, or the sandbox stopped.`)
  } catch (error) {
    if (!over.signal.aborted) throw error
    const like = options.matches.length > 0 ? ` with ${options.matches.join(', ')}` : ''
    throw new ExitError(
      `Waited ${options.timeout}: no ${type}${like} in world "${options.world}". Run \`koosandbox clock upcoming\` to see what is planned, and \`koosandbox clock advance next\` to advance to it.`,
    )
  } finally {
    over.abort()
    await limit
  }
}

function withoutBook({ n: _n, at: _at, type: _type, ...about }: FactLine): object {
  return about
}
