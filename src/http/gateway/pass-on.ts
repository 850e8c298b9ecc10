import { countUse, type Payer } from '../../commerce/usage/count-calls.ts'
import type { Opened, Outcome, StreamedBody } from '../exchange.ts'
import type { ServerContext } from '../server-context.ts'
import { type Forwarded, forward } from './forward.ts'
import { createRelay } from './relay.ts'
import { createUsageReader, TOKEN, tokensOf, usageIn } from './tokens.ts'

interface PassedOn extends Forwarded {
  /** Sellers who test their own product do not pay. */
  readonly payer: Payer | undefined
}

type Recorder = Parameters<NonNullable<StreamedBody['onEnd']>>[0]

/**
 * Calls the seller's backend. Resolves when it has answered; for a streamed answer, when its head is there.
 * Rejects with VendorError 502 or 504 APIGW.0201, as the gateway says that a backend did not answer.
 */
export function passOn(server: ServerContext, opened: Opened, passed: PassedOn): Promise<Outcome> {
  const { world, findings } = opened
  const { kind, payer } = passed
  const reader = createUsageReader()
  /** Answers of an Agents gateway must report their usage; error answers need not. */
  const charge = (usage: ReturnType<typeof usageIn>, status: number, whole: boolean) => {
    if (kind !== 'agents-gateway' || (usage === undefined && (!whole || status >= 400))) return
    const read = tokensOf(usage)
    if ('finding' in read) findings.push(read.finding)
    else if (payer && read.tokens > 0) world.transaction(() => countUse(world, payer, read.tokens * TOKEN))
  }
  return new Promise((resolve, reject) => {
    let recordWith: (record: Recorder) => void = () => {}
    const recorder = new Promise<Recorder>((known) => {
      recordWith = known
    })
    let status = 0
    const relay = createRelay({
      findings,
      head(reply, stream) {
        status = reply.status
        resolve({ origin: 'behaviour', reply, streamed: { stream, onEnd: recordWith } })
      },
      onPart: reader.read,
      async settle(text, whole) {
        charge(reader.end(), status, whole)
        const record = await recorder
        await record(text)
      },
    })
    forward(server, opened, passed, relay).then((answered) => {
      if (!answered) return
      charge(usageIn(String(answered.reply.body ?? '')), answered.reply.status, true)
      resolve({ origin: 'behaviour', ...answered })
    }, reject)
  })
}
