/**
 * Writes `src/spec/generated/<service>.ts` from the specs; with `--check` only says whether they are current.
 * Exit 1 when they are not.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { loadTree } from '../src/spec/document/load.ts'

const project = join(import.meta.dirname, '..')
const folder = join(project, 'src', 'spec', 'generated')
const check = process.argv.includes('--check')
const bundle = loadTree(project)
let stale = 0

mkdirSync(folder, { recursive: true })
for (const [service, document] of Object.entries(bundle.services)) {
  const ast = await openapiTS(JSON.parse(JSON.stringify(document)), { alphabetize: false, defaultNonNullable: true, silent: true })
  const text = `// Generated from specs/${service} by \`npm run types\`. Do not edit.\n\n${astToString(ast)}`
  const file = join(folder, `${service}.ts`)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (before === text) continue
  stale++
  if (check) console.error(`${service}.ts is stale. Run \`npm run types\` and commit the result.`)
  else writeFileSync(file, text)
}
if (check && stale > 0) process.exitCode = 1
else console.log(check ? 'Generated types are current.' : `${stale} of ${Object.keys(bundle.services).length} files written.`)
