import type { LeftOut, Reference, Step, Template } from './steps.ts'

/** The tool that a test is written for. */
export const TEST_KINDS = ['vitest', 'pytest', 'curl'] as const
export type TestKind = (typeof TEST_KINDS)[number]

/** How the sandbox of the run began, as far as a test can repeat it. */
export interface Beginning {
  readonly world: string
  readonly seed: string
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
const startCommand = ({ world, seed }: Beginning): string =>
  [
    'koosandbox serve --clock frozen',
    ...(world === 'default' ? [] : [` --world ${world}`]),
    ...(seed === 'koogallery' ? [] : [` --seed '${seed.replace(/'/g, "'\\''")}'`]),
  ].join('')

const isWord = (name: string) => /^[a-z_]\w*$/i.test(name)
const indexOf = (name: string) => (/^\d+$/.test(name) ? name : JSON.stringify(name))

function vitest(steps: Steps, { world, seed }: Beginning): string[] {
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
  return [
    'import { startSandbox } from "koogallery-sandbox"',
    'import { expect, test } from "vitest"',
    '',
    `test('${title(steps)}', async () => {`,
    `  await using sandbox = await startSandbox({ world: '${world}', seed: ${JSON.stringify(seed)} })`,
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

function pytest(steps: Steps, beginning: Beginning): string[] {
  const member = (path: readonly string[]) => path.map((name) => `[${indexOf(name)}]`).join('')
  const value = ({ step, path }: Reference) => (step === undefined ? `credentials${member(path)}` : `${step}["body"]${member(path)}`)
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
    `"""Start a sandbox first: ${startCommand(beginning)}. KOOSANDBOX_URL is its address."""`,
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
      `    ${step.name} = send("${step.method}", ${text(step.target)}, ${headers(step)}${step.body === undefined ? '' : `, ${text(step.body)}`})`,
      `    assert ${step.name}["status"] == ${step.status}`,
      ...step.outcome.map(([path, expected]) => `    assert ${step.name}["body"]${member(path)} == ${JSON.stringify(expected)}`),
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
    `# Start a sandbox first: ${startCommand(beginning)}. KOOSANDBOX_URL is its address.`,
    'set -eu',
    'url=${KOOSANDBOX_URL:-http://127.0.0.1:4100}',
    'member() { node -e \'let v=JSON.parse(require("fs").readFileSync(0));for(const m of process.argv.slice(1))v=v[m];console.log(v)\' "$@"; }',
    'credentials=$(curl -s "$url/_sandbox/credentials")',
    ...assigned(),
    'send() { method=$1 target=$2 wanted=$3; shift 3; answer=$(curl -s -w \'\\n%{http_code}\' -X "$method" "$url$target" -H \'Content-Type: application/json\' "$@")',
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
