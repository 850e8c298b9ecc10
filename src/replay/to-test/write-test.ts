import type { SandboxOptions } from '../../sandbox/sandbox-api.ts'
import type { LeftOut, Reference, Step, Template } from './steps.ts'

/** The tool that a test is written for. */
export const TEST_KINDS = ['vitest', 'pytest', 'curl'] as const
export type TestKind = (typeof TEST_KINDS)[number]

/** How the sandbox of the run began, as far as a test can repeat it. */
export interface Beginning extends Pick<SandboxOptions, 'auth' | 'spec' | 'with' | 'stateful' | 'strictQuery' | 'scenarios' | 'chaos'> {
  readonly world: string
  readonly seed: string
  /** As it stands in the run file: its secrets are placeholders. */
  readonly config?: object
}

type Steps = readonly (Step | LeftOut)[]

/** Writes the steps as a test. */
export function writeTest(kind: TestKind, steps: Steps, beginning: Beginning): string {
  const write = { vitest, pytest, curl }[kind]
  return `${write(steps, beginning).join('\n')}\n`
}

const title = (steps: Steps): string => {
  const names = [...new Set(steps.map(({ operation }) => operation.split('.')[1] ?? operation))]
  return names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ')
}

/** Each step as lines, after an empty line; a call that is left out becomes a comment. */
const written = (steps: Steps, comment: string, lines: (step: Step) => readonly string[]): string[] =>
  steps.flatMap((step) => [
    '',
    `${comment} ${step.operation}${'leftOut' in step ? ` is left out: ${step.leftOut}.` : ''}`,
    ...('leftOut' in step ? [] : lines(step)),
  ])

const filled = (template: Template, put: (reference: Reference) => string, text: (part: string) => string): string =>
  template.map((part) => (typeof part === 'string' ? text(part) : put(part))).join('')

/** The command that starts the sandbox of a test that does not start its own. */
const startCommand = ({ world, seed, config, ...others }: Beginning): string =>
  [
    'koosandbox serve --clock frozen',
    ...(world === 'default' ? [] : [`--world ${world}`]),
    ...(seed === 'koogallery' ? [] : [`--seed ${word(seed)}`]),
    ...(config === undefined ? [] : ['--config FILE']),
    ...(others.auth === undefined ? [] : [`--auth ${others.auth}`]),
    ...[others.spec ?? []].flat().map((file) => `--spec ${word(String(file))}`),
    ...[others.with ?? []].flat().map((service) => `--with ${service}`),
    ...(others.stateful ? ['--stateful'] : []),
    ...(others.strictQuery ? ['--strict-query'] : []),
    ...(others.scenarios === undefined ? [] : [`--scenarios ${word(others.scenarios)}`]),
    ...(others.chaos === undefined
      ? []
      : [`--chaos ${others.chaos.rate}`, ...(others.chaos.verbs ? [`--chaos-verbs ${others.chaos.verbs.join(',')}`] : [])]),
  ].join(' ')

