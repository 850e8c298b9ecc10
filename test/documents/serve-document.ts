import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { openSandbox } from '../../src/sandbox/open-sandbox.ts'
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox-api.ts'
import { rawHttp } from '../helpers/raw-http.ts'

/** A request as a test writes it. */
export interface Asked {
  readonly headers?: Readonly<Record<string, string>>
  /** A text or bytes are sent as they are; anything else as JSON, with its content type. */
  readonly body?: unknown
}

/** An answer as it came over the wire. Header names are in lower case. */
export interface Answered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  /** The body as JSON; `undefined` where it is none. */
  // The outside comes in: what a test expects of a body is the test's business.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly json: any
}

/** A sandbox that serves a document. */
export interface ServedDocument extends AsyncDisposable {
  readonly sandbox: Sandbox
  /** Sends `GET /pets/1` on a connection of its own. */
  ask(line: string, request?: Asked): Promise<Answered>
  close(): Promise<void>
}

/** A document as text (YAML or JSON), as an object, or as several files by name, of which the first is served. */
export type WrittenDocument = string | object | { readonly files: Readonly<Record<string, string | object>> }

/** Opens a sandbox for several requests; frozen clock, everything else as `serve` has it. */
export async function serveDocument(document: WrittenDocument, options: SandboxOptions = {}): Promise<ServedDocument> {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-document-'))
  const files = isFiles(document) ? Object.entries(document.files) : [['document.yaml', document] as const]
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
  }
  const sandbox = await openSandbox({
    clock: 'frozen',
    drain: 50,
    onNotice: () => {},
    spec: [join(folder, files[0]?.[0] ?? '')],
    ...options,
  })
  const close = async () => {
    await sandbox.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { sandbox, ask: (line, request) => send(sandbox.url, line, request), close, [Symbol.asyncDispose]: close }
}

/** One request to a sandbox of its own. */
export async function ask(
  document: WrittenDocument,
  line: string,
  { options, ...request }: Asked & { readonly options?: SandboxOptions } = {},
): Promise<Answered> {
  await using served = await serveDocument(document, options)
  return await served.ask(line, request)
}

/** The usual frame around paths, as a stranger writes it. */
export const document = (paths: object, more: object = {}): object => ({
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  paths,
  ...more,
})

async function send(url: string, line: string, { headers = {}, body }: Asked = {}): Promise<Answered> {
  const [method = 'GET', target = '/'] = line.split(/ (.*)/s)
  const plain = body === undefined || typeof body === 'string' || body instanceof Uint8Array
  const typed = plain || Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')
  const sent = plain ? (body as string | Uint8Array | undefined) : JSON.stringify(body)
  const answer = await rawHttp(url, {
    method,
    target,
    headers: { ...(typed ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(sent === undefined ? {} : { body: sent }),
  })
  return { status: answer.status, headers: answer.headers, text: answer.body, json: parsed(answer.body) }
}

const isFiles = (document: WrittenDocument): document is { files: Record<string, string | object> } =>
  typeof document === 'object' && 'files' in document && !('openapi' in document)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
