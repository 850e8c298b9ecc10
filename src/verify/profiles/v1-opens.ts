import type { Case, Members, Rule } from '../case.ts'
import { ADDED, PARAMETER, REPEAT, TOKEN } from './rules.ts'
import { missing, unsigned } from './shapes.ts'

/** Product ids in the default world, by charging mode: V1.0 sends the mode. */
export const PRODUCT = { period: 'OFFI461867333479178240', once: 'OFFI461867333479178245', onDemand: 'OFFI461867333479178246' }
export const PERIODS = { expireTime: '$inAYear', periodType: 'month', periodNumber: 1 }
export const NO_PERIODS = { expireTime: null, periodType: null, periodNumber: null }
export const OPENED = ['000000', '000004']
export const ref = (name: string) => `production-v1.${name}`

/** saasExtendParams: Base64 of a JSON array. */
export const extended = (list: readonly { readonly name: string; readonly value: string }[]) =>
  Buffer.from(JSON.stringify(list)).toString('base64')

const CONTACT: Rule = {
  code: 'seller.contact.unread',
  source: 'G/productsdesc-bms_00a3aa731426282cf27f272f51cd2a90support0',
  evidence: 'doc',
  hint: 'mobilePhone and email are 16 characters of IV and Base64: see decryptField of koogallery-sandbox/signing, or ignore them.',
}

/** Orders open instances; a pay-per-use order opens one for each of its products. */
export function opens(product: string, more: Members): readonly Case[] {
  const order = { orderId: '$order', productId: '$product', ...more }
  const opening = { operation: ref('newInstance'), codes: OPENED, product }
  return [
    { ...opening, name: 'newInstance', title: 'A paid order opens an instance', set: order, remembers: 'first' },
    {
      ...opening,
      name: 'newInstance.repeated',
      title: 'The same order with a new businessId gets the same instance (the details page calls it this way)',
      set: order,
      otherwise: REPEAT,
      after: 'newInstance',
      remembers: 'first',
    },
    {
      ...opening,
      name: 'newInstance.at-once',
      title: 'Two calls for one order at the same moment open one instance',
      set: { ...order, orderId: '$another' },
      atOnce: 2,
      after: 'newInstance',
      remembers: 'second',
    },
    {
      ...opening,
      name: 'newInstance.added-member',
      title: 'An additional unknown parameter is ignored',
      set: { ...order, addedSomeDay: 'yes' },
      otherwise: ADDED,
      after: 'newInstance',
      remembers: 'first',
    },
    {
      ...opening,
      name: 'newInstance.accepted',
      title: 'A second call after the buyer accepted the delivery gets the same instance',
      set: { ...order, acceptanceTime: '$nowDigits' },
      otherwise: REPEAT,
      after: 'newInstance',
      remembers: 'first',
    },
    {
      ...opening,
      name: 'newInstance.contact',
      title: 'Telephone and mail are encrypted with the access key',
      set: { ...order, orderId: '$withContact', mobilePhone: '$mobilePhone', email: '$email' },
      otherwise: CONTACT,
      after: 'newInstance',
      remembers: 'contacted',
    },
    {
      ...opening,
      name: 'newInstance.extended',
      title: 'Extension parameters are sent and signed as Base64 of a JSON array',
      set: { ...order, saasExtendParams: extended([{ name: 'emailDomainName', value: '测试.example.com' }]) },
      otherwise: TOKEN,
      after: 'newInstance',
      remembers: 'first',
    },
    {
      ...opening,
      name: 'newInstance.plus-in-token',
      title: 'A token that contains a + is accepted',
      set: order,
      tamper: 'plus-in-token',
      otherwise: TOKEN,
      after: 'newInstance',
      remembers: 'first',
    },
    {
      ...opening,
      name: 'newInstance.text',
      title: 'A name with Chinese, spaces, emoji and query characters is signed unchanged',
      set: { ...order, customerName: '华为 & 测试=100%+1 😀' },
      otherwise: TOKEN,
      after: 'newInstance',
      remembers: 'first',
    },
    ...unsigned(ref('newInstance'), order).map((one) => ({ after: 'newInstance', ...one, product })),
    { ...missing(ref('newInstance'), 'orderId', order, ['000002'], 'newInstance'), product },
    {
      name: 'activity.unknown',
      title: 'An activity that does not exist is refused',
      operation: ref('newInstance'),
      set: { ...order, activity: 'danceInstance' },
      product,
      codes: ['000002', '000005'],
      otherwise: PARAMETER,
      after: 'newInstance',
    },
  ]
}
