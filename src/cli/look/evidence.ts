import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineCommand } from 'citty'
import { builtInBundle, didYouMean, listEvidence, listUnknown, type Source, traceSource } from '../../index.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { paint, print, printJson, printNote, table } from '../terminal/print.ts'

/** If more operations than this depend on a statement, only their number is printed; --json lists them. */
const MOST_LINES = 12

export default defineCommand({
  meta: {
    description: 'Show the specs, behaviours and tests that depend on a source, or list what no source decides',
  },
  args: {
    id: { type: 'positional', required: false, description: 'Seed id or page: S-06, OCE/api_order_00013. Without it, list all' },
    kind: {
      type: 'enum',
      options: ['seed', 'page', 'sdk', 'definition', 'demo', 'observation', 'standard'],
      description: 'Only sources of this kind',
    },
    unknown: { type: 'boolean', description: 'List every statement and setting that no source decides, with what depends on it' },
    json: { type: 'boolean', description: 'JSON, for scripts' },
  },
  run({ args }) {
    const bundle = builtInBundle()
    if (args.unknown) {
      if (args.id !== undefined) throw misused(`--unknown lists everything that no source decides. Leave out "${args.id}".`)
      if (args.kind !== undefined) throw misused('--unknown lists statements that no source decides. Leave out --kind.')
      return printUnknown(bundle, args.json === true)
    }
    if (args.id === undefined) {
      const sources = listEvidence(bundle, args.kind)
      if (args.json) printJson({ format: 1, count: sources.length, sources })
      else if (sources.length === 0) printNote('No source matches.')
      else print(table(sources.map((source) => [source.id, source.kind, `${source.cited}×`, titleOf(source)])))
      return sources.length === 0 ? EXIT.nothing : EXIT.fine
    }
    const thread = traceSource(bundle, args.id)
    if (!thread)
      throw misused(
        `There is no source "${args.id}".${didYouMean(args.id, Object.keys(bundle.sources))} Run \`koosandbox evidence\` to list them.`,
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

/** Statements, each followed by what depends on it. For a setting, also the lines that use or name it: code, specs, starting worlds. */
function printUnknown(bundle: ReturnType<typeof builtInBundle>, json: boolean): number {
  const statements = listUnknown(bundle).map((one) => ({
    ...one,
    ...(one.what === 'setting' ? { code: [...mentions(one.name, ['src', 'specs', 'fixtures']), ...ownMentions(one.name)] } : {}),
  }))
  if (json) printJson({ format: 1, count: statements.length, statements })
  for (const { what, name, pointer, about, place, dependents, code = [] } of json ? [] : statements) {
    print(`${paint('bold', `${name}${pointer}`)}  ${what}${place === undefined ? '' : `  ${place}`}`)
    if (about !== undefined) print(`  ${about}`)
    const lines = [...(dependents.length > MOST_LINES ? [`${dependents.length} operations`] : dependents), ...code]
    print(lines.length > 0 ? lines.map((line) => `    ${line}`).join('\n') : '    Nothing in the specs names it.')
  }
  return EXIT.fine
}

const project = join(fileURLToPath(import.meta.url), '..', ...(import.meta.url.endsWith('.ts') ? ['..', '..', '..'] : ['..']))

/** Lines of files by file name, kept for one command, which searches for many names. */
const read = new Map<string, readonly (readonly [string, readonly string[]])[]>()

/**
 * Lines that contain a name. The published package has neither `src` nor `test`, so there only specs and fixtures are searched. Examples
 * in commands and in the control API are left out.
 */
function mentions(name: string, folders: readonly string[] = ['src', 'test']): string[] {
  const named = new RegExp(`(?<![\\w./-])${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w/-])`)
  return folders.flatMap((folder) =>
    linesOf(folder).flatMap(([file, lines]) => lines.flatMap((line, i) => (named.test(line) ? [`${file}:${i + 1}`] : []))),
  )
}

/** Lines of a service's own specs that name a setting without the service, except its declaration. Names that are plain words are skipped. */
function ownMentions(setting: string): string[] {
  const [service = '', name = ''] = setting.split('.')
  if (!/[A-Z_]/.test(name)) return []
  const declared = builtInBundle().places[setting]
  return mentions(name, [`specs/${service}`]).filter((place) => place !== declared)
}

function linesOf(folder: string) {
  const known = read.get(folder)
  if (known) return known
  const root = join(project, folder)
  const files = (existsSync(root) ? readdirSync(root, { recursive: true, withFileTypes: true }) : [])
    .filter((entry) => entry.isFile() && /\.(ts|yaml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !/generated|cli|control/.test(relative(project, file)))
    .sort()
    .map((file) => [relative(project, file).split(sep).join('/'), readFileSync(file, 'utf8').split('\n')] as const)
  read.set(folder, files)
  return files
}
