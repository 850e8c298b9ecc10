/**
 * Writes the compiled code of `serve` beside its source. Functions are compiled when they are first called, so `serve` is started as users
 * start it and asked once: with the built-in services, and with a document of somebody else.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const dist = process.argv[2]
const loader = createRequire(join(dist, 'serve.cjs'))('./load-compiled.cjs')
const folder = mkdtempSync(join(tmpdir(), 'koosandbox-build-'))
process.env.KOOSANDBOX_RUNTIME_DIR = folder
process.chdir(folder)

const item = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', format: 'uuid' }, size: { type: 'integer', minimum: 1 } },
}
const json = { 'application/json': { schema: item } }
const document = {
  openapi: '3.1.0',
  info: { title: 'Items', version: '1' },
  paths: {
    '/items': {
      get: {
        parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer', maximum: 100 } }],
        responses: { 200: { description: 'all', content: { 'application/json': { schema: { type: 'array', items: item } } } } },
      },
      post: { requestBody: { content: json }, responses: { 201: { description: 'made', content: json } } },
    },
  },
}
writeFileSync('items.json', JSON.stringify(document))
// JSON is YAML. This one is read by the YAML parser, because it does not begin with a bracket.
writeFileSync('items.yaml', `# Items\n${JSON.stringify(document)}`)

/** Starts `serve`, and resolves with the address that it prints. */
const started = (words) =>
  new Promise((resolve, reject) => {
    process.stdout.write = (text) => {
      const [url] = /http:\/\/[\d.]+:\d+/.exec(text) ?? []
      if (url !== undefined) resolve(url)
      return true
    }
    serve
      .run(['serve', '--port', '0', '--quiet', ...words])
      .then((code) => reject(new Error(`serve ${words.join(' ')} ended with ${code}.`)), reject)
  })

// From now on everything is run in a way that can be compiled.
loader.load = (file) => loader.runScript(file).exports
const { exports: serve } = loader.runScript(join(dist, 'serve.cjs'))
for (const [words, path] of [
  [[], '/v2/orders/customer-orders'],
  [['--json', '--spec', 'items.json'], '/items'],
  [['--spec', 'items.yaml'], '/items'],
])
  await (await fetch(`${await started(words)}${path}`)).text()
for (const [file, { script }] of loader.ran) writeFileSync(loader.compiledFor(file), script.createCachedData())
rmSync(folder, { recursive: true })
process.exit(0)
