import { findOperation, type Operation, SpecFault, type Specs } from '../../index.ts'
import { misused } from '../terminal/exit-codes.ts'

/** The operation that a command line names, or exit code 2. */
export function operationNamed(specs: Specs, ref: string): Operation {
  const services = Object.keys(specs.bundle.services)
  if (services.includes(ref)) throw misused(`"${ref}" is a service. Run \`koosandbox error list --service ${ref}\` to list its errors.`)
  try {
    return findOperation(specs, ref)
  } catch (error) {
    if (error instanceof SpecFault) throw misused(`${error.message} Run \`koosandbox error list\` to list them.`)
    throw error
  }
}
