/**
 * Builds `dist/`: one bundle with split chunks, `serve` compiled, the specs as JSON texts, the files of the reference page and of the console, licence notices of
 * what was bundled, and declarations (`--quick` leaves the declarations out).
 */
import { execFileSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { createSpecs } from '../src/spec/catalogue.ts'
import { loadTree } from '../src/spec/document/load.ts'
import { writeShipped } from '../src/spec/document/shipped.ts'
import { buildConsole } from './build-console.ts'
import { directImports } from './direct-imports.ts'
import { bundleOf, COMMAND, ENTRIES, linkLate, OLD_SYNTAX, writeEntries } from './entries.ts'
import { latePackages } from './late-packages.ts'
import { buildServe, toServe } from './serve-alone.ts'

const project = join(import.meta.dirname, '..')
/** Built aside and moved into place, so that nobody ever starts half of it. */
const dist = join(project, `dist.new-${process.pid}`)
const quick = process.argv.includes('--quick')
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }

mkdirSync(join(dist, 'ui'), { recursive: true })
const bundle = loadTree(project)
// Once read, the specs are not checked again as a whole at every start.
createSpecs(bundle)
writeFileSync(join(dist, 'specs.jsonl'), writeShipped(bundle))

const late = latePackages(project, dist)
const shared = {
  absWorkingDir: project,
  outdir: dist,
  bundle: true,
  splitting: true,
  platform: 'node' as const,
  format: 'esm' as const,
  target: 'node20',
  minifySyntax: true,
  metafile: true as const,
  external: ['vitest', '@pact-foundation/pact', './late/*'],
  define: { __VERSION__: JSON.stringify(version) },
  // Some bundled packages are CommonJS and ask for Node's modules with `require`.
  banner: { js: "import { createRequire as __createRequire } from 'node:module'\nconst require = __createRequire(import.meta.url)" },
} satisfies BuildOptions
const { metafile } = await build({
  ...shared,
  entryPoints: Object.fromEntries(Object.entries({ ...ENTRIES, cli: COMMAND }).map(([entry, source]) => [bundleOf(entry), source])),
  plugins: [late.plugin, directImports(project), toServe],
  supported: OLD_SYNTAX,
})
const inBrowser = await buildConsole(join(dist, 'ui', 'console'))
linkLate(dist)
writeEntries(project, dist)
for (const file of ['swagger-ui.css', 'swagger-ui-bundle.js', 'swagger-ui-standalone-preset.js']) {
  copyFileSync(join(project, 'node_modules', 'swagger-ui-dist', file), join(dist, 'ui', file))
}
copyFileSync(join(project, 'contracts', 'states.yaml'), join(dist, 'states.yaml'))
mkdirSync(join(dist, 'recipes'))
for (const service of readdirSync(join(project, 'specs'))) {
  const recipes = join(project, 'specs', service, 'recipes.yaml')
  if (existsSync(recipes)) copyFileSync(recipes, join(dist, 'recipes', `${service}.yaml`))
}
cpSync(join(project, 'src', 'world', 'persistence', 'postgres', 'migrations'), join(dist, 'migrations'), { recursive: true })
writeFileSync(join(dist, 'NOTICES.txt'), notices([metafile, inBrowser, ...(await late.built())]))
if (!quick)
  execFileSync(
    process.execPath,
    [join(project, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json', '--outDir', join(dist, 'types')],
    {
      cwd: project,
      stdio: 'inherit',
    },
  )
await buildServe(project, dist, shared, late.plugin)
writeFileSync(join(dist, '.built'), new Date().toISOString())
const place = join(project, 'dist')
rmSync(place, { recursive: true, force: true })
renameSync(dist, place)
console.log(`Built ${version} into dist/.`)

/** The licences of every package whose code is inside the bundle. */
function notices(files: readonly Metafile[]): string {
  // What the files of the reference page hold of others: Swagger UI keeps those notices beside each bundle.
  const bundled = /^swagger-ui-(bundle|standalone-preset)\.js\.LICENSE\.txt$/
  const packages = new Set(['swagger-ui-dist'])
  for (const input of files.flatMap(({ inputs }) => Object.keys(inputs))) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1]
    if (name) packages.add(name)
  }
  return [...packages]
    .sort()
    .map((name) => {
      const folder = join(project, 'node_modules', name)
      const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string; license?: string }
      const licence = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file))
      const more = readdirSync(folder)
        .filter((file) => /^notice/i.test(file) || bundled.test(file))
        .map((file) => `\n${file}\n\n${readFileSync(join(folder, file), 'utf8')}`)
      return `${name} ${about.version} (${about.license ?? 'see below'})\n\n${licence ? readFileSync(join(folder, licence), 'utf8') : licenceInReadme(folder)}${more.join('')}`
    })
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** Some packages have their licence in the README alone. */
function licenceInReadme(folder: string): string {
  const readme = readFileSync(join(folder, 'README.md'), 'utf8')
  return readme.slice(Math.max(0, readme.search(/^#+ *licen[cs]e/im)))
}