/** A word of a shell, quoted where it must be. */
const word = (text: string) => (/^[\w./:@-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`)

/** What somebody must know before the test can pass, as lines of a comment. */
function conditions({ config }: Beginning, given: boolean): string[] {
  if (config === undefined) return []
  const text = JSON.stringify(config)
  return [
    ...(given ? [] : ['FILE is the configuration of the run (koosandbox.config.yaml).']),
    ...(given && text.includes('{{') ? ['Replace each {{…}} of the configuration: secrets are not recorded.'] : []),
    ...(text.includes('"url"') ? ['Sellers are called at the addresses of the configuration. Start yours first.'] : []),
  ]
}

const isWord = (name: string) => /^[a-z_]\w*$/i.test(name)
const indexOf = (name: string) => (/^\d+$/.test(name) ? name : JSON.stringify(name))

function vitest(steps: Steps, beginning: Beginning): string[] {
  const { world, seed, ...others } = beginning
  const escaped = (part: string) => part.replace(/[`\\]|\$\{/g, '\\$&')
  const member = (path: readonly string[]) => path.map((name) => (isWord(name) ? `.${name}` : `[${indexOf(name)}]`)).join('')
  const value = ({ step, path: [first = '', ...rest] }: Reference) =>
    step === undefined ? `sandbox.credentials.${first}!${member(rest)}` : `${step}.body${member([first, ...rest])}`
  const text = (template: Template) => `\`${filled(template, (reference) => `\${${value(reference)}}`, escaped)}\``
  const headers = ({ as, world: own }: Step) => {
    const sent = [
      ...(as === undefined ? [] : [`'${as.header}': ${value(as.value)}`]),
      ...(own === undefined ? [] : [`'X-Sandbox-World': '${own}'`]),
    ]
    return sent.length === 0 ? '{}' : `{ ${sent.join(', ')} }`
  }
  const options = Object.entries(others)
    .map(([name, one]) => `, ${name}: ${JSON.stringify(one)}`)
    .join('')
  return [
    'import { startSandbox } from "koogallery-sandbox"',
    'import { expect, test } from "vitest"',
    '',
    `test('${title(steps)}', async () => {`,
    ...conditions(beginning, true).map((line) => `  // ${line}`),
    `  await using sandbox = await startSandbox({ world: '${world}', seed: ${JSON.stringify(seed)}${options} })`,
    '  const send = async (method: string, target: string, headers: Record<string, string>, body?: string) => {',
    '    const json = body === undefined ? {} : { body }',
    "    const answer = await fetch(sandbox.url + target, { method, headers: { 'Content-Type': 'application/json', ...headers }, ...json })",
    '    const text = await answer.text()',
    '    return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) }',
    '  }',
    ...written(steps, '  //', (step) => [
      `  const ${step.name} = await send('${step.method}', ${text(step.target)}, ${headers(step)}${step.body === undefined ? '' : `, ${text(step.body)}`})`,
      `  expect(${step.name}.status).toBe(${step.status})`,
      ...step.outcome.map(([path, expected]) => `  expect(${step.name}.body${member(path)}).toBe(${JSON.stringify(expected)})`),
    ]),
    '})',
  ]
}

/** `buyProduct2` becomes `buy_product2`, as Python names are written. */
const snake = (name: string) => name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()

function pytest(steps: Steps, beginning: Beginning): string[] {
  const member = (path: readonly string[]) => path.map((name) => `[${indexOf(name)}]`).join('')
  const value = ({ step, path }: Reference) => (step === undefined ? `credentials${member(path)}` : `${snake(step)}["body"]${member(path)}`)
  const text = (template: Template) => {
    const parts = template.map((part) => (typeof part === 'string' ? JSON.stringify(part) : `str(${value(part)})`))
    return parts.filter((part) => part !== '""').join(' + ') || '""'
  }
  const headers = ({ as, world }: Step) =>
    `{${[
      ...(as === undefined ? [] : [`"${as.header}": ${value(as.value)}`]),
      ...(world === undefined ? [] : [`"X-Sandbox-World": "${world}"`]),
    ].join(', ')}}`
  return [
    `"""${[`Start a sandbox first: ${startCommand(beginning)}`, 'KOOSANDBOX_URL is its address.', ...conditions(beginning, false)].join('\n')}"""`.replaceAll(
      '\\',
      '\\\\',
    ),
    'import json',
    'import os',
    'import urllib.error',
    'import urllib.request',
    '',
    'URL = os.environ.get("KOOSANDBOX_URL", "http://127.0.0.1:4100")',
    '',
    '',
    'def send(method, target, headers, body=None):',
    '    headers = {"Content-Type": "application/json", **headers}',
    '    request = urllib.request.Request(URL + target, body and body.encode(), headers, method=method)',
    '    try:',
    '        answer = urllib.request.urlopen(request)',
    '    except urllib.error.HTTPError as error:',
    '        answer = error',
    '    text = answer.read()',
    '    return {"status": answer.status, "body": json.loads(text) if text else None}',
    '',
    '',
    `def test_${title(steps).replace(/\W+/g, '_').toLowerCase()}():`,
    '    credentials = send("GET", "/_sandbox/credentials", {})["body"]',
    ...written(steps, '    #', (step) => [
      `    ${snake(step.name)} = send("${step.method}", ${text(step.target)}, ${headers(step)}${step.body === undefined ? '' : `, ${text(step.body)}`})`,
      `    assert ${snake(step.name)}["status"] == ${step.status}`,
      ...step.outcome.map(([path, expected]) => `    assert ${snake(step.name)}["body"]${member(path)} == ${JSON.stringify(expected)}`),
    ]),
  ]
}

