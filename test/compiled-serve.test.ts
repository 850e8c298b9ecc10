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

test('the first answer of the built-in services needs no file of dist/late', async () => {
  const program = `const { ran } = require('./load-compiled.cjs')
const write = process.stdout.write.bind(process.stdout)
process.stdout.write = (text) => {
  const { url } = JSON.parse(text)
  fetch(url + '/v2/orders/customer-orders').then(({ status }) => {
    write(status + ' ' + [...ran.keys()].map((file) => require('node:path').basename(file)) + '\\n')
    process.exit(0)
  })
  return true
}
runScript(require('node:path').resolve('serve.cjs')).exports.run(['serve', '--json', '--quiet', '--port', '0'])`
  expect(await printed(program, dist)).toBe('401 serve.cjs')
})

test('every file of dist/late has what the sources take from it, compiled or not', async () => {
  const program = `const { readdirSync } = require('node:fs')
const { late } = require('./load-compiled.cjs')
const names = (module) => Object.keys(module).filter((name) => name !== 'default' && name !== '__esModule').sort().slice(0, 5)
const files = readdirSync('late').filter((file) => file.endsWith('.cjs'))
console.log(JSON.stringify(Object.fromEntries(files.map((file) => [file, names(late(file.slice(0, -4)))]))))`
  expect(JSON.parse(await printed(program, dist))).toEqual({
    'chinese.cjs': ['sayInChinese', 'sayInChineseAndBeijingTime'],
    'login.cjs': ['ClientSecretBasic', 'ClientSecretPost', 'None', 'allowInsecureRequests', 'authorizationCodeGrant'],
    'mcp.cjs': [
      'CallToolRequestSchema',
      'ListToolsRequestSchema',
      'Server',
      'StdioServerTransport',
      'WebStandardStreamableHTTPServerTransport',
    ],
    'metrics.cjs': ['Counter', 'Gauge', 'Histogram', 'Registry', 'collectDefaultMetrics'],
    'migrations.cjs': ['runner'],
    'patterns.cjs': ['RE2JS'],
    'pg.cjs': expect.arrayContaining(['Client', 'Pool']),
    'schemas.cjs': ['Ajv2020'],
    'words.cjs': ['wordsOf'],
    'yaml.cjs': expect.arrayContaining(['Document']),
  })
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
