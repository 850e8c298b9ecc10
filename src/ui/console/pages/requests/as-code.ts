import type { Exchange } from '../../journal.ts'
import { asPact } from './as-pact.ts'

/** Headers that the client sets by itself, and those that carry credentials: the code takes its own token. */
const LEFT_OUT =
  /^(?:host|connection|content-length|accept|accept-encoding|accept-language|user-agent|authorization|x-auth-token|x-sdk-date|x-apig-appcode|sec-.*|x-sandbox-world|cookie|origin|referer)$/

const headersOf = ({ request }: Exchange): [string, string][] =>
  Object.entries(request.headers).filter(([name]) => !LEFT_OUT.test(name.toLowerCase()))

const targetOf = ({ request }: Exchange): string => `${request.path}${request.query === '' ? '' : `?${request.query}`}`

/** For a shell: between single quotes everything stands for itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** For Python; JSON's strings are valid there. */
const json = (value: unknown): string => JSON.stringify(value)

/** Members of an answer that a test can rely on: plain values of the first level. */
function stableOf(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, one]) => typeof one !== 'object')
        .slice(0, 10),
    )
  } catch {
    return {}
  }
}

const named = ({ operation, reply }: Exchange) => `${operation} answers ${reply.status}`

const node = (exchange: Exchange, indent: string): string => {
  const { request } = exchange
  const headers = { 'X-Auth-Token': 0, ...Object.fromEntries(headersOf(exchange)) }
  const lines = Object.entries(headers).map(
    ([name, value]) => `${indent}    ${json(name)}: ${value === 0 ? 'process.env.KOOSANDBOX_TOKEN' : json(value)},`,
  )
  return [
    `${indent}const response = await fetch(process.env.KOOSANDBOX_URL + ${json(targetOf(exchange))}, {`,
    `${indent}  method: ${json(request.method)},`,
    `${indent}  headers: {`,
    ...lines,
    `${indent}  },`,
    ...(request.body === '' ? [] : [`${indent}  body: ${json(request.body)},`]),
    `${indent}})`,
  ].join('\n')
}

const python = (exchange: Exchange, indent: string): string => {
  const { request } = exchange
  const headers = headersOf(exchange).map(([name, value]) => `, ${json(name)}: ${json(value)}`)
  return [
    `${indent}request = urllib.request.Request(`,
    `${indent}    os.environ["KOOSANDBOX_URL"] + ${json(targetOf(exchange))},`,
    `${indent}    method=${json(request.method)},`,
    `${indent}    headers={"X-Auth-Token": os.environ["KOOSANDBOX_TOKEN"]${headers.join('')}},`,
    ...(request.body === '' ? [] : [`${indent}    data=${json(request.body)}.encode(),`]),
    `${indent})`,
    `${indent}try:`,
    `${indent}    with urllib.request.urlopen(request) as response:`,
    `${indent}        status, body = response.status, response.read()`,
    `${indent}except urllib.error.HTTPError as error:`,
    `${indent}    status, body = error.code, error.read()`,
  ].join('\n')
}

const IMPORTS = 'import json\nimport os\nimport urllib.error\nimport urllib.request\n'

/** A call as code, by the name of the form. */
export const CODE = {
  curl: (exchange: Exchange) =>
    [
      `curl -s -X ${exchange.request.method} "$KOOSANDBOX_URL"${quoted(targetOf(exchange))}`,
      '  -H "X-Auth-Token: $KOOSANDBOX_TOKEN"',
      ...headersOf(exchange).map(([name, value]) => `  -H ${quoted(`${name}: ${value}`)}`),
      ...(exchange.request.body === '' ? [] : [`  --data-raw ${quoted(exchange.request.body)}`]),
    ].join(' \\\n'),
  node: (exchange: Exchange) => `${node(exchange, '')}\nconsole.log(response.status, await response.text())\n`,
  python: (exchange: Exchange) => `${IMPORTS}\n${python(exchange, '')}\nprint(status, body.decode())\n`,
  vitest: (exchange: Exchange) =>
    [
      'import { expect, test } from "vitest"\n',
      `test(${json(named(exchange))}, async () => {`,
      node(exchange, '  '),
      `  expect(response.status).toBe(${exchange.reply.status})`,
      ...(Object.keys(stableOf(exchange.reply.body)).length === 0
        ? []
        : [`  expect(await response.json()).toMatchObject(${json(stableOf(exchange.reply.body))})`]),
      '})\n',
    ].join('\n'),
  pact: asPact,
  pytest: (exchange: Exchange) =>
    [
      IMPORTS,
      `\ndef test_${named(exchange)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '_')}():`,
      python(exchange, '    '),
      `    assert status == ${exchange.reply.status}`,
      ...Object.entries(stableOf(exchange.reply.body)).map(
        ([name, value]) => `    assert json.loads(body)[${json(name)}] == ${pythonValue(value)}`,
      ),
      '',
    ].join('\n'),
} as const

/** Names of the forms. */
export type CodeName = keyof typeof CODE

const pythonValue = (value: unknown): string => (value === true ? 'True' : value === false ? 'False' : json(value))
