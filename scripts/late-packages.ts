import { join } from 'node:path'
import { build, type Metafile, type Plugin } from 'esbuild'

/** A package that is read when one of its functions is called for the first time, and the file of `dist/late` that holds it. */
const LATE: Readonly<Record<string, string>> = { yaml: 'yaml', 'ajv/dist/2020.js': 'schemas', 'ajv-formats': 'schemas' }

/** What each file of `dist/late` exports. */
const FILES: Readonly<Record<string, string>> = {
  yaml: "export * from 'yaml'",
  schemas: "export { Ajv2020 } from 'ajv/dist/2020.js'\nexport { default } from 'ajv-formats'",
}

/**
 * Keeps large packages out of the bundle: a sandbox answers before it needs them, and half of a start is reading code. The sources
 * import these packages like any other. Here each of their functions and classes becomes one that loads the package when it is called.
 */
export function latePackages(project: string, dist: string): { readonly plugin: Plugin; built(): Promise<readonly Metafile[]> } {
  return {
    plugin: {
      name: 'late-packages',
      setup(building) {
        building.onResolve({ filter: /^[^.]/ }, ({ path, importer, kind }) =>
          LATE[path] !== undefined && kind === 'import-statement' && importer.startsWith(join(project, 'src'))
            ? { path, namespace: 'late', sideEffects: false }
            : undefined,
        )
        building.onLoad({ filter: /./, namespace: 'late' }, async ({ path }) => ({ contents: await standIn(path) }))
      },
    },
    async built() {
      const outputs = Object.entries(FILES).map(([name, contents]) =>
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
          metafile: true,
        }),
      )
      return (await Promise.all(outputs)).map(({ metafile }) => metafile)
    },
  }
}

/** A module with the functions and classes of a package, each of which loads the package. */
async function standIn(path: string): Promise<string> {
  const exported = (await import(path)) as Readonly<Record<string, unknown>>
  const names = Object.keys(exported).filter((name) => /^[\w$]+$/.test(name) && typeof exported[name] === 'function')
  const functions = names.map((name) => {
    const head = name === 'default' ? 'export default function' : `export function ${name}`
    return `${head}(...given) { const called = load().${name}; return new.target ? Reflect.construct(called, given) : called.apply(this, given) }`
  })
  return ['let loaded', `const load = () => loaded ??= require(${JSON.stringify(`./late/${LATE[path]}.cjs`)})`, ...functions].join('\n')
}
