import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineCommand } from 'citty'
import { builtInBundle, didYouMean, listEvidence, type Source, traceSource } from '../index.ts'
import { paint, print, printJson, table, tell } from './print.ts'
import { EXIT, misused } from './stop.ts'

export default defineCommand({
  meta: { name: 'evidence', description: 'Follow a source to the specs, behaviours and tests that rest on it' },
  args: {
    id: { type: 'positional', required: false, description: 'Seed id or page: S-06, OCE/api_order_00013. Absent: list all' },
    kind: {
      type: 'enum',
      options: ['seed', 'page', 'sdk', 'definition', 'demo', 'observation', 'standard'],
      description: 'Only sources of this kind',
    },
    json: { type: 'boolean', description: 'JSON, for scripts' },
  },
  run({ args }) {
    const bundle = builtInBundle()
    if (args.id === undefined) {
      const sources = listEvidence(bundle, args.kind)
      if (args.json) printJson({ format: 1, count: sources.length, sources })
      else if (sources.length === 0) tell('No source is like that.')
      else print(table(sources.map((source) => [source.id, source.kind, `${source.cited}×`, titleOf(source)])))
      return sources.length === 0 ? EXIT.nothing : EXIT.fine
    }
    const thread = traceSource(bundle, args.id)
    if (!thread)
      throw misused(
        `There is no source "${args.id}".${didYouMean(args.id, Object.keys(bundle.sources))} \`koosandbox evidence\` lists them.`,
      )
    const code = mentions(thread.id)
    if (args.json) {
      printJson({ ...thread, code })
      return EXIT.fine
    }
    print(`${paint('bold', thread.id)}  ${thread.kind}  ${titleOf(thread)}`)
    if (thread.address !== undefined) print(`  ${thread.address}${thread.date === undefined ? '' : ` (${thread.date})`}`)
    print(`\nSpecs (${thread.places.length})`)
    print(
      table(
        thread.places.map(({ what, name, pointer, evidence, place }) => [`  ${place ?? ''}`, what, `${name}${pointer}`, evidence ?? '']),
      ),
    )
    if (code.length > 0) print(`\nCode and tests (${code.length})\n${code.map((place) => `  ${place}`).join('\n')}`)
    return EXIT.fine
  },
})

function titleOf({ statement, title, document }: Source): string {
  return `${statement ?? title ?? ''}${document === undefined ? '' : ` (document ${document})`}`
}

/** Lines of a source checkout that name the source. The package has neither `src` nor `test`, so it finds none; the examples of this command and of the control API are no thread. */
function mentions(id: string): string[] {
  const project = join(fileURLToPath(import.meta.url), '..', ...(import.meta.url.endsWith('.ts') ? ['..', '..'] : ['..']))
  const named = new RegExp(`(?<![\\w/-])${id.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w/-])`)
  return ['src', 'test'].flatMap((folder) => {
    const root = join(project, folder)
    if (!existsSync(root)) return []
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() &&
          entry.name.endsWith('.ts') &&
          !/generated|cli|control/.test(relative(project, join(entry.parentPath, entry.name))),
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split('\n')
          .flatMap((line, i) => (named.test(line) ? [`${relative(project, file).split(sep).join('/')}:${i + 1}`] : [])),
      )
  })
}
