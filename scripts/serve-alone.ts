import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'

const APART = join('src', 'cli', 'serve-apart.ts')

/** Leads the command line of the package to the file that holds `serve` apart. */
export const toServe: Plugin = {
  name: 'to-serve',
  setup(building) {
    building.onResolve({ filter: /\/serve-apart\.ts$/ }, () => ({ path: './serve.js', external: true }))
  },
}

/** Leaves the other commands out. */
const withoutOthers: Plugin = {
  name: 'without-others',
  setup(building) {
    building.onResolve({ filter: /^\./ }, ({ path, kind, importer }) =>
      kind === 'dynamic-import' && importer.endsWith(join('src', 'cli', 'commands.ts')) && path !== './start/serve.ts'
        ? { path: './cli.js', external: true }
        : undefined,
    )
  },
}

/**
 * Builds `serve` with all that it imports as one CommonJS file, and compiles it: V8 keeps compiled code of scripts, and of no ES modules
 * in the oldest Node that is supported.
 */
export async function buildServe(project: string, dist: string, shared: BuildOptions, late: Plugin): Promise<void> {
  const file = join(dist, 'serve.cjs')
  await build({
    ...shared,
    entryPoints: { serve: APART },
    outExtension: { '.js': '.cjs' },
    splitting: false,
    format: 'cjs',
    // Reading the text takes as long as reading its compiled code. Stacks keep a line to point at.
    minifyWhitespace: true,
    lineLimit: 200,
    // Compiled code forgets which script asked for an `import()`, so Node refuses it. Every Node that is supported can `require` modules.
    supported: { ...shared.supported, 'dynamic-import': false },
    define: { ...shared.define, 'import.meta.url': '__url' },
    banner: { js: "const __url = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [late, withoutOthers],
  })
  // One byte a character: V8 reads such a text without decoding it.
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped))
  copyFileSync(join(project, 'scripts', 'load-compiled.cjs'), join(dist, 'load-compiled.cjs'))
  writeFileSync(
    join(dist, 'serve.js'),
    `import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
const { load } = createRequire(import.meta.url)('./load-compiled.cjs')
export const { run } = load(fileURLToPath(new URL('serve.cjs', import.meta.url)))
`,
  )
  execFileSync(process.execPath, [join(project, 'scripts', 'compile-serve.mjs'), dist], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 60_000,
  })
}
