import { join } from 'node:path'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { createAsk } from '../../src/mcp/ask.ts'
import { createMcpServer } from '../../src/mcp/server.ts'
import { runCli } from '../cli/run-cli.ts'
import { serveSeller } from '../verify/serve-seller.ts'
import { connectThrough, connectTo } from './connect.ts'

const TOKEN = 'control-token-of-this-test'
const sandbox = await startSandbox({ controlToken: TOKEN })
const seller = await serveSeller()
const command = join(import.meta.dirname, '..', '..', 'dist', 'cli.js')

afterAll(async () => {
  await seller[Symbol.asyncDispose]()
  await sandbox.close()
})

const assistant = (...words: string[]) =>
  connectThrough(new StdioClientTransport({ command: process.execPath, args: [command, 'mcp', ...words], stderr: 'ignore' }))

describe('over standard input and output', () => {
  test('the tools of the sandbox that --url names, in the world that --world names', async () => {
    sandbox.worlds.open('mine', 'empty')
    await using stdio = await assistant('--url', sandbox.url, '--control-token', TOKEN, '--world', 'mine')
    expect(stdio.client.getServerVersion()).toMatchObject({ name: 'koogallery-sandbox' })
    expect(stdio.client.getInstructions()).toContain('explain_refusal')
    expect((await stdio.use('list_journal')).text).toBe('No call in world "mine".')
  })

  test('--json prints how an assistant starts it', async () => {
    const { out } = await runCli('mcp', '--url', '4100', '--json')
    expect(JSON.parse(out)).toEqual({
      mcpServers: {
        'koogallery-sandbox': {
          command: process.execPath,
          args: [expect.any(String), 'mcp', '--url', 'http://127.0.0.1:4100', '--world', 'default'],
        },
      },
    })
  })
})

test.each([
  ['http://127.0.0.1:9', /^Nothing answers at http:\/\/127\.0\.0\.1:9 \(.+\)\. Start a sandbox with `koosandbox serve`/],
  [sandbox.url, /needs its control token[\s\S]*Next: Start `koosandbox mcp` with --control-token/],
  [seller.url, /^The server at \S+ is not koogallery-sandbox: it sent \d+ without JSON\.$/],
])('a tool whose sandbox at %s does not answer says what to do', async (url, says) => {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  const ask = createAsk((path, init) => fetch(url + path, init), url)
  await createMcpServer({ version: '1', world: 'default', ask }).connect(theirs)
  await using memory = await connectThrough(ours)
  const { failed, text } = await memory.use('list_worlds')
  expect(text).toMatch(says)
  expect(failed).toBe(true)
})

describe('over HTTP', () => {
  const message = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }
  const post = (headers: Readonly<Record<string, string>>, body: unknown = message) =>
    fetch(`${sandbox.url}/_sandbox/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body: JSON.stringify(body),
    })

  test('the control token is asked for, and what the tools call is shown it', async () => {
    sandbox.worlds.open('mine', 'empty')
    await expect(connectTo(sandbox.url)).rejects.toThrow(/control token|401/)
    await using http = await connectTo(sandbox.url, { authorization: `Bearer ${TOKEN}` })
    expect((await http.use('list_worlds')).text).toMatch(/^default /)
    await using other = await connectTo(sandbox.url, { 'x-sandbox-token': TOKEN, 'x-sandbox-world': 'mine' })
    expect((await other.use('explain_refusal')).text).toBe('No call was refused in world "mine".')
  })

  test.each([
    ['without token', {}, 401],
    ['with another token', { 'x-sandbox-token': 'guess' }, 401],
    ['with the token', { 'x-sandbox-token': TOKEN }, 200],
  ])('a message %s is answered with %s', async (_name, headers, status) => {
    // `serveSeller` is a server of Hono, which replaces `Response` in this process: an answer must not be sent a second time because of that.
    const errors = vi.spyOn(console, 'error')
    expect((await post(headers)).status).toBe(status)
    expect(errors).not.toHaveBeenCalled()
  })

  test('a page of another site is refused by a sandbox without token', async () => {
    await using open = await startSandbox()
    const address = `${open.url}/_sandbox/mcp`
    const call = (headers: Readonly<Record<string, string>>) =>
      fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
        body: JSON.stringify(message),
      })
    const [foreign, crossSite, own] = await Promise.all([
      call({ origin: 'https://evil.example.com' }),
      call({ 'sec-fetch-site': 'cross-site' }),
      call({ origin: open.url }),
    ])
    expect([foreign.status, crossSite.status, own.status]).toEqual([403, 403, 200])
  })

  test.each(['GET', 'DELETE'])('%s says that messages are sent by POST', async (method) => {
    const answer = await fetch(`${sandbox.url}/_sandbox/mcp`, { method, headers: { 'x-sandbox-token': TOKEN } })
    expect([answer.status, answer.headers.get('allow'), answer.headers.get('content-type')]).toEqual([
      405,
      'POST',
      'application/problem+json',
    ])
    expect(await answer.json()).toMatchObject({ code: 'method-not-allowed', detail: expect.stringContaining('by POST') })
  })

  test('a body that is no message, or too large, is refused', async () => {
    const broken = await fetch(`${sandbox.url}/_sandbox/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', 'x-sandbox-token': TOKEN },
      body: '{',
    })
    expect(broken.status).toBe(400)
    expect((await post({ 'x-sandbox-token': TOKEN }, { ...message, params: { x: 'x'.repeat(20_000_000) } })).status).toBeGreaterThanOrEqual(
      400,
    )
  })
})
