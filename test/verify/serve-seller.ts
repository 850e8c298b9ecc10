import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { createSeller } from '../../examples/seller-hono/seller.ts'
import type { BrokenSeller } from '../sellers/broken.ts'
import { keepBodySign } from '../sellers/keep-body-sign.ts'

export const KEY = 'test-access-key-0001'

/** The example seller on a port of its own, as it is or with a mistake. */
export async function serveSeller(breaks: BrokenSeller['breaks'] = (good) => good, key = KEY) {
  const { fetch } = createSeller({ key, site: 'https://crm.example.com' })
  return serveFetch(breaks((request) => fetch(request), key))
}

/** Any seller on a port of its own. */
export async function serveFetch(fetch: Parameters<typeof serve>[0]['fetch']) {
  const port = await new Promise<{ server: ReturnType<typeof serve>; number: number }>((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1', createServer: keepBodySign }, ({ port: number }: AddressInfo) =>
      resolve({ server, number }),
    )
  })
  return {
    url: `http://127.0.0.1:${port.number}/isv`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => port.server.close(() => resolve())),
  }
}
