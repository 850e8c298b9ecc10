import { compose } from '../marketplace/compose.ts'
import type { Dial, Dialled } from '../marketplace/dial.ts'
import { judge, timeoutOf, type Verdict } from '../marketplace/judge.ts'
import type { startSandbox } from '../sandbox.ts'
import type { Case, Tamper } from './case.ts'

/** What calls need. The sandbox lends its specs, its settings and its chance; nothing is bought or kept in it. */
export interface Caller {
  readonly sandbox: Awaited<ReturnType<typeof startSandbox>>
  readonly dial: Dial
  /** Machine time, epoch milliseconds. */
  readonly now: () => number
  readonly url: string
  readonly key: string
}

/** A verdict and how long the answer took, in machine milliseconds. */
export interface Called extends Verdict {
  readonly ms: number
}

const TEN_MINUTES = 600_000

/**
 * Makes one call of a case as the debugging page makes it (testFlag 1): composed, signed, dialled and judged by the marketplace's own
 * hand, with whatever the case spoils put in between.
 * @param number unlike that of every other call of the play: nonce and businessId come of it
 * @param set members of the body, names filled in; undefined leaves one out
 */
export async function call(
  { sandbox, dial, now, url, key }: Caller,
  { operation: name, tamper }: Pick<Case, 'operation' | 'tamper'>,
  number: number,
  set: Readonly<Record<string, string | number | undefined>>,
): Promise<Called> {
  const { world, specs } = sandbox
  const operation = specs.operation(`production.${name}`)
  const instanceId = set['instanceId'] ?? ''
  const delivery = {
    id: `V${number}`,
    operation: operation.ref,
    status: 'calling',
    use: 'basic',
    sellerId: '',
    addressId: '',
    timetable: 'by-hand',
    cause: 'hand',
    about: { instanceId, set: set as Record<string, string> },
    debugging: true,
    createdAt: world.clock.now(),
    attempts: 1,
  } as const
  const stamp = { number: 1, now: now() - (tamper === 'stale' ? TEN_MINUTES : 0) }
  const signedWith = tamper === 'signature-of-another-key' ? `${key}-of-somebody-else` : key
  const { request: composed } = compose(world, operation, delivery, { url, key: signedWith }, stamp)
  const request = spoil(composed, tamper)
  const heard = await dial(request, { timeout: timeoutOf({ world, operation }), instant: 0 })
  return { ...judge({ specs, world, operation, delivery, key, request, heard }), ms: heard.ms }
}

function spoil(request: Dialled, tamper: Tamper | undefined): Dialled {
  if (tamper === 'signature-of-another-body') return { ...request, body: request.body.replace('{', '{"addedOnTheWay":"1",') }
  if (tamper !== 'no-signature' && tamper !== 'no-timestamp') return request
  const url = new URL(request.url)
  url.searchParams.delete(tamper.slice('no-'.length))
  return { ...request, url: url.toString() }
}
