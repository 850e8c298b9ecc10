import type { ArgsDef } from 'citty'
import type { ConsoleApi } from '../../index.ts'
import { valuesOf } from '../terminal/arguments.ts'
import { misused } from '../terminal/exit-codes.ts'
import { inOneLine, print, printNote, table } from '../terminal/print.ts'
import type { Remote } from '../terminal/remote.ts'

type Schemas = ConsoleApi['schemas']

/** The console's answer to a change. */
export type Done<T> = Schemas['Done'] & T

/** Arguments of commands that create an order and pay it. */
export const payingArguments = {
  pay: {
    type: 'boolean',
    default: true,
    description: 'Pay at once from the balance',
    negativeDescription: 'Do not pay; the order waits for payment',
  },
  ...reductionArguments(),
} as const satisfies ArgsDef

/** Choices of the payment page. */
export function reductionArguments() {
  return {
    coupon: { type: 'string', valueHint: 'id', description: 'Coupon to pay with; may be repeated' },
    discount: { type: 'string', valueHint: 'id', description: 'Discount to pay with' },
    'outside-contract': { type: 'boolean', description: 'Confirm that the order is not covered by the standard contract' },
  } as const satisfies ArgsDef
}

/** The members of a request for the given choices. */
export function pickedOf(
  args: { readonly discount?: string | undefined; readonly 'outside-contract'?: boolean | undefined },
  raw: readonly string[],
) {
  const coupons = valuesOf(raw, 'coupon')
  return {
    ...(coupons.length > 0 ? { coupons } : {}),
    ...(args.discount === undefined ? {} : { discount: args.discount }),
    ...(args['outside-contract'] ? { outsideContract: true } : {}),
  }
}

const KINDS = { d: 'day', m: 'month', y: 'year' } as const

/** `3` = three of the product's own periods; `15d`, `3m`, `1y`, `P3M`. Exit code 2 for anything else. */
export function periodOf(text: string): Schemas['Period'] {
  const [, num, kind] = /^p?([1-9]\d{0,2})(d|m|y)?$/i.exec(text) ?? []
  if (num === undefined) throw misused(`--period is a number of periods or a length such as 15d, 3m or 1y, not "${text}".`)
  return { ...(kind === undefined ? {} : { type: KINDS[kind.toLowerCase() as 'd'] }), num: Number(num) }
}

/**
 * Finds a resource by its id, or by the number of the order that bought it. An order with several resources, or with none that is still
 * open, ends the command with exit code 2; the message lists their ids.
 */
export async function resourceMeant({ ask }: Remote, world: string, word: string): Promise<string> {
  if (!/^CS\w+$/.test(word)) return word
  const { order } = await ask<{ order: Schemas['OrderState'] }>('GET', `/console/orders/${word}`, { query: { world } })
  const left = order.resources.filter(({ status }) => status !== 'closed')
  const [only] = left
  if (only && left.length === 1) return only.id
  if (!only) throw misused(`Order ${word} (${order.type}, ${order.status}) has no resource that is still open.`)
  throw misused(`Order ${word} has several resources. Name one of ${left.map(({ id, name }) => `${id} (${name})`).join(', ')}.`)
}

/** Text about a change: the facts, then the orders with their resources and licences. */
export function printDone({ facts, world }: Schemas['Done'], orders: readonly Schemas['OrderState'][]): void {
  if (facts.length > 0) print(table(facts.map(({ at, type, n: _n, ...about }) => [at, type, JSON.stringify(about)])))
  for (const order of orders) print(orderText(order))
  for (const order of orders) {
    const hint = nextStep(order, world === 'default' ? '' : ` --world ${world}`)
    if (hint !== undefined) printNote(hint)
  }
}

/** The decision that an order waits for, by its state. */
const WAITS: Readonly<Record<string, string>> = { 'to-review': 'a review', 'to-confirm': 'a confirmation', 'to-approve': 'an approval' }

/** What to run next for an order that waits for a person. */
function nextStep({ id, status, supervision }: Schemas['OrderState'], where: string): string | undefined {
  const pay = `\`koosandbox order pay ${id}${where}\``
  if (status === 'pending-payment') return `Order ${id} waits for payment. Run ${pay}.`
  if (WAITS[status] !== undefined)
    return `Order ${id} waits for ${WAITS[status]}; it cannot be paid before. Run \`koosandbox set order ${id} pending-payment${where}\` to skip this step, then ${pay}.`
  if (status === 'processing' && supervision !== undefined && supervision !== 'accepted')
    return `Order ${id} has a supervised delivery in state "${supervision}". Run \`koosandbox order accept${where}\` to see the next step.`
  return undefined
}

/** One line about an order, and one line for each of its resources and licences. */
function orderText(order: Schemas['OrderState']): string {
  const { id, type, status, statusText, payable, lines, resources, licences } = order
  const bought = lines.map(({ name, quantity, period }) => `${quantity} × ${name}${period === undefined ? '' : `, ${period}`}`)
  const codes = licences.flatMap(({ code, status: state }) => (code === undefined ? [] : [`  licence  ${code}  ${state}`]))
  const made = resources.map(
    ({ id: resource, name, status: state, expireAt }) =>
      `  resource ${resource}  ${state}  ${name}${expireAt === undefined ? '' : `, until ${expireAt}`}`,
  )
  return [`${id}  ${type}  ${status} (${statusText})  ${payable} yuan  ${bought.join('; ')}`, ...made, ...codes].map(inOneLine).join('\n')
}

/** Lines of a list of orders. */
export const orderRow = ({ id, type, status, payable, paymentDeadline = '', lines }: Schemas['OrderState']) => [
  id,
  type,
  status,
  payable,
  paymentDeadline,
  lines.map(({ name }) => name).join('; '),
]
