import type { Outgoing } from '../http/exchange.ts'
import type { CallOutcome } from '../marketplace/marketplace-api.ts'
import { doAction } from '../record/actions.ts'
import { contentsOf } from '../record/contents.ts'
import { type Entrances, loadedLog, type OpenedParts } from '../record/entrances.ts'
import { createRest } from '../record/gate.ts'
import { callIn, noting } from '../record/lines.ts'
import { hideIn, hideSent, showCall, showIn } from '../record/placeholders.ts'
import { createRunClock } from '../record/run-clock.ts'
import type { AnswerLine, CallLine, HeardLine, Run, RunLine, SendLine } from '../record/run-file.ts'
import { createSecrets } from '../record/secrets.ts'
import { systemClock as machine } from '../world/engine/system-clock.ts'
import { createFreshCalls } from './fresh-calls.ts'
import { createSentCalls, type SentCalls } from './sent-calls.ts'

export type Answered = Omit<AnswerLine, 'what' | 'n'>

/** The results of a repeated run. */
export interface Played {
  readonly answers: ReadonlyMap<number, Answered>
  readonly sent: SentCalls
  /** Answers of the real sellers, by the recorded line. */
  readonly heard: ReadonlyMap<HeardLine, CallOutcome>
  /** Contents of the worlds at the point at which the recorded sandbox stopped. */
  readonly worlds: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Recorded actions that threw. They may have thrown in the recorded run as well. */
  readonly operations: ReadonlyMap<number, string>
}

/** Entrances that repeat the inputs of a run file. */
export interface Replayer extends Entrances {
  /** The recorded configuration with values for the user's own secrets: those of another configuration, or generated ones. */
  configuration(other: unknown): unknown
  /** Repeats the run in the sandbox that was opened with these entrances. */
  play(): Promise<Played>
  /** Allows the sandbox to stop: answers that are still missing are not awaited. */
  end(): void
}

/** @param live whether the real sellers are called */
export function createReplayer({ head, lines }: Run, live: boolean): Replayer {
  const clock = createRunClock(machine, head.at)
  const before = until(lines)
  const secrets = createSecrets()
  const sent = createSentCalls(
    before.filter((line): line is SendLine => line.what === 'send'),
    live ? createFreshCalls(secrets, machine, clock) : undefined,
    (request) => hideSent(secrets, request),
  )
  const rest = createRest(() => sent.waiting)
  let parts: OpenedParts | undefined
  const streams: (() => void)[] = []

  const answer = ({ answer: asked }: OpenedParts, line: CallLine, note: (answered: Answered) => void) =>
    quietly(() =>
      noting(
        () => listened(asked(showCall(secrets, line)), streams),
        (answered) => note(hideIn(secrets, answered)),
      ),
    )

  const play = async (opened: OpenedParts): Promise<Played> => {
    const answers = new Map<number, Answered>()
    const operations = new Map<number, string>()
    const heard = new Map<HeardLine, CallOutcome>()
    for (const [index, line] of before.entries()) {
      if ('at' in line) clock.set(line.at)
      if (line.what === 'call') {
        const route = opened.specs.find(callIn(line))
        if (!('missing' in route)) operations.set(line.n, route.value.ref)
        await rest(answer(opened, line, (got) => answers.set(line.n, got)))
      } else if (line.what === 'action') {
        const resting = rest(quietly(() => doAction(opened, line.action, showIn(secrets, line.with))))
        if (!followsAtOnce(before, index)) await resting
      } else if (line.what === 'due') await rest(quietly(() => opened.worlds.get(line.world)?.clock.runDue()))
      else if (line.what === 'head') {
        sent.hearHead(showIn(secrets, line))
        await rest(undefined)
      } else if (line.what === 'heard') {
        const real = await sent.hear(showIn(secrets, line))
        if (real) heard.set(line, real)
        await rest(undefined)
      }
    }
    return { answers, sent, heard, worlds: contentsOf(opened.worlds), operations }
  }

  return {
    systemClock: clock,
    configuration(other) {
      const own = other ?? showIn(secrets, head.options['config'])
      secrets.claimIn(own)
      return own
    },
    answering: (own) => own,
    calling: sent.calling,
    // Planned work is not done by the timer: the run file contains when it was done.
    timed: (own) => ({ ...own, untilDue: () => undefined, watch: () => () => {}, mode: 'frozen' }),
    attend: secrets.attend,
    keeping: () => (head.kept ? loadedLog(head.kept) : undefined),
    addresses: head.addresses,
    ...(head.options.ownSecrets === true ? { ownSecrets: true } : { ownSecrets: false }),
    opened(given) {
      parts = given
      if (head.options['ownSecrets']) secrets.learnSeed(String(given.options['seed']))
    },
    stopping() {},
    closed() {},
    play() {
      if (!parts) throw new Error('Open the sandbox first.')
      return play(parts)
    },
    end() {
      sent.stop()
      for (const stop of streams) stop()
    },
  }
}

/** Whether the program made the next input synchronously after this one. */
function followsAtOnce(lines: readonly RunLine[], index: number): boolean {
  const next = lines.slice(index + 1, index + 1000).find(({ what }) => what !== 'answer' && what !== 'send' && what !== 'untold')
  return next?.what === 'action' && next.atOnce === true
}

/** The lines before the sandbox began to stop: what followed was interrupted at an arbitrary moment. */
function until(lines: readonly RunLine[]): readonly RunLine[] {
  const stop = lines.findIndex(({ what }) => what === 'stop')
  return stop < 0 ? lines : lines.slice(0, stop)
}

/** Errors are compared, so they are not thrown here. */
function quietly<T>(work: () => T): T | undefined {
  try {
    const result = work()
    if (result instanceof Promise) result.catch(() => {})
    return result
  } catch {
    return undefined
  }
}

/** An answer in parts is read to its end, as a client does; else it would never end. */
function listened(answered: Outgoing | Promise<Outgoing>, streams: (() => void)[]): Outgoing | Promise<Outgoing> {
  const read = (outgoing: Outgoing) => {
    const { stream } = outgoing
    if (stream) streams.push(stream.start({ send: () => true, onReady() {}, end() {}, breakOff() {} }))
    return outgoing
  }
  return answered instanceof Promise ? answered.then(read) : read(answered)
}
