import { defineCommand } from 'citty'
import { builtInBundle, didYouMean, type ForcedError, listErrors, specsOf } from '../../index.ts'
import { numberOf } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { paint, print, printJson, printNote, table } from '../terminal/print.ts'
import { operationNamed } from './operation-named.ts'

export default defineCommand({
  meta: { description: 'List the errors that can be forced with X-Sandbox-Error' },
  args: {
    operation: { type: 'positional', required: false, description: 'Only this operation: bss.PayOrders, or PayOrders' },
    service: { type: 'string', valueHint: 'name', description: 'Only this service' },
    status: { type: 'string', valueHint: 'number', description: 'Only errors with this HTTP status' },
    json: { type: 'boolean', description: 'JSON, for scripts' },
  },
  run({ args }) {
    const specs = specsOf(builtInBundle())
    const services = Object.keys(specs.bundle.services)
    if (args.service !== undefined && !services.includes(args.service)) {
      throw misused(`There is no service "${args.service}".${didYouMean(args.service, services)} There are: ${services.join(', ')}.`)
    }
    const list = listErrors(specs, {
      ...(args.operation === undefined ? {} : { operation: operationNamed(specs, args.operation).ref }),
      ...(args.service === undefined ? {} : { service: args.service }),
      ...(args.status === undefined ? {} : { status: numberOf(args.status, '--status', 100, 599) }),
    })
    if (args.json) printJson(list)
    else {
      for (const { operation, method, path, summary, errors } of list.operations) {
        print(`${paint('bold', operation)}  ${method} ${path}  ${paint('dim', summary)}`)
        print(`${table(errors.map(row))}\n`)
      }
      if (list.gateway.length > 0) print(`${paint('bold', 'Every vendor operation')}\n${table(list.gateway.map(row))}\n`)
      const example = list.operations[0]?.errors[0] ?? list.gateway[0]
      if (example) print(`Force one: curl -H 'X-Sandbox-Error: ${example.key}' …\nExplain one: koosandbox error explain ${example.key}`)
      else printNote('No documented error matches.')
    }
    return list.count + list.gateway.length === 0 ? EXIT.nothing : EXIT.fine
  },
})

function row({ key, status, message, evidence }: ForcedError): string[] {
  return [`  ${key}`, String(status), evidence, message]
}
