import type { operations } from '../../spec/generated/console.ts'
import type { Account, OnlineMethod } from '../../world/entities/entities.ts'
import type { ConsoleContext } from '../console-behaviour.ts'
import { fen, yuan } from '../money.ts'
import { checkCode } from './verification.ts'

export type Paying = ConsoleContext<operations['PayOrders']>

/** The parts paid from the balance and online, fen. */
export interface Shares {
  readonly balance: number
  readonly online: number
}

const CLOUD_COMPUTING = '华为云计算技术有限公司'
/** Contracting parties (签约主体) that accept online payment. An account without one has the first (S-14). */
const ONLINE_PARTIES = [CLOUD_COMPUTING, '华为软件技术有限公司']

/** Where the cash desk leads for each method: a code to scan, UnionPay's page, or the bank's own page (S-66). */
export const LEADS_TO = {
  alipay: 'qr-code',
  wechat: 'qr-code',
  'huawei-pay': 'qr-code',
  unionpay: 'unionpay-page',
  'personal-bank': 'unionpay-page',
  'enterprise-bank': 'bank-page',
} as const satisfies Record<OnlineMethod, string>

/** The two parts of a payment; refuses parts that do not add up to the amount due (S-67). */
export function sharesOf({ input, fail }: Paying, buyer: Account, due: number): Shares {
  const { by = 'balance', balance } = input.body
  const given = balance === undefined ? undefined : fen(balance)
  if (given !== undefined && given > due)
    fail('payment-refused', `${yuan(given)} yuan from the balance is more than the ${yuan(due)} to pay.`)
  if (by === 'balance') {
    if (given !== undefined && given < due)
      fail(
        'online-part-needed',
        `${yuan(given)} of ${yuan(due)} yuan come from the balance. Send by: balance-and-online to pay the rest online.`,
      )
    return { balance: due, online: 0 }
  }
  if (by === 'balance-and-online') {
    const part = given ?? Math.max(0, Math.min(buyer.balance, due))
    return { balance: part, online: due - part }
  }
  if (given !== undefined && given > 0)
    fail('payment-refused', `With by: ${by} nothing comes from the balance. Send by: balance-and-online, or leave balance out.`)
  return { balance: 0, online: by === 'online' ? due : 0 }
}

/** Checks what each way of paying requires of the account (S-14, S-66). */
export function checkWay({ input, world, fail }: Paying, buyer: Account, { balance, online }: Shares): void {
  const { by = 'balance', coupons = [], method, verificationCode } = input.body
  if (method !== undefined && (by === 'balance' || by === 'partner'))
    fail('payment-refused', `The method ${method} is for an online payment. Send by: online or balance-and-online, or leave method out.`)
  if (by === 'partner') {
    if (buyer.partnerId === undefined) fail('no-partner', `${buyer.name} has no partner who could pay.`)
    if (coupons.length > 0) fail('coupons-with-partner', '客户申请由合作伙伴提交并支付订单时,不能使用自己账号下的优惠券。')
    return
  }
  if (by !== 'balance') checkMethod({ fail }, buyer, method ?? 'alipay')
  if (balance > buyer.balance)
    fail('balance-insufficient', `The balance of ${yuan(buyer.balance)} yuan is less than ${yuan(balance)}. RechargeAccount puts money in.`)
  if (by === 'balance-and-online' && balance > 0 && online > 0 && buyer.operationProtection === true)
    checkCode({ world, fail }, buyer, input.body.orders, verificationCode)
}

/** Checks whether the account can pay online, and with this method. That an enterprise bank's page is not for individuals is inferred. */
function checkMethod(
  { fail }: Pick<Paying, 'fail'>,
  { name, contractParty = CLOUD_COMPUTING, customerType }: Account,
  method: OnlineMethod,
): void {
  if (!ONLINE_PARTIES.includes(contractParty))
    fail(
      'online-unavailable',
      `The contracting party of ${name} is ${contractParty}: only ${ONLINE_PARTIES.join(' and ')} can be paid online.`,
    )
  if (method === 'huawei-pay' && contractParty !== CLOUD_COMPUTING)
    fail('method-unavailable', `The contracting party of ${name} is ${contractParty}: Huawei Pay is for ${CLOUD_COMPUTING} alone.`)
  if (method === 'enterprise-bank' && customerType === 'individual')
    fail('method-unavailable', `${name} is an individual: enterprise-bank is for enterprises. Send method: personal-bank.`)
}
