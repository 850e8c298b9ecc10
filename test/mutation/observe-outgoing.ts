import type { Sandbox } from '../../src/index.ts'
import { signBody } from '../../src/signing/index.ts'
import type { Schema } from '../../src/spec/document/model.ts'
import type { Operation } from '../../src/spec/operation.ts'
import { LICENCE, owned } from '../marketplace/causes.ts'
import { openSeller, type Received } from '../marketplace/seller.ts'
import { goodAnswer, settle } from '../marketplace/shop.ts'
import { fullSample } from './full-sample.ts'
import { shapeOf } from './shape.ts'
import type { Observation } from './suite.ts'
import { brokenBodies } from './violations.ts'

type Answer = { readonly status?: number; readonly headers?: Record<string, string>; readonly body: unknown }
type Way = readonly [what: string, answer: (call: Received) => Answer]

/** Makes one call of a seller again and again, the seller answering in every way that the contract knows: what it got, what it was told. */
export async function* observeCall(
  sandbox: Sandbox,
  operation: Operation,
  schemas: Readonly<Record<string, Schema>>,
): AsyncGenerator<Observation> {
  sandbox.reset()
  let answer: Way[1] = (call) => goodAnswer(call, true)
  let key = ''
  await using seller = await openSeller((call) => {
    const { status = 200, headers = {}, body } = answer(call)
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    return { status, body: text, headers: { 'Body-Sign': signBody(text, key).header, ...headers } }
  })
  const { world, sellerId, key: basic } = settle(sandbox, `${seller.url}/isv`)
  key = basic
  const resource = await owned(sandbox)
  for (const use of ['kit', 'licence', 'notification'] as const) settle(sandbox, `${seller.url}/isv`, { use })
  // What follows the purchase is not meant here.
  await sandbox.clock.pass('10m')
  const about = operation.id.includes('LicenseCode') ? { licence: LICENCE } : { order: resource.orderId }

  for (const debugging of [true, false]) {
    for (const [what, said] of waysToAnswer(operation, schemas)) {
      if (debugging && what !== 'well') continue
      answer = said
      const before = seller.calls.length
      const { id, use } = sandbox.deliveries.trigger(operation.ref, { ...about, debugging })
      key = world.sellerKeys.where('use', `${sellerId}|${use}`).first()?.secret ?? basic
      await sandbox.clock.pass('1s')
      const { status, attempts } = sandbox.deliveries.get(id)!
      const told = (attempts.at(-1)?.findings ?? []) as readonly { code: string; pointer: string; level: string }[]
      const verdict = told.map(({ code, pointer, level }) => `${level} ${code} ${pointer}`).sort()
      yield [
        `${operation.ref}${debugging ? ' debugging' : ''} answered ${what}`,
        `${seen(seller.calls[before])} ${status} ${verdict.join()}`,
      ]
    }
  }
}

function* waysToAnswer(operation: Operation, schemas: Readonly<Record<string, Schema>>): Generator<Way> {
  const [response] = Object.values(operation.doc.responses)
  const schema = Object.values(response?.content ?? {})[0]?.schema ?? {}
  const whole = fullSample(schema, schemas) as Record<string, unknown>
  const well = (call: Received) => ({ ...goodAnswer(call, true).body })
  yield ['well', (call) => ({ body: well(call) })]
  yield ['with all that may be said', () => ({ body: whole })]
  for (const status of [201, 202, 204, 302, 400, 500])
    yield [`with status ${status}`, (call) => ({ status, body: status === 204 ? '' : well(call) })]
  yield ['without a signature', (call) => ({ body: well(call), headers: { 'Body-Sign': '' } })]
  yield ['as a page', () => ({ headers: { 'content-type': 'text/html' }, body: '<html></html>' })]
  for (const code of resultCodes(operation)) yield [`with ${code}`, (call) => ({ body: { ...well(call), resultCode: code } })]
  for (const [what, broken] of brokenBodies(whole, schema, schemas)) yield [`with ${what}`, () => ({ body: broken })]
}

const resultCodes = ({ doc }: Operation) => [
  ...new Set([...(doc['x-result-codes'] ?? []).map((code) => (typeof code === 'string' ? code : code.code)), '999999']),
]

function seen(call: Received | undefined): string {
  if (!call) return 'nothing'
  const headers = Object.keys(call.headers).sort().join()
  return `${call.method} ${call.path} ${[...call.query.keys()].sort().join()} ${headers} ${shapeOf(call.json)}`
}
