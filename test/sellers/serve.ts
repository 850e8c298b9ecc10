import { appendFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { createSeller } from '../../examples/seller-hono/seller.ts'
import { createFirstSeller } from './good/v1.ts'
import { keepBodySign } from './keep-body-sign.ts'

/** A seller that listens. */
export interface Served {
  readonly url: string
  readonly server: Server
}

/**
 * Serves a seller for the tests: the example, or with SELLER_EDITION=v1 one of the retired interface. With SELLER_LOG it writes down when
 * a call comes in and when its answer is ready, and takes SELLER_WORK milliseconds in between, as others do with their database. The file
 * has a line before anybody can have read the answer.
 */
export function serveSeller(env: Readonly<Record<string, string | undefined>>): Promise<Served> {
  const { KOOGALLERY_KEY: key = '', SELLER_EDITION: edition, SELLER_LOG: log, SELLER_WORK: work } = env
  const seller = edition === 'v1' ? createFirstSeller(key) : createSeller({ key, site: 'https://crm.example.com' })
  const note = (line: string) => log && appendFileSync(log, `${line}\n`)

  async function fetch(request: Request, bindings: unknown): Promise<Response> {
    note('enter')
    if (work) {
      // Calls at the same moment have all come in before the body of the first is whole.
      await request.clone().text()
      await new Promise((resolve) => setTimeout(resolve, Number(work)))
    }
    const answer = await seller.fetch(request, bindings as object)
    note('leave')
    return answer
  }

  return new Promise((resolve) => {
    const server = serve({ fetch, port: 0, hostname: '127.0.0.1', createServer: keepBodySign }, ({ port }) =>
      resolve({ url: `http://127.0.0.1:${port}/isv`, server: server as Server }),
    )
  })
}
