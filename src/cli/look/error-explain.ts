import { defineCommand } from 'citty'
import { builtInBundle, builtInRecipes, didYouMean, type ExplainedError, explainError, knownErrors, specsOf } from '../../index.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { paint, print, printJson, table } from '../terminal/print.ts'
import { say } from '../terminal/speech.ts'
import { operationNamed } from './operation-named.ts'

export default defineCommand({
  meta: { description: 'Explain a documented error and how each operation comes to answer it' },
  args: {
    error: { type: 'positional', required: true, description: 'Its code, or one variant: CBC.99003110, APIGW.0301:absent' },
    operation: { type: 'string', valueHint: 'name', description: 'Only this operation: bss.PayOrders, or PayOrders' },
    json: { type: 'boolean', description: 'JSON, for scripts' },
  },
  run({ args }) {
    const specs = specsOf(builtInBundle())
    const only = args.operation === undefined ? undefined : operationNamed(specs, args.operation)
    const errors = explainError(specs, builtInRecipes(), args.error, only?.ref)
    if (errors.length === 0) {
      const known = only ? only.errors.keys() : knownErrors(specs)
      throw misused(
        `${only ? only.ref : 'No operation'} documents ${only ? 'no' : 'an'} error "${args.error}".${didYouMean(args.error, known)} Run \`koosandbox error list\` to list them.`,
      )
    }
    if (args.json) printJson({ format: 1, count: errors.length, errors })
    else for (const error of errors) show(error, errors.length > 1)
    return EXIT.fine
  },
})

function show(
  { key, service, status, message, meaning, cause, evidence, source, body, ways }: ExplainedError,
  oneOfSeveral: boolean,
): void {
  print(`${paint('bold', key)}  ${status}  ${paint('dim', service)}`)
  const rows = [
    [say('error message'), message],
    [say('meaning'), meaning],
    [say('cause'), cause],
    [say('response body'), body === undefined ? 'none' : JSON.stringify(body)],
    [say('sources'), `${source.join(', ') || 'none'} (${evidence})`],
  ].flatMap(([name = '', value]) => (value === undefined ? [] : [[`  ${name}`, value]]))
  print(table(rows))
  for (const way of ways) {
    const [first = '', ...more] = way.operations
    const operations = more.length > 4 ? `${first} and ${more.length} others` : way.operations.join(', ')
    if (way.by === 'recipe') {
      print(`\n  Without forcing: ${operations}`)
      for (const step of way.steps ?? []) print(`    ${step}`)
      print(`    call ${first} ${JSON.stringify(way.call)}`)
    } else print(`\n  ${way.by === 'forced' ? 'Only by forcing' : 'Not by a recipe'}: ${operations}\n    ${way.why}`)
  }
  const reproducible = ways.find(({ by }) => by === 'recipe')
  const forced = ways.some(({ by }) => by === 'forced')
  // Several services may have the code.
  const operation = oneOfSeveral ? ` --operation ${reproducible?.operations[0]}` : ''
  if (reproducible) print(`\nReproduce it: koosandbox error reproduce ${key}${operation}`)
  else if (forced) print(`\nForce it: curl -H 'X-Sandbox-Error: ${key}' …`)
  print('')
}
