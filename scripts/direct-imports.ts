import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { Plugin } from 'esbuild'

/** What most commands use. They need nothing else of the library, and so start without it. */
const SMALL =
  'VERSION SpecFault didYouMean WorldError systemClock machineSecret seededNumbers makeFolder createCertificate FACT_TYPES'.split(' ')

const NAMES = /\{([^}]*)\} from '([^']+)'/.source
const EXPORTS = new RegExp(`^export ${NAMES}`, 'gm')
const IMPORTS = new RegExp(`^import ${NAMES}`, 'gm')

/**
 * Lets the commands import small things from their own files. In the sources they import them from `src/index.ts` like everybody else; the
 * bundler would then make every command read the whole library, because it splits the code by files.
 */
export function directImports(project: string): Plugin {
  const index = join(project, 'src', 'index.ts')
  const found = new Map<string, string>()
  for (const [, names = '', file = ''] of readFileSync(index, 'utf8').matchAll(EXPORTS))
    for (const name of listed(names)) if (SMALL.includes(name)) found.set(name, join(project, 'src', file))
  const unknown = SMALL.filter((name) => !found.has(name))
  if (unknown.length > 0) throw new Error(`${index} does not export ${unknown.join(', ')} from a file of its own.`)
  return {
    name: 'direct-imports',
    setup(building) {
      building.onLoad({ filter: /\/src\/cli\/.*\.ts$/ }, ({ path }) => {
        const contents = readFileSync(path, 'utf8').replace(IMPORTS, (statement, names: string, file: string) => {
          if (join(dirname(path), file) !== index) return statement
          const [small, others] = [true, false].map((is) => listed(names).filter((name) => found.has(name) === is)) as [string[], string[]]
          const from = (name: string) => `import { ${name} } from './${relative(dirname(path), found.get(name) as string)}'`
          return [...small.map(from), ...(others.length > 0 ? [`import { ${others.join(', ')} } from '${file}'`] : [])].join(';')
        })
        return { contents, loader: 'ts' }
      })
    },
  }
}

/** The names between braces, without types, which do not exist when the code runs. */
function listed(names: string): string[] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '))
}
