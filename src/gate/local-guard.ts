import type { IncomingMessage } from 'node:http'
import { otherSite } from './cross-site.ts'
import { discard } from './discard.ts'
import { hostOf, isOwnHost } from './hosts.ts'
import { type Listener, oneAtATime } from './one-at-a-time.ts'

/**
 * The guard of a listener for programs of this machine: a page in a browser may not use it, neither by its address nor by a name of its own
 * that leads here. Refused from the headers alone, 403. A client that sends `Expect: 100-continue` is told to go on when it is let in.
 * @param title of the problem that is answered
 * @param names hosts by which it may be called besides loopback
 */
export function guardLocal(listener: Listener, title: string, names: readonly string[] = []): Listener {
  return oneAtATime((incoming, outgoing) => {
    const detail = refusal(incoming, names)
    if (detail === undefined) {
      if (/^100-continue$/i.test(incoming.headers.expect ?? '')) outgoing.writeContinue()
      return listener(incoming, outgoing)
    }
    const body = JSON.stringify({ title, status: 403, detail })
    outgoing.writeHead(403, {
      'content-type': 'application/problem+json',
      'content-length': Buffer.byteLength(body),
      connection: 'close',
    })
    if (incoming.method !== 'HEAD') outgoing.write(body)
    return discard(incoming).then(() => outgoing.end())
  })
}

function refusal(incoming: IncomingMessage, names: readonly string[]): string | undefined {
  const { headers, url = '', method = 'GET' } = incoming
  const host = hostOf(incoming) ?? ''
  const plain = headers as Readonly<Record<string, string | undefined>>
  // An HTTP proxy client sends the whole address; a page that reached this listener through DNS rebinding cannot.
  const proxied = /^https?:\/\//i.test(url)
  if (host !== '' && !proxied && !isOwnHost(host, { addresses: [], names }))
    return `Host "${host.slice(0, 80)}" is not a host name of this listener. Call it as localhost.`
  const page = otherSite(plain, host, { method })
  return page === undefined ? undefined : `${page[0]?.toUpperCase()}${page.slice(1)} may not call this listener.`
}
