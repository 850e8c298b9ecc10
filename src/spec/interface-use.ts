import type { InterfaceUse } from '../world/entities/kinds-api.ts'
import type { Operation } from './operation.ts'

/** Which kind of interface a call to a seller belongs to: each kind has its own key. Calls that no spec describes count as basic. */
export function interfaceUseOf(operation: Pick<Operation, 'doc'> | undefined): InterfaceUse {
  const use = operation?.doc['x-key']
  return use === 'kit' || use === 'licence' || use === 'notification' ? use : 'basic'
}
