import { join } from 'node:path'
import type { Plugin } from 'esbuild'

/** The file of the built package that holds `koosandbox serve` and nothing else. */
const SERVE = './serve.js'
const APART = join('src', 'cli', 'serve-apart.ts')

/** Leads the command line of the package to the file that holds `serve` apart. */
export const toServe: Plugin = {
  name: 'to-serve',
  setup(building) {
    building.onResolve({ filter: /\/serve-apart\.ts$/ }, () => ({ path: SERVE, external: true }))
  },
}

/** `serve` with all that it imports, in few files: the other commands would split what they share with it into dozens. */
export const serveAlone = { serve: APART }

/** Leaves the other commands out. */
export const withoutOthers: Plugin = {
  name: 'without-others',
  setup(building) {
    building.onResolve({ filter: /^\./ }, ({ path, kind, importer }) =>
      kind === 'dynamic-import' && importer.endsWith(join('src', 'cli', 'commands.ts')) && path !== './start/serve.ts'
        ? { path: './cli.js', external: true }
        : undefined,
    )
  },
}
