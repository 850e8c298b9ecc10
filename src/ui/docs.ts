import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Env, Hono } from 'hono'
import type { Specs } from '../spec/catalogue.ts'

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' }

/**
 * The reference for people under `/_sandbox/docs`: Swagger UI from files of our own, one tab a service, no request to
 * anywhere else. The documents are those the sandbox checks with, so page and behaviour cannot differ.
 */
export function mountDocs(specs: Specs): <E extends Env>(app: Hono<E>) => void {
  const services = Object.keys(specs.bundle.services)
  return (app) => {
    app.get('/_sandbox/docs', (c) => c.html(page(services)))
    app.get('/_sandbox/docs/:file{swagger-ui[a-z-]*\\.(?:js|css)}', (c) => {
      const file = c.req.param('file') ?? ''
      const found = [join(here(), 'ui', file), join(here(), '..', 'ui', file), packaged(file)].find(
        (path) => path !== undefined && existsSync(path),
      )
      if (found === undefined) return c.notFound()
      return c.body(new Uint8Array(readFileSync(found)), 200, {
        'content-type': TYPES[file.split('.').pop() ?? ''] ?? 'text/plain',
        'cache-control': 'max-age=3600',
      })
    })
  }
}

function here(): string {
  return dirname(fileURLToPath(import.meta.url))
}

/** In a source checkout the files come from the development dependency; the build copies them beside the code. */
function packaged(file: string): string | undefined {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), file)
  } catch {
    return undefined
  }
}

function page(services: readonly string[]): string {
  const urls = JSON.stringify(services.map((name) => ({ name, url: `/_sandbox/specs/${name}` })))
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>koogallery-sandbox · reference</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_sandbox/docs/swagger-ui.css">
</head>
<body>
<div id="reference"></div>
<script src="/_sandbox/docs/swagger-ui-bundle.js"></script>
<script src="/_sandbox/docs/swagger-ui-standalone-preset.js"></script>
<script>
window.ui = SwaggerUIBundle({
  urls: ${urls},
  dom_id: '#reference',
  validatorUrl: null,
  showExtensions: true,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
})
</script>
</body>
</html>
`
}
