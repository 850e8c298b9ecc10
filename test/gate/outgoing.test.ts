import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const project = join(import.meta.dirname, '../..')

/** The only files that may begin a connection to somebody, and to whom. Nothing else leaves this machine: no telemetry, no update check. */
const CALLERS: Readonly<Record<string, string>> = {
  'src/access/login/provider.ts': 'the identity provider of --oidc',
  'src/cli/terminal/fetch-trusting.ts': 'the sandbox of --url',
  'src/contract/live/provider-server.ts': 'the sandbox of this process',
  'src/contract/pact-sources.ts': 'the broker or address of --pact',
  'src/contract/seller/state-server.ts': "the seller's own state handler",
  'src/marketplace/http-client.ts': 'sellers, on this machine or at --allow-host',
  'src/mcp/http.ts': 'the sandbox of --url, or the one that it is part of',
  'src/proxy/ask-upstream.ts': 'the upstream of the checking proxy',
  'src/proxy/sign-proxy.ts': 'the upstream of the signing proxy',
  'src/replay/to-test/write-test.ts': 'nobody: it writes tests that call the address they are given',
  'src/replicas/pass-on.ts': 'the replicas of the same --store',
  'src/sandbox/sandbox-api.ts': 'nobody: it declares `sandbox.fetch`, which stays in the process',
  'src/ui/console/api.ts': 'the sandbox that served the page',
  'src/ui/console/pages/requests/as-code.ts': 'nobody: it writes code that calls the address it is given',
  'src/ui/start-script.ts': 'the sandbox that served the page',
  'src/verify/send-raw.ts': 'the seller that is examined',
  'src/verify/watch/seller-door.ts': 'the seller that is examined',
  'src/world/persistence/directory/lock/socket.ts': 'the holder of a --state directory, over a local socket',
}

test('only these files call anybody, and each calls what the user named', () => {
  const files = readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('generated'))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))
  const calls = (text: string) =>
    /(?<![.\w])fetch\(/.test(text) ||
    /import \{[^}]*\b(request|get)\b[^}]*\} from 'node:https?'/.test(text) ||
    /import \{[^}]*\b(connect|createConnection)\b[^}]*\} from 'node:(net|tls|dgram|http2)'/.test(text) ||
    /from '(?:undici|openid-client)'/.test(text)
  const code = (file: string) =>
    readFileSync(join(project, file), 'utf8')
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/^\s*(\/\/|\*).*$/gm, '')
  expect(files.filter((file) => calls(code(file))).sort()).toEqual(Object.keys(CALLERS).sort())
})
