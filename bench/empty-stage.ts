import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'

const project = join(import.meta.dirname, '..')

/** The stage that asks whether a rule or a scenario changes a call, without a question. */
const EMPTY = 'export const interruptCall = () => undefined\nexport const skewOf = () => 0\n'

/** Builds the package beside the real one with that stage empty. Gives the file to import instead of `dist/index.js`. */
export async function builtWithEmptyStage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-bench-'))
  cpSync(join(project, 'dist'), folder, { recursive: true, filter: (file) => !/\.js$|types$/.test(file) })
  await build({
    absWorkingDir: project,
    entryPoints: { index: 'src/index.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifySyntax: true,
    logLevel: 'error',
    outExtension: { '.js': '.mjs' },
    external: ['vitest', '@pact-foundation/pact'],
    define: { __VERSION__: '"bench"' },
    banner: { js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)" },
    plugins: [
      {
        name: 'empty-stage',
        setup: ({ onLoad }) => onLoad({ filter: /[\\/]http[\\/]interrupt-call\.ts$/ }, () => ({ contents: EMPTY })),
      },
    ],
  })
  return join(folder, 'index.mjs')
}
