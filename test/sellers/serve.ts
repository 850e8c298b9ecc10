import { appendFileSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { createSeller } from '../../examples/seller-hono/seller.ts'
import { createFirstSeller } from './good/v1.ts'

/**
 * Serves a seller for the tests: the example, or with SELLER_EDITION=v1 one of the retired interface. With SELLER_LOG it writes down when
 * a call comes in and when its answer is ready: the file has a line before anybody can have read the answer.
 */
const { KOOGALLERY_KEY: key = '', SELLER_EDITION: edition, SELLER_LOG: log } = process.env
const seller = edition === 'v1' ? createFirstSeller(key) : createSeller({ key, site: 'https://crm.example.com' })
const note = (line: string) => log && appendFileSync(log, `${line}\n`)

async function fetch(request: Request): Promise<Response> {
  note('enter')
  const answer = await seller.fetch(request)
  note('leave')
  return answer
}

serve({ fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`Sells at http://127.0.0.1:${port}/isv`))
