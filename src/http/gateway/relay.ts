import type { Reply } from '../../spec/call.ts'
import type { Finding } from '../../spec/finding.ts'
import type { Sink, Stream } from '../exchange.ts'

/** Characters of an answer that the journal keeps. */
const KEPT = 16_384

/** Passes on an answer part by part. */
export interface Relay {
  /** Whether the head was passed on: from then on the answer can only continue, end or be aborted. */
  readonly opened: boolean
  /** Aborted when the caller disconnects. */
  readonly left: AbortSignal
  /** Passes the head on; returns the receiver of the parts. */
  open(reply: Reply): (part: Uint8Array) => Promise<void>
  /** Called when the backend has finished, or broke off, with the reason. */
  close(broken: string | undefined): void
}

/** What a relay needs from its call. */
export interface Relayed {
  /** Answers with that head; the stream sends the parts. */
  head(reply: Reply, stream: Stream): void
  /** Called with each part before it is passed on. */
  onPart(part: Uint8Array): void
  /** Records the result before the end is sent; `whole` unless something is missing. */
  settle(text: string, whole: boolean): Promise<unknown>
  readonly findings: Finding[]
}

/** A relay for one call. */
export function createRelay({ head, onPart, settle, findings }: Relayed): Relay {
  const left = new AbortController()
  const decoder = new TextDecoder()
  let sink: Sink | undefined
  let started: (sink: Sink) => void = () => {}
  let opened = false
  let text = ''
  let ready: () => void = () => {}

  const gone = new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve(), { once: true }))
  const there = new Promise<Sink>((resolve) => {
    started = resolve
  })
  const drained = () =>
    new Promise<void>((resolve) => {
      ready = resolve
    })

  return {
    get opened() {
      return opened
    },
    left: left.signal,
    open(reply) {
      opened = true
      head(reply, {
        start(given) {
          sink = given
          given.onReady(() => ready())
          started(given)
          return () => left.abort()
        },
      })
      return async (part) => {
        onPart(part)
        if (text.length < KEPT) text += decoder.decode(part, { stream: true })
        await Promise.race([there, gone])
        if (left.signal.aborted || !sink) return
        const wait = drained()
        if (!sink.send(part)) await Promise.race([wait, gone])
      }
    },
    close(broken) {
      const away = left.signal.aborted
      if (away || broken !== undefined) findings.push(away ? AWAY : brokenOff(broken ?? ''))
      const whole = !away && broken === undefined
      const end = (to: Sink) => (whole ? to.end() : to.breakOff())
      settle(text, whole).then(
        () => there.then(end),
        () => there.then((to) => to.breakOff()),
      )
    },
  }
}

const AWAY: Finding = {
  code: 'gateway.client.gone',
  level: 'warning',
  pointer: '',
  expected: 'a caller who reads the answer to its end',
  got: 'a connection that was closed',
  evidence: 'inferred',
  hint: 'The call of the backend was cut off. The usage that its answer reported until then counts.',
}

const brokenOff = (got: string): Finding => ({
  code: 'gateway.backend.broken-off',
  level: 'error',
  pointer: '/body',
  expected: 'an answer to its end',
  got,
  evidence: 'inferred',
  hint: 'The usage that the answer reported until then counts. End it with an empty chunk, and send each part within the timeout of the backend.',
})
