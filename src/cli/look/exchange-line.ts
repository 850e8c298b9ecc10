import type { JournalEntry } from '../../index.ts'
import { inOneLine, paint } from '../terminal/print.ts'

/** The members that a line about an exchange needs; entries of the journal and answers of the control API both have them. */
export type Exchanged = Pick<JournalEntry, 'n' | 'ms' | 'world' | 'operation' | 'origin' | 'error'> & {
  readonly request: Pick<JournalEntry['request'], 'method' | 'path' | 'query'>
  readonly reply: Pick<JournalEntry['reply'], 'status'>
  readonly fault?: { readonly label: string }
  readonly findings: readonly { readonly code: string; readonly level: string; readonly pointer: string }[]
}

/** One exchange in one line: `POST /v3/… 400 bss.PayOrders refused CBC.0100 request.body.missing /body/order_id`. */
export function exchangeLine({ ms, world, operation, origin, error, fault, request, reply, findings }: Exchanged): string {
  const target = request.query === '' ? request.path : `${request.path}?${request.query}`
  const style = reply.status >= 500 ? 'red' : reply.status >= 400 ? 'yellow' : 'green'
  const parts = [
    request.method.padEnd(6),
    target.padEnd(36),
    paint(style, String(reply.status)),
    operation.padEnd(22),
    paint('dim', `${origin} ${ms.toFixed(1)} ms`),
    ...(world === 'default' ? [] : [paint('cyan', `world=${world}`)]),
    ...(error === undefined ? [] : [paint(style, error)]),
    ...(fault === undefined ? [] : [paint('magenta', fault.label)]),
    ...findings.map(({ code, level, pointer }) => paint(level === 'error' ? 'yellow' : 'dim', `${code} ${pointer}`)),
  ]
  return inOneLine(parts.join(' '))
}
