import type { ProxiedExchange } from '../../proxy/sign-proxy.ts'
import { interfaceUseOf } from '../../spec/interface-use.ts'
import type { InterfaceUse } from '../../world/entities/kinds-api.ts'
import { isObject } from '../read-body.ts'
import type { Chosen } from './select-interactions.ts'

/** Finds out why a seller refuses correctly signed calls of an operation; undefined when no known mistake explains it. */
export type CauseOf = (operation: string) => Promise<string | undefined>

/** The first refused interaction of each kind of interface of which the seller refused every call that had to succeed. */
export function refusedUses(chosen: readonly Chosen[], exchanges: ReadonlyMap<string, ProxiedExchange>): ReadonlyMap<InterfaceUse, Chosen> {
  const refused = new Map<InterfaceUse, Chosen>()
  const understood = new Set<InterfaceUse>()
  for (const one of chosen) {
    const exchange = exchanges.get(one.id)
    if (exchange === undefined || one.operation === undefined || !mustSucceed(one)) continue
    const use = interfaceUseOf(one.operation)
    if (!isRefused(exchange)) understood.add(use)
    else if (!refused.has(use)) refused.set(use, one)
  }
  for (const use of understood) refused.delete(use)
  return refused
}

/** What is wrong with all calls of a kind of interface, such as the way in which the seller checks the signature; as hints. */
export async function causesOf(
  refused: ReadonlyMap<InterfaceUse, Chosen>,
  causeOf: CauseOf | undefined,
): Promise<ReadonlyMap<InterfaceUse, string>> {
  const causes = new Map<InterfaceUse, string>()
  for (const [use, { operation }] of refused) {
    const cause = operation && (await causeOf?.(operation.ref))
    if (cause !== undefined) causes.set(use, cause)
  }
  return causes
}

/** Whether the pact shows a success; a result code beside it is accepted too. */
export function mustSucceed({ interaction: { response } }: Chosen): boolean {
  return isObject(response.body?.value) && response.body.value['resultCode'] === '000000'
}

/** Refused as a whole: not a wrong path, and not a call that crashed the seller. */
export function isRefused({ status, answer }: ProxiedExchange): boolean {
  if (status !== 200) return status >= 400 && status < 500 && status !== 404 && status !== 405
  const code = /"resultCode"\s*:\s*"?(\w+)/.exec(answer)?.[1]
  return code !== undefined && code !== '000000' && code !== '000004'
}
