import { serve } from '@hono/node-server'
import { createSeller } from './seller.ts'

const key = process.env.KOOGALLERY_KEY
if (!key) {
  console.error('Set KOOGALLERY_KEY to the key of the basic interfaces; any text will do for trying it out.')
  process.exit(2)
}
const port = Number(process.env.PORT ?? 8080)
// KooGallery wants HTTPS with a public certificate in front of this; a sandbox does not.
const { fetch } = createSeller({ key, site: 'https://crm.example.com' })
serve({ fetch, port, hostname: '127.0.0.1' }, (info) => console.log(`Sells at http://127.0.0.1:${info.port}/isv`))
