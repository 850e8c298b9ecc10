import type { Case, Rule } from '../case.ts'
import { PARAMETER, UNKNOWN_INSTANCE } from '../profiles/rules.ts'
import { FINE } from '../profiles/shapes.ts'
import { MINE, UNKNOWN } from './members.ts'

const productInfo = { linearValue: 10, productId: '$product', productName: 'Starsea CRM', skuCode: 'd0abcd12-1234-5678-ab90-11ab012aaaa1' }
/** No page names the code for a refusal, so every code but success is accepted. */
const REFUSED = ['000002', '000003', '000005']

const AS_TEXT: Rule = {
  code: 'seller.product-info.text',
  source: 'DEMO/seller-kaii',
  evidence: 'demo',
  level: 'warning',
  hint: 'The page defines productInfo as an object; one public seller reads it as JSON text too, so accept both.',
}

/** Further cases of changeInstanceCheck, for products that offer changes on renewal (koogallery.md 3.7). */
export const changeChecks: readonly Case[] = [
  {
    name: 'changeInstanceCheck.text',
    title: 'productInfo may come as JSON text',
    operation: 'changeInstanceCheck',
    set: { ...MINE, productInfo: JSON.stringify(productInfo) },
    codes: FINE,
    otherwise: AS_TEXT,
    after: 'changeInstanceCheck',
  },
  {
    name: 'changeInstanceCheck.unknown',
    title: 'changeInstanceCheck for an unknown instance is refused',
    operation: 'changeInstanceCheck',
    set: { ...UNKNOWN, productInfo },
    codes: REFUSED,
    otherwise: UNKNOWN_INSTANCE,
    after: 'changeInstanceCheck',
  },
  {
    name: 'changeInstanceCheck.without-productInfo',
    title: 'changeInstanceCheck without productInfo is refused',
    operation: 'changeInstanceCheck',
    set: { ...MINE, productInfo: null },
    codes: REFUSED,
    otherwise: PARAMETER,
    after: 'changeInstanceCheck',
  },
]
