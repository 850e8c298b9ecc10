/** Builds what the console runs in the browser, `src/ui/console`, into `dist/ui/console/`. As a command it builds that alone. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Metafile } from 'esbuild'

const project = join(import.meta.dirname, '..')

/**
 * One chunk for each page, so that the first one paints before the others are read.
 * @param outdir where the files go; what was there is gone afterwards
 */
export async function buildConsole(outdir: string): Promise<Metafile> {
  rmSync(outdir, { recursive: true, force: true })
  const { metafile } = await build({
    absWorkingDir: project,
    entryPoints: [
      { in: 'src/ui/console/main.tsx', out: 'console' },
      { in: 'src/ui/console/styles/console.css', out: 'console' },
    ],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome123', 'firefox121', 'safari17.5'],
    tsconfig: join(project, 'src', 'ui', 'console', 'tsconfig.json'),
    // Chinese stays readable, and shorter than its escapes.
    charset: 'utf8',
    minify: true,
    metafile: true,
  })
  return metafile
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildConsole(join(project, 'dist', 'ui', 'console'))
