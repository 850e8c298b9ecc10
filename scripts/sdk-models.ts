/**
 * Writes the part of `fixtures/comparisons/sdk-models.yaml` that a machine can read off: operations and models of IAM, from the
 * declarations and the request builders of Huawei Cloud's Node SDK (package `@huaweicloud/huaweicloud-sdk-iam`). With `--check`
 * it only says whether that part is current; exit 1 when it is not. Only facts are kept: names, types, what is mandatory.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const project = join(import.meta.dirname, '..')
const sdk = join(project, 'node_modules', '@huaweicloud', 'huaweicloud-sdk-iam', 'v3')
const file = join(project, 'fixtures', 'comparisons', 'sdk-models.yaml')
const check = process.argv.includes('--check')

/** The marks between which this script writes. */
const BEGIN = '# --- begin generated: IAM, from @huaweicloud/huaweicloud-sdk-iam by `npm run sdk-models` ---'
const END = '# --- end generated ---'

const OPERATIONS = [
  'CreateTemporaryAccessKeyByToken',
  'KeystoneCreateProject',
  'KeystoneCreateUserTokenByPassword',
  'KeystoneListAuthDomains',
  'KeystoneListProjects',
  'KeystoneListRegions',
  'KeystoneValidateToken',
] as const

const models = new Map<string, Record<string, string>>()
const client = readFileSync(join(sdk, 'IamClient.js'), 'utf8')

/** `X-Subject-Token` → `xSubjectToken`, as the SDK names its accessors. */
const accessor = (wire: string) => {
  const joined = wire.replace(/[-_](\w)/g, (_all, letter: string) => letter.toUpperCase())
  return joined.charAt(0).toLowerCase() + joined.slice(1)
}

/** `Array<X>` → `[X]`; `SomeEnum | string` → `string`; `number` and the rest stay. Models that are named are read too. */
function typeOf(declared: string): string {
  const list = /^Array<(.+?)>(?: \| Array<string>)?$/.exec(declared)?.[1]
  if (list !== undefined) return `[${typeOf(list)}]`
  const plain = declared.split('|')[0]?.trim() ?? declared
  if (/Enum$/.test(plain)) return 'string'
  if (/^[A-Z]/.test(plain) && plain !== 'Date') readModel(plain)
  return plain
}

/** Members of a model: wire name → type, with `!` behind what the constructor asks for. */
function readModel(name: string): Record<string, string> {
  const known = models.get(name)
  if (known) return known
  const text = readFileSync(join(sdk, 'model', `${name}.d.ts`), 'utf8')
  const members: Record<string, string> = {}
  models.set(name, members)
  const wanted = new Set([...(/constructor\(([^)]*)\)/.exec(text)?.[1] ?? '').matchAll(/(\w+)\??:/g)].map((match) => match[1]))
  for (const [, wire = '', own] of text.matchAll(/^ {4}(?:private )?'?([\w-]+)'?\?(?:: (.+))?;$/gm)) {
    const declared = own ?? new RegExp(`get ${accessor(wire)}\\(\\): (.+) \\| undefined;`).exec(text)?.[1] ?? 'unknown'
    members[wire] = `${typeOf(declared)}${wanted.has(accessor(wire)) ? '!' : ''}`
  }
  return members
}

/** Where the request builder of an operation puts each parameter, and which model its body is. */
function readOperation(id: string): string {
  const method = id.charAt(0).toLowerCase() + id.slice(1)
  const builder = client.slice(client.lastIndexOf(`        ${method}(`))
  const code = builder.slice(0, builder.indexOf('return options;'))
  const request = readModel(`${id}Request`)
  models.delete(`${id}Request`)
  const at = (variable: string) =>
    [...code.matchAll(new RegExp(`${variable}\\['([^']+)'\\]`, 'g'))]
      .map((match) => match[1] ?? '')
      .filter((name) => name in request)
      .map((name) => `${/^\w+$/.test(name) ? name : `'${name}'`}: '${request[name]}'`)
  const place = (where: string, members: string[]) => (members.length === 0 ? [] : [`${where}: { ${members.join(', ')} }`])
  const parts = [
    `method: ${/method: "(\w+)"/.exec(code)?.[1]}`,
    `path: '${/url: "([^"]+)"/.exec(code)?.[1]}'`,
    ...place('query', at('localVarQueryParameter')),
    ...place('header', at('localVarHeaderParameter')),
    ...(request['body'] === undefined ? [] : [`body: ${request['body'].replace('!', '')}`]),
    `answer: ${id}Response`,
  ]
  readModel(`${id}Response`)
  return `  iam.${id}: { ${parts.join(', ')} }`
}

const operations = OPERATIONS.map(readOperation)
const lines = [...models]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, members]) => {
    const all = Object.entries(members).map(([wire, type]) => `${/^\w+$/.test(wire) ? wire : `'${wire}'`}: '${type}'`)
    return `  ${name}: { ${all.join(', ')} }`
  })
const text = `${BEGIN}\niamOperations:\n${operations.join('\n')}\niamModels:\n${lines.join('\n')}\n${END}`
const before = readFileSync(file, 'utf8')
const after = before.replace(before.slice(before.indexOf(BEGIN), before.indexOf(END) + END.length), () => text)
if (before === after) console.log('The table of the SDK models is current.')
else if (check) {
  console.error('fixtures/comparisons/sdk-models.yaml is stale. Run `npm run sdk-models` and commit the result.')
  process.exitCode = 1
} else writeFileSync(file, after)
