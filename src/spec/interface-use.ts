import type { InterfaceUse } from '../world/entities/kinds-api.ts'
import type { Operation } from './operation.ts'

/** Which kind of interface a call of sellers belongs to: each kind has its own key. What no spec knows counts as basic. */
export function interfaceUseOf(operation: Pick<Operation, 'doc'> | undefined): InterfaceUse {
  const use = operation?.doc['x-key']
  return use === 'kit' || use === 'licence' || use === 'notification' ? use : 'basic'
}
