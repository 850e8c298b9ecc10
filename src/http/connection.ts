import type { IncomingMessage, ServerResponse } from 'node:http'
import { discard } from '../gate/discard.ts'
import type { RawRequest } from '../replicas/pass-on.ts'
import type { WireFault } from '../scenario/scenario-api.ts'
import type { Call } from '../spec/call.ts'
import type { Operation } from '../spec/operation.ts'
import type { Outgoing } from './exchange.ts'
import { pour } from './pipe-stream.ts'
import { type RefusedRequest, readCall, readHead } from './read-request.ts'
import { sendFaulty, type WireMeans } from './wire-faults.ts'

/** What an answer has become: a `Response`, or nothing where it was written to a socket. */
export type Sent = Response | undefined

/** One request and the way its answer takes: a socket, or a `Request` of this process. */
export interface Connection {
  /** The request as far as its head goes. */
  readonly head: Call
  /** The address at the other end of the socket. */
  readonly remote?: string | undefined
  /** The whole request. Rejects if the client disconnects before that; then `abandon` ends it. */
  read(limits: () => Operation['limits']): Call | RefusedRequest | Promise<Call | RefusedRequest>
  send(answer: Outgoing): Sent
  /** Sends it as a rule prescribes: late, slowly, in part, or not at all. */
  sendFaulty(answer: Outgoing, fault: WireFault, means: WireMeans): Sent | Promise<Sent>
  /** The request as it was sent, with the body of `call`. */
  raw(call: Call): RawRequest
  /** Sends the answer of another replica as it comes. */
  pass(answer: IncomingMessage): Sent
  /** Answers a request whose body was not read to its end, and lets the connection go. */
  refuse(answer: Outgoing): Sent
  abandon(): Sent
  /** Calls back once the answer was sent, or the client has gone. */
  onClosed(listener: () => void): void
}

/**
 * A request on a socket. Answers are written to the socket directly: as Response objects they reach less than half of the throughput, and their
 * headers are copied twice (`npm run bench` measures both). The bytes are sent as one-byte text, so that Node joins head and body without
 * encoding either.
 */
export function overSocket(incoming: IncomingMessage, outgoing: ServerResponse): Connection {
  const head = readHead(incoming)
  const send = ({ status, headers, bytes, stream }: Outgoing): Sent => {
    if (stream) {
      outgoing.writeHead(status, headers)
      pour(outgoing, stream)
    } else if (bytes === null) {
      if (status !== 204 && status !== 304) headers['Content-Length'] = '0'
      outgoing.writeHead(status, headers).end()
    } else {
      headers['Content-Length'] = String(bytes.length)
      outgoing.writeHead(status, headers)
      if (incoming.method === 'HEAD') outgoing.end()
      else outgoing.end(bytes, 'latin1')
    }
    return undefined
  }
  return {
    head,
    remote: incoming.socket.remoteAddress,
    read: (limits) => readCall(incoming, outgoing, head, limits),
    send,

    raw: ({ body }) => ({ method: head.method, url: incoming.url ?? '/', headers: incoming.rawHeaders, body }),

    pass(answer) {
      outgoing.writeHead(answer.statusCode ?? 502, answer.statusMessage, answer.rawHeaders)
      answer.pipe(outgoing)
      outgoing.once('close', () => answer.destroy())
      answer.once('error', () => outgoing.destroy())
      return undefined
    },

    async sendFaulty(answer, fault, means) {
      await sendFaulty(incoming, outgoing, answer, fault, means, () => send(answer))
      return undefined
    },

    // The answer is sent at once; the connection is closed when the client has sent the rest.
    refuse({ status, headers, bytes }) {
      outgoing.writeHead(status, { ...headers, Connection: 'close', 'Content-Length': String(bytes?.length ?? 0) })
      outgoing.flushHeaders()
      if (incoming.method !== 'HEAD' && bytes) outgoing.write(bytes, 'latin1')
      discard(incoming).then(() => outgoing.end())
      return undefined
    },

    abandon() {
      outgoing.destroy()
      return undefined
    },

    onClosed: (listener) => outgoing.once('close', listener),
  }
}
