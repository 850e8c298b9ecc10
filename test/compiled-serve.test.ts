import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const dist = join(import.meta.dirname, '..', 'dist')
const folder = mkdtempSync(join(tmpdir(), 'compiled-'))
afterAll(() => rmSync(folder, { recursive: true }))
copyFileSync(join(dist, 'load-compiled.cjs'), join(folder, 'load-compiled.cjs'))
writeFileSync(join(folder, 'answer.cjs'), 'exports.answer = async () => (await import("node:path")).basename(__filename)\n')

/** What a program prints that has the functions of the loader at hand. V8 takes compiled code only where its options are the same, so it runs apart. */
function printed(program: string, at = folder): Promise<string> {
  const begin = `const { compiledFor, load, runScript } = require('./load-compiled.cjs'); const { writeFileSync } = require('node:fs')\n`
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['-e', begin + program], { cwd: at }, (error, out) => (error ? reject(error) : resolve(out.trim())))
  })
}

// The suite builds `dist/` before its first test.
test('the package holds compiled code of serve that this Node takes', async () => {
  const program = `const { script, exports } = runScript(require('node:path').resolve('serve.cjs')); console.log(script.cachedDataRejected, typeof exports.run)`
  expect(await printed(program, dist)).toBe('false function')
})

const ANSWER = "load(require('node:path').resolve('answer.cjs')).answer().then(console.log)"
test.each([
  ['there is none', ''],
  [
    'it was compiled by this Node',
    'const file = require("node:path").resolve("answer.cjs"); writeFileSync(compiledFor(file), runScript(file).script.createCachedData());',
  ],
  ['it is empty', 'writeFileSync(compiledFor("answer.cjs"), "");'],
  ['it is something else', 'writeFileSync(compiledFor("answer.cjs"), "x".repeat(5000));'],
])('a file does the same when compiled code stands beside it: %s', async (_what, prepare) => {
  expect(await printed(prepare + ANSWER)).toBe('answer.cjs')
})
