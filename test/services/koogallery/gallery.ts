import { createHash } from 'node:crypto'
import type { Sandbox } from '../../../src/index.ts'

/** KooGallery's open API, and what people do at the console before software calls it. */
export function gallery(sandbox: Sandbox) {
  const call = (operation: string, input: Parameters<Sandbox['call']>[1] = {}) => sandbox.call(`koogallery.${operation}`, input)
  const people = async (operation: string, path: Record<string, string>, body?: object) => {
    const answer = await sandbox.call(`console.${operation}`, { path, ...(body ? { body } : {}) })
    if (answer.status >= 400) throw new Error(`${operation}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  const buy = async (product: string, more: object = {}) => (await people('BuyProduct', {}, { product, ...more })).order
  const codeOf = (orderId: string) => [...sandbox.world.licences.where('order', orderId)][0]!.id
  return {
    call,
    people,
    buy,
    codeOf,
    query: (orderId: string, more: object = {}) => call('QueryOrder', { query: { orderId, ...more } }),
    activate: (license: string, more: object = {}) => call('ActivateLicense', { body: { license, ...more } }),
    heartbeat: (license: string) => call('CheckLicenseHeartbeat', { body: { license } }),
    /** A paid order of a licence, its code in the buyer's hand. */
    async taken(product = 'gateway-year') {
      const order = await buy(product)
      await people('TakeLicence', { orderId: order.id })
      return { order, code: codeOf(order.id) }
    },
    upload: (about: object, file?: string, more: { as?: 'buyer'; event?: string } = {}) =>
      call('UploadMarketEventFile', {
        path: { event_id: more.event ?? '87b94795-0603-4e24-8ae5-69420d60e3c8' },
        headers: { 'Content-Type': 'multipart/form-data; boundary=edge' },
        body: form(about, file),
        ...(more.as ? { as: more.as } : {}),
      }),
    /** A wish of the buyer's software: one order of one offering. */
    wish: (more: object = {}, offering: object = {}) => ({
      order_infos: [
        {
          request_id: 'req-1',
          order_type: 'new',
          agreement_params: [{ id: '10001', verion: 'V1.0' }],
          offering_infos: [{ offering_id: 'OFFI461867333479178240', cycle_type: 'month', cycle_number: 1, ...offering }],
          ...more,
        },
      ],
    }),
    file: (text: string, more: object = {}) => ({ type: 'FILE', file_name: 'license.lic', sha256: sha256(text), ...more }),
  }
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function form(about: object, file?: string): string {
  const json = 'Content-Disposition: form-data; name="isvUpdateFileReq"\r\nContent-Type: application/json'
  const bytes = 'Content-Disposition: form-data; name="file"; filename="license.lic"\r\nContent-Type: application/octet-stream'
  const parts = [`--edge\r\n${json}\r\n\r\n${JSON.stringify(about)}\r\n`]
  if (file !== undefined) parts.push(`--edge\r\n${bytes}\r\n\r\n${file}\r\n`)
  return `${parts.join('')}--edge--\r\n`
}
