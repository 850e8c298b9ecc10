import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signProductionBytes } from '../../src/signing/production.ts'

/** What one call looked like, and what it was answered; nothing of it depends on the machine's time. */
export interface Taken {
  readonly activity: string
  readonly code: string
  readonly body: string
  readonly nonce: string
}

const APP = { frontEndUrl: 'https://crm.example.com' }

/** A seller that does what the documents ask for: checks signature, time and nonce, and opens one instance for each order line. */
export async function openCarefulSeller() {
  let key = ''
  let taken: Taken[] = []
  let instances = new Map<string, string>()
  let renewed = new Map<string, number>()
  let nonces = new Set<string>()

  const serve = (query: URLSearchParams, bytes: Buffer): Record<string, unknown> & { resultCode: string } => {
    const refuse = (resultCode: string) => ({ resultCode, resultMsg: 'refused' })
    const [timestamp, nonce] = [query.get('timestamp') ?? '', query.get('nonce') ?? '']
    if (signProductionBytes(bytes, { timestamp, nonce }, key) !== query.get('signature')?.toLowerCase()) return refuse('000001')
    if (Math.abs(Date.now() - Number(timestamp)) > 60_000) return refuse('000002')
    if (nonces.has(nonce)) return refuse('000001')
    nonces.add(nonce)
    const { activity, orderLineId, instanceId } = JSON.parse(bytes.toString('utf8')) as Record<string, string>
    const ok = { resultCode: '000000', resultMsg: 'success' }
    if (activity === 'newInstance') {
      const id = instances.get(String(orderLineId)) ?? `inst-${instances.size + 1}`
      instances.set(String(orderLineId), id)
      return { ...ok, instanceId: id, appInfo: APP }
    }
    if (activity === 'queryInstance') return { ...ok, info: [{ instanceId, appInfo: APP }] }
    if (activity === 'refreshInstance') renewed.set(String(orderLineId), 1)
    return ok
  }

  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const bytes = Buffer.concat(parts)
    const { searchParams } = new URL(request.url ?? '/', 'http://seller')
    const answer = serve(searchParams, bytes)
    // A body in UTF-16 has a zero byte behind each letter.
    const body = bytes.toString('latin1').replaceAll('\0', '')
    const activity = /"activity":"(\w+)"/.exec(body)?.[1] ?? '?'
    taken.push({ activity, code: answer.resultCode, body, nonce: searchParams.get('nonce') ?? '' })
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/isv`,
    /** Forgets everything, and takes the key of a world. */
    begin(secret: string) {
      key = secret
      taken = []
      instances = new Map()
      renewed = new Map()
      nonces = new Set()
    },
    taken: () => taken,
    /** `newInstance 000000`, call by call. */
    calls: () => taken.map(({ activity, code }) => `${activity} ${code}`),
    state: () => ({ instances: instances.size, renewals: renewed.size }),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
