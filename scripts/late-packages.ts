import { dirname, join, relative } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'

interface LateFile {
  /** What the file exports. */
  readonly contents: string
  /** The packages, and the modules of `src/`, whose imports lead to the file. */
  readonly instead: readonly string[]
  /**
   * Whether the sources that import it are read at every start. Then each function and class of it becomes one that loads the file when it
   * is called. The others are imported by sources that are reached late themselves.
   */
  readonly whenCalled?: true
}

const SDK = '@modelcontextprotocol/sdk'

/** What is read when it is needed for the first time: the files of `dist/late`. */
const FILES: Readonly<Record<string, LateFile>> = {
  yaml: { contents: "export * from 'yaml'", instead: ['yaml'], whenCalled: true },
  schemas: {
    contents: "export { Ajv2020 } from 'ajv/dist/2020.js'\nexport { default } from 'ajv-formats'",
    instead: ['ajv/dist/2020.js', 'ajv-formats'],
    whenCalled: true,
  },
  words: { contents: "export * from './src/spec/schema/words.ts'", instead: ['src/spec/schema/words.ts'], whenCalled: true },
  patterns: { contents: "export { RE2JS } from 're2js'", instead: ['re2js'] },
  chinese: { contents: "export * from './src/language/chinese.ts'", instead: ['src/language/chinese.ts'] },
  metrics: {
    contents: "export { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'",
    instead: ['prom-client'],
  },
  login: {
    contents: `export { ${[
      ...['allowInsecureRequests', 'authorizationCodeGrant', 'buildAuthorizationUrl', 'buildEndSessionUrl', 'calculatePKCECodeChallenge'],
      ...[
        'ClientSecretBasic',
        'ClientSecretPost',
        'discovery',
        'fetchUserInfo',
        'None',
        'randomNonce',
        'randomPKCECodeVerifier',
        'randomState',
      ],
    ].join(', ')} } from 'openid-client'`,
    instead: ['openid-client'],
  },
  // An `import` of this one takes what a `require` gives.
  pg: { contents: "module.exports = require('pg')", instead: ['pg'] },
  migrations: { contents: "export { runner } from 'node-pg-migrate'", instead: ['node-pg-migrate'] },
  mcp: {
    contents: [
      `export { Server } from '${SDK}/server/index.js'`,
      `export { StdioServerTransport } from '${SDK}/server/stdio.js'`,
      `export { WebStandardStreamableHTTPServerTransport } from '${SDK}/server/webStandardStreamableHttp.js'`,
      `export { CallToolRequestSchema, ListToolsRequestSchema } from '${SDK}/types.js'`,
    ].join('\n'),
    instead: ['index.js', 'stdio.js', 'webStandardStreamableHttp.js'].map((name) => `${SDK}/server/${name}`).concat(`${SDK}/types.js`),
  },
}

const INSTEAD = new Map(Object.entries(FILES).flatMap(([name, file]) => file.instead.map((one) => [one, { name, ...file }] as const)))

/**
 * Keeps large packages and texts out of the bundles: a sandbox answers before it needs them, and half of a start is reading code. The
 * sources import them like any other.
 */
export function latePackages(project: string, dist: string): { readonly plugin: Plugin; built(): Promise<readonly Metafile[]> } {
  return {
    plugin: {
      name: 'late-packages',
      setup(building) {
        building.onResolve({ filter: /./ }, ({ path, importer, kind, namespace }) => {
          if (namespace === 'late') return { path, external: true }
          if (kind === 'entry-point' || !importer.startsWith(join(project, 'src'))) return undefined
          const asked = path.startsWith('.') ? relative(project, join(dirname(importer), path)) : path
          const late = INSTEAD.get(asked)
          if (late === undefined) return undefined
          return late.whenCalled
            ? { path: asked, namespace: 'late', sideEffects: false }
            : { path: `./late/${late.name}.cjs`, external: true }
        })
        building.onLoad({ filter: /./, namespace: 'late' }, async ({ path }) => ({ contents: await standIn(project, path) }))
      },
    },
    async built() {
      const outputs = Object.entries(FILES).map(([name, { contents, whenCalled }]) =>
        build({
          absWorkingDir: project,
          stdin: { contents, resolveDir: project },
          outfile: join(dist, 'late', `${name}.cjs`),
          bundle: true,
          platform: 'node',
          format: 'cjs',
          target: 'node20',
          minifySyntax: true,
          minifyWhitespace: true,
          // What may be compiled is read without decoding; the others are half as long like this.
          charset: whenCalled ? 'ascii' : 'utf8',
          metafile: true,
          plugins: [withoutCompilers],
        }),
      )
      return (await Promise.all(outputs)).map(({ metafile }) => metafile)
    },
  }
}

/** The migrations are SQL. The package for migrations would bring a compiler for those that are TypeScript. */
const withoutCompilers: Plugin = {
  name: 'without-compilers',
  setup(building) {
    building.onResolve({ filter: /^jiti$/ }, ({ path }) => ({ path, namespace: 'none' }))
    building.onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'export const createJiti = () => undefined' }))
  },
}

/** A module with the functions and classes of another one, each of which loads the file that holds it. */
async function standIn(project: string, path: string): Promise<string> {
  const exported = (await import(path.startsWith('src/') ? join(project, path) : path)) as Readonly<Record<string, unknown>>
  const names = Object.keys(exported).filter((name) => /^[\w$]+$/.test(name) && typeof exported[name] === 'function')
  const functions = names.map((name) => {
    const head = name === 'default' ? 'export default function' : `export function ${name}`
    return `${head}(...given) { const called = load().${name}; return new.target ? Reflect.construct(called, given) : called.apply(this, given) }`
  })
  return [
    'let loaded',
    `const load = () => loaded ??= require('./load-compiled.cjs').late('${INSTEAD.get(path)?.name}')`,
    ...functions,
  ].join('\n')
}
