import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '../../src/world/persistence/directory/make-folder.ts'
import { runCli } from '../cli/run-cli.ts'

const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'koosandbox-'))
  onTestFinished(() => rmSync(made, { recursive: true }))
  return made
}

test('what is missing above a folder is made with it, and a folder that is there stays', () => {
  const deep = join(folder(), 'a', 'b', 'c')
  makeFolder(deep, 0o700)
  makeFolder(deep)
  expect(statSync(deep).mode & 0o777).toBe(0o700)
})

test('a file in the way is refused', () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  expect(() => makeFolder(file)).toThrow('EEXIST')
  expect(() => makeFolder(join(file, 'a'))).toThrow('ENOTDIR')
})

// Node's own way never comes back there.
test.skipIf(!existsSync('/proc/self')).each([
  [
    ['serve', '--port', '0', '--state', '/proc/x'],
    1,
    '/proc/x cannot keep worlds: the folder cannot be created (ENOENT). Create it yourself, or name another directory.',
  ],
  [['serve', '--port', '0', '--state', '/proc/x/y'], 1, '/proc/x/y cannot keep worlds: '],
  [['serve', '--port', '0', '--coverage', '/proc/x/c.json'], 2, '--coverage /proc/x/c.json cannot be written (ENOENT).'],
  [['diff', 'built-in', 'specs', '--junit', '/proc/x/r.xml'], 2, '--junit /proc/x/r.xml cannot be written: '],
  [
    ['deploy', 'record', '--app', 'a', '--version', '1', '--to', 'prod', '--results', '/proc/x'],
    1,
    'Records cannot be written to /proc/x: ',
  ],
] as const)('%j is refused at once', async (words, code, said) => {
  expect(await runCli(...words)).toEqual({ code, out: '', err: expect.stringContaining(said) })
})