function curl(steps: Steps, beginning: Beginning): string[] {
  const quoted = (part: string) => part.replace(/["\\$`]/g, '\\$&')
  const words = (path: readonly string[]) => path.map((name) => (isWord(name) || /^\d+$/.test(name) ? name : `'${name}'`)).join(' ')
  /** `buyer_token` for a credential, `buyProduct_order_id` for a value of an answer. */
  const variable = ({ step, path }: Reference) => [...(step === undefined ? [] : [step]), ...path].join('_').replace(/\W/g, '_')
  const memberOf = (source: string, path: readonly string[]) => `$(printf '%s' "$${source}" | member ${words(path)})`
  const value = (reference: Reference) => `\${${variable(reference)}}`
  const text = (template: Template) => `"${filled(template, value, quoted)}"`
  const used = steps
    .flatMap((step) => ('leftOut' in step ? [] : [...(step.as ? [step.as.value] : []), ...step.target, ...(step.body ?? [])]))
    .filter((part) => typeof part !== 'string')
  /** Assigns what later calls use of a step's answer, or of the credentials. */
  const assigned = (name?: string) => {
    const references = used.filter(({ step }) => step === name)
    return new Set(references.map((one) => `${variable(one)}=${memberOf(name === undefined ? 'credentials' : 'answer', one.path)}`))
  }
  return [
    '#!/bin/sh',
    `# Start a sandbox first: ${startCommand(beginning)}`,
    '# KOOSANDBOX_URL is its address.',
    ...conditions(beginning, false).map((line) => `# ${line}`),
    'set -eu',
    'url=${KOOSANDBOX_URL:-http://127.0.0.1:4100}',
    'member() { node -e \'let v=JSON.parse(require("fs").readFileSync(0));for(const m of process.argv.slice(1))v=v[m];console.log(v)\' "$@"; }',
    'credentials=$(curl -sS "$url/_sandbox/credentials")',
    ...assigned(),
    'send() { method=$1 target=$2 wanted=$3; shift 3; answer=$(curl -sS -w \'\\n%{http_code}\' -X "$method" "$url$target" -H \'Content-Type: application/json\' "$@")',
    "  status=$(printf '%s\\n' \"$answer\" | tail -1); answer=$(printf '%s\\n' \"$answer\" | sed '$d')",
    '  [ "$status" = "$wanted" ] || { printf \'%s\\n\' "$method $target: expected $wanted, got $status: $answer"; exit 1; }; }',
    'check() { [ "$1" = "$2" ] || { printf \'%s\\n\' "$method $target: expected $2, got $1: $answer"; exit 1; }; }',
    ...written(steps, '#', ({ name, method, target, body, as, world, status, outcome }) => [
      [
        `send ${method} ${text(target)} ${status}`,
        ...(as === undefined ? [] : [`-H "${as.header}: ${value(as.value)}"`]),
        ...(world === undefined ? [] : [`-H 'X-Sandbox-World: ${world}'`]),
        ...(body === undefined ? [] : [`-d ${text(body)}`]),
      ].join(' '),
      ...outcome.map(([path, expected]) => `check "${memberOf('answer', path)}" "${quoted(String(expected))}"`),
      ...assigned(name),
    ]),
    'echo passed',
  ]
}
