import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hashOf } from '../../src/access/token-text.ts'
import { runCli } from '../cli/run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'koosandbox-token-commands-'))
const path = join(folder, 'tokens.yaml')
const tokens = (...words: string[]) => runCli('tokens', ...words, '--tokens', path)

test('a token is printed once, its hash is kept, comments stay, and it can be revoked', async () => {
  const made = await tokens('create', 'ci', '--namespace', 'red', '--expires', 'P90D')
  expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^kst_[0-9a-f]{64}\n$/) })
  const token = made.out.trim()
  expect(readFileSync(path, 'utf8')).toContain(hashOf(token))
  expect(readFileSync(path, 'utf8')).not.toContain(token)
  expect(statSync(path).mode & 0o077).toBe(0)
  writeFileSync(path, `# ours\n${readFileSync(path, 'utf8')}`)
  expect((await tokens('create', 'ada', '--role', 'admin')).code).toBe(0)
  expect(await tokens('create', 'ada')).toMatchObject({ code: 1, err: expect.stringContaining('There is a token "ada" already') })
  const list = await tokens('list')
  expect(list.out).toMatch(/ci +tester +red +20\d\d-/)
  expect(list.out).toMatch(/ada +admin +all +never/)
  expect(list.out).not.toContain(token)
  expect(JSON.parse((await tokens('list', '--json')).out)).toMatchObject({ format: 1, count: 2 })
  expect(await tokens('revoke', 'ci')).toMatchObject({ code: 0, out: 'The token "ci" is revoked.\n' })
  expect(await tokens('revoke', 'aad')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "ada"?') })
  expect(readFileSync(path, 'utf8')).toMatch(/^# ours\n/)
})

test.each<[string, string, RegExp]>([
  ['a typing mistake', 'tokens: []\nnamespace: {}', /:2: there is no "namespace" here\. Did you mean "namespaces"\?/],
  ['an unknown role', 'tokens: [{ name: a, role: boss, sha256: x }]', /:1: a token has one of the roles reader, tester, admin, not "boss"/],
  ['a token in clear', 'tokens: [{ name: a, role: admin, sha256: kst_1 }]', /:1: expected the SHA-256 of the token/],
  ['a namespace with two hyphens', 'namespaces:\n  a--b: {}', /:2: "a--b" is no name of a namespace/],
  ['a limit that is none', 'namespaces:\n  red: { worlds: 0 }', /:2: expected a whole number from 1, not 0/],
  ['a newer format', 'format: 2', /:1: this version reads format 1, not 2/],
])('a file with %s is refused with its line', async (_what, text, said) => {
  const wrong = join(folder, 'wrong.yaml')
  writeFileSync(wrong, `${text}\n`)
  expect(await runCli('tokens', 'list', '--tokens', wrong)).toMatchObject({ code: 1, err: expect.stringMatching(said) })
})
