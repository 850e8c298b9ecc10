/**
 * Writes the compiled code of `serve` beside its source. Functions are compiled when they are first called, so `serve` is started as users
 * start it and asked once: with the built-in services, and with a document of somebody else.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const dist = process.argv[2]
const { compiledFor, runScript } = createRequire(import.meta.url)('./load-compiled.cjs')
const file = join(dist, 'serve.cjs')
const folder = mkdtempSync(join(tmpdir(), 'koosandbox-build-'))
process.env.KOOSANDBOX_RUNTIME_DIR = folder
process.chdir(folder)
process.stdout.write = () => true

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

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

async function ask(url, init) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await (await fetch(url, init)).text()
    } catch (error) {
      if (attempt === 500) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

const { exports: serve, script } = runScript(file)
for (const [words, path] of [
  [[], '/v2/orders/customer-orders'],
  [['--spec', 'items.json'], '/items'],
]) {
  const url = `http://127.0.0.1:${await freePort()}`
  serve.run(['serve', '--port', new URL(url).port, '--quiet', ...words])
  await ask(`${url}${path}`)
}
writeFileSync(compiledFor(file), script.createCachedData())
rmSync(folder, { recursive: true })
process.exit(0)
