/**
 * Runs the programs of `examples/sdk/` against a sandbox of its own, one after the other, and prints what each said. A language that is not
 * installed is named and skipped. Exit code 1 when a program fails, or ends without the order being paid.
 *   npm run sdk
 *   npm run sdk -- go php
 */
import { startSandbox } from '../../src/index.ts'
import { isThere, PROGRAMS, runProgram, variablesOf } from './programs.ts'

const asked = process.argv.slice(2).map((word) => word.toLowerCase())
const names = PROGRAMS.map(({ language }) => language.toLowerCase())
const unknown = asked.filter((word) => !names.includes(word))
if (unknown.length > 0) {
  console.error(`There is no program for ${unknown.join(', ')}. Name some of: ${names.join(', ')}.`)
  process.exit(2)
}

await using sandbox = await startSandbox()
for (const program of PROGRAMS.filter(({ language }) => asked.length === 0 || asked.includes(language.toLowerCase()))) {
  const { language, missing } = program
  if (!(await isThere(program))) {
    console.log(`${language}: skipped, ${program.version[0]} is not installed (${missing}).`)
    continue
  }
  const paid = sandbox.facts.of('order.paid').length
  const began = performance.now()
  const { code, out, err } = await runProgram(program, variablesOf(sandbox))
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  if (code === 0 && sandbox.facts.of('order.paid').length === paid + 1) console.log(`${language}: ok, ${seconds} s\n${out}`)
  else {
    console.log(`${language}: failed with ${code}, ${seconds} s\n${out}${err}`)
    process.exitCode = 1
  }
}
console.log("Node runs on Huawei Cloud's SDK. The others make the signature themselves: their SDK packages are not used.")
