/**
 * Writes the types that come from the specs: `src/spec/generated/<service>.ts`, `src/world/generated`, and those of the console's client,
 * `src/ui/console/generated`. With `--check` it only says whether they are current. Exit 1 when they are not.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import { loadTree } from '../src/spec/document/load.ts'
import { settingTypes, transitionTypes } from './world-types.ts'

const project = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')
const bundle = loadTree(project)

const files: Record<string, string> = {
  'src/world/generated/settings.ts': settingTypes(bundle),
  'src/world/generated/transitions.ts': transitionTypes(bundle),
}
for (const [service, document] of Object.entries(bundle.services)) {
  // Behaviours read what the checks have filled in already.
  files[`src/spec/generated/${service}.ts`] = await typesOf(service, document, { defaultNonNullable: true })
}
for (const service of ['sandbox', 'console']) {
  // A client may leave out what has a default.
  files[`src/ui/console/generated/${service}.ts`] = await typesOf(service, bundle.services[service], { defaultNonNullable: false })
}

async function typesOf(service: string, document: unknown, options: { readonly defaultNonNullable: boolean }): Promise<string> {
  const ast = await openapiTS(JSON.parse(JSON.stringify(document)), { alphabetize: false, silent: true, ...options })
  return `// Generated from specs/${service} by \`npm run types\`. Do not edit.\n\n${astToString(ast)}`
}

let stale = 0
for (const [name, text] of Object.entries(files)) {
  const file = join(project, name)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (before === text) continue
  stale++
  if (check) console.error(`${name} is stale. Run \`npm run types\` and commit the result.`)
  else {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, text)
  }
}
if (check && stale > 0) process.exitCode = 1
else console.log(check ? 'Generated types are current.' : `${stale} of ${Object.keys(files).length} files written.`)
