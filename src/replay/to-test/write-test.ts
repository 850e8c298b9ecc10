import type { Reference, Step, Template } from './steps.ts'

/** The tool that a test is written for. */
export const TEST_KINDS = ['vitest', 'pytest', 'curl'] as const
export type TestKind = (typeof TEST_KINDS)[number]

/** How the sandbox of the run began, as far as a test can repeat it. */
export interface Beginning {
  readonly world: string
  readonly seed: string
}

/** Writes the steps as a test. */
export function writeTest(kind: TestKind, steps: readonly Step[], beginning: Beginning): string {
  const lines = kind === 'vitest' ? vitest(steps, beginning) : kind === 'pytest' ? pytest(steps) : curl(steps)
  return `${lines.join('\n')}\n`
}

const title = (steps: readonly Step[]): string => {
  const names = [...new Set(steps.map(({ operation }) => operation.split('.')[1] ?? operation))]
  return names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ')
}

const filled = (template: Template, put: (reference: Reference) => string, text: (part: string) => string = (part) => part): string =>
  template.map((part) => (typeof part === 'string' ? text(part) : put(part))).join('')

function vitest(steps: readonly Step[], { world, seed }: Beginning): string[] {
  const escaped = (part: string) => part.replace(/[`\\]|\$\{/g, '\\$&')
  const text = (template: Template) => `\`${filled(template, ({ step, path }) => `\${${step}.body${memberJs(path)}}`, escaped)}\``
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
    ...steps.flatMap(({ name, operation, method, target, body, as, world: own, status, outcome }) => [
      '',
      `  // ${operation}`,
      `  const ${name} = await send('${method}', ${text(target)}, ${headersJs(as, own)}${body === undefined ? '' : `, ${text(body)}`})`,
      `  expect(${name}.status).toBe(${status})`,
      ...outcome.map(([path, value]) => `  expect(${name}.body${memberJs(path)}).toBe(${JSON.stringify(value)})`),
    ]),
    '})',
  ]
}

const memberJs = (path: readonly string[]) => path.map((name) => (/^[a-z_]\w*$/i.test(name) ? `.${name}` : `[${indexOf(name)}]`)).join('')
const indexOf = (name: string) => (/^\d+$/.test(name) ? name : JSON.stringify(name))

function headersJs(as: string | undefined, world: string | undefined): string {
  const headers = [
    ...(as === undefined ? [] : [`'X-Auth-Token': sandbox.credentials.${as}!.token`]),
    ...(world === undefined ? [] : [`'X-Sandbox-World': '${world}'`]),
  ]
  return headers.length === 0 ? '{}' : `{ ${headers.join(', ')} }`
}

function pytest(steps: readonly Step[]): string[] {
  const text = (template: Template) => {
    const parts = template.map((part) =>
      typeof part === 'string' ? JSON.stringify(part) : `str(${part.step}["body"]${memberPy(part.path)})`,
    )
    return parts.filter((part) => part !== '""').join(' + ') || '""'
  }
  const headers = (as: string | undefined, world: string | undefined) =>
    `{${[
      ...(as === undefined ? [] : [`"X-Auth-Token": credentials["${as}"]["token"]`]),
      ...(world === undefined ? [] : [`"X-Sandbox-World": "${world}"`]),
    ].join(', ')}}`
  return [
    '"""Start a sandbox first: koosandbox serve --clock frozen. KOOSANDBOX_URL is its address."""',
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
    '    credentials = send("GET", "/_sandbox/worlds/default/credentials", {})["body"]',
    ...steps.flatMap(({ name, operation, method, target, body, as, world, status, outcome }) => [
      '',
      `    # ${operation}`,
      `    ${name} = send("${method}", ${text(target)}, ${headers(as, world)}${body === undefined ? '' : `, ${text(body)}`})`,
      `    assert ${name}["status"] == ${status}`,
      ...outcome.map(([path, value]) => `    assert ${name}["body"]${memberPy(path)} == ${JSON.stringify(value)}`),
    ]),
  ]
}

const memberPy = (path: readonly string[]) => path.map((name) => `[${indexOf(name)}]`).join('')

function curl(steps: readonly Step[]): string[] {
  const quoted = (part: string) => part.replace(/["\\$`]/g, '\\$&')
  const variable = ({ step, path }: Reference) => `\${${step}_${path.join('_')}}`.replace(/-/g, '_')
  const text = (template: Template) => `"${filled(template, variable, quoted)}"`
  const used = steps.flatMap(({ target, body = [] }) => [...target, ...body].filter((part) => typeof part !== 'string'))
  return [
    '#!/bin/sh',
    '# Start a sandbox first: koosandbox serve --clock frozen. KOOSANDBOX_URL is its address.',
    'set -eu',
    'url=${KOOSANDBOX_URL:-http://127.0.0.1:4100}',
    'member() { node -e \'let v=JSON.parse(require("fs").readFileSync(0));for(const m of process.argv.slice(1))v=v[m];console.log(v)\' "$@"; }',
    'credentials=$(curl -s "$url/_sandbox/worlds/default/credentials")',
    'send() { method=$1 target=$2 wanted=$3; shift 3; answer=$(curl -s -w \'\\n%{http_code}\' -X "$method" "$url$target" -H \'Content-Type: application/json\' "$@")',
    '  status=$(echo "$answer" | tail -1); answer=$(echo "$answer" | sed \'$d\')',
    '  [ "$status" = "$wanted" ] || { echo "$method $target: expected $wanted, got $status: $answer"; exit 1; }; }',
    ...steps.flatMap(({ name, operation, method, target, body, as, world, status, outcome }) => [
      '',
      `# ${operation}`,
      [
        `send ${method} ${text(target)} ${status}`,
        ...(as === undefined ? [] : [`-H "X-Auth-Token: $(echo "$credentials" | member ${as} token)"`]),
        ...(world === undefined ? [] : [`-H 'X-Sandbox-World: ${world}'`]),
        ...(body === undefined ? [] : [`-d ${text(body)}`]),
      ].join(' '),
      ...outcome.map(([path, value]) => `[ "$(echo "$answer" | member ${path.join(' ')})" = "${quoted(String(value))}" ]`),
      ...[
        ...new Set(
          used
            .filter((part) => part.step === name)
            .map((part) => `${variable(part).slice(2, -1)}=$(echo "$answer" | member ${part.path.join(' ')})`),
        ),
      ],
    ]),
    'echo passed',
  ]
}
