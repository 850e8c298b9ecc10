import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { MAY_IMPORT, PACKAGES } from './helpers/rooms.ts'

const project = join(import.meta.dirname, '..')

/** Rooms that stay portable: web-standard APIs and node:crypto, nothing else of Node. */
const PORTABLE = ['language', 'spec', 'stateful', 'world', 'starts', 'commerce', 'auth', 'signing', 'scenario', 'services', 'console']
/** The exceptions: what reads the specs, and what keeps worlds in a directory. */
const USES_NODE = /^src\/(spec\/document\/(?:load|open-document)\.ts$|world\/persistence\/(?:directory|postgres)\/)/

interface Source {
  readonly file: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
  /** `imports` without those of `import type`. */
  readonly values: readonly string[]
}

/** The room of a file: its folder below `src`. */
const roomOf = (file: string): string => {
  const [, room = ''] = file.split('/')
  return room.endsWith('.ts') ? 'door' : room
}

/** A file without its comments: what they quote is nobody's import. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

const importedIn = (text: string) =>
  [...text.matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([.@\w][^'\s]*)'/g)].map((match) => match[1] as string)

const sourceOf = (file: string, text: string): Source => {
  const imports = importedIn(code(text))
  const values = importedIn(code(text).replace(/^import type [^']*'[^']+'/gm, ''))
  return { file, room: roomOf(file), text, imports, values }
}

const sources: Source[] = readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'))
  .map((entry) => {
    const file = relative(project, join(entry.parentPath, entry.name))
    return sourceOf(file, readFileSync(join(project, file), 'utf8'))
  })
const byFile = new Map(sources.map((source) => [source.file, source]))
const filesOf = (file: string, imports: readonly string[]): string[] =>
  imports.filter((path) => path.startsWith('.')).map((path) => relative(project, join(project, file, '..', path)))
/** The files that a source imports, types too. */
const importsOf = ({ file, imports }: Source): string[] => filesOf(file, imports)
/** A room's types for all the others. */
const isApi = (file: string) => file.endsWith('-api.ts')

test('there is something to look at, and each folder of src is a room', () => {
  expect(sources.length).toBeGreaterThan(500)
  expect([...new Set(sources.map(({ room }) => room))].sort()).toEqual(Object.keys(MAY_IMPORT).sort())
  expect(sources.filter(({ room }) => room === 'door').map(({ file }) => file)).toEqual(['src/index.ts', 'src/vitest.ts'])
})

/** What a source imports against the walls: of other rooms, everything but their `*-api.ts` as types. */
const straysOf = (source: Source): string[] => {
  const { file, room, values } = source
  const used = new Set(filesOf(file, values))
  return importsOf(source)
    .filter((path) => ![room, 'language', ...(MAY_IMPORT[room] ?? [])].includes(roomOf(path)) && (!isApi(path) || used.has(path)))
    .map((path) => `${file} imports ${path}`)
}

describe('a room imports only the rooms it may, and of all others types of *-api.ts', () => {
  test.each(Object.keys(MAY_IMPORT))('%s', (room) => {
    expect(sources.filter((source) => source.room === room).flatMap(straysOf)).toEqual([])
  })
})

/** What runs: all statements of a file but interfaces, type aliases and `import type`. */
function statementsThatRun(file: string, text: string): string[] {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest)
  return statements
    .filter((one) => !ts.isInterfaceDeclaration(one) && !ts.isTypeAliasDeclaration(one))
    .filter((one) => !(ts.isImportDeclaration(one) && one.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword))
    .map((one) => `${file}: ${text.slice(one.pos, one.end).trim().split('\n')[0]}`)
}

test('a *-api.ts file holds types alone', () => {
  const files = sources.filter(({ file }) => isApi(file))
  expect(files.length).toBeGreaterThan(5)
  expect(files.flatMap(({ file, text }) => statementsThatRun(file, text))).toEqual([])
})

test.each([
  "import { a } from './a.ts'",
  "import { type A, a } from './a.ts'",
  "import './a.ts'",
  "export { a } from './a.ts'",
  "export type { A } from './a.ts'",
  'export const a = 1',
  'export function a() {}',
  'export class A {}',
  'export enum A {}',
  'export default 1',
])('in a *-api.ts file "%s" is refused', (line) => {
  expect(statementsThatRun('a-api.ts', `${line}\ninterface B {}\nexport type C = B\nimport type { D } from './d.ts'`)).toEqual([
    `a-api.ts: ${line}`,
  ])
})

test.each([
  ["import type { A } from '../cli/a-api.ts'", []],
  ["import { type A } from '../cli/a-api.ts'", ['src/world/b.ts imports src/cli/a-api.ts']],
  ["import { a } from '../cli/a-api.ts'", ['src/world/b.ts imports src/cli/a-api.ts']],
  ["import type { A } from '../cli/a.ts'", ['src/world/b.ts imports src/cli/a.ts']],
])('"%s" from a room that may not: %j', (line, strays) => {
  expect(straysOf(sourceOf('src/world/b.ts', line))).toEqual(strays)
})

test('the arrows between rooms go one way', () => {
  const below = (room: string, seen: readonly string[]): string[] =>
    seen.includes(room) ? [[...seen, room].join(' -> ')] : (MAY_IMPORT[room] ?? []).flatMap((next) => below(next, [...seen, room]))
  expect(Object.keys(MAY_IMPORT).flatMap((room) => below(room, []))).toEqual([])
})

test('no files import each other in a circle, types included', () => {
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, path: readonly string[]) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '))
    if (done.has(file) || path.includes(file)) return
    const source = byFile.get(file)
    for (const next of source ? importsOf(source) : []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of byFile.keys()) visit(file, [])
  expect(circles).toEqual([])
})

test('a package is imported by its own rooms only', () => {
  const strays = sources.flatMap(({ file, room, imports }) =>
    imports
      .filter((path) => !path.startsWith('.') && !path.startsWith('node:'))
      .map((path) => (path.startsWith('@') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] as string)))
      .filter((name) => !PACKAGES[name]?.includes(room))
      .map((name) => `${file} imports ${name}`),
  )
  expect(strays).toEqual([])
})

test('the core uses nothing of Node but node:crypto, except where specs are read and worlds are kept', () => {
  const portable = sources.filter(({ room, file }) => PORTABLE.includes(room) && !USES_NODE.test(file))
  const strays = portable.flatMap(({ file, imports }) =>
    imports.filter((path) => path.startsWith('node:') && path !== 'node:crypto').map((path) => `${file} imports ${path}`),
  )
  expect(strays).toEqual([])
  const buffers = portable.filter(({ text }) => /\bBuffer\b/.test(code(text)))
  expect(buffers.map(({ file }) => file)).toEqual([])
})

test('time and chance live in the engine of the world alone', () => {
  const forbidden =
    /\bDate\.now\b|\bnew Date\(\)|\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b|\bMath\.random\b|\bperformance\.now\b|\brandomBytes\b|\brandomUUID\b|\bgetRandomValues\b|AbortSignal\.timeout/
  // Beside the engine: what runs in a browser, where no world is.
  const strays = sources.filter(({ file, text }) => !/^src\/(world\/engine|ui\/console)\//.test(file) && forbidden.test(code(text)))
  expect(strays.map(({ file }) => file)).toEqual([])
})

/** Folders of hand-written code, each with the files that lie in it. */
const folders = new Map<string, string[]>()
for (const root of ['src', 'test', 'bench', 'scripts', 'examples']) {
  for (const entry of readdirSync(join(project, root), { recursive: true, withFileTypes: true })) {
    const folder = relative(project, entry.parentPath)
    if (!entry.isFile() || /generated|node_modules/.test(folder)) continue
    folders.set(folder, [...(folders.get(folder) ?? []), entry.name])
  }
}

test('no file is longer than 250 lines', () => {
  const own = [...folders].flatMap(([folder, names]) =>
    names.filter((name) => /\.(tsx?|mjs|css)$/.test(name)).map((name) => join(folder, name)),
  )
  const long = own.filter((file) => readFileSync(join(project, file), 'utf8').split('\n').length - 1 > 250)
  expect(long).toEqual([])
})

test('no folder holds more than 30 files', () => {
  expect([...folders].filter(([, names]) => names.length > 30).map(([folder, names]) => `${folder}: ${names.length}`)).toEqual([])
})

test('each folder of src says in one line what it is for', () => {
  const rooms = new Set([...folders.keys()].filter((folder) => folder.startsWith('src/')))
  const silent = [...rooms].filter((folder) => !/^# \S.*\n\n\S/.test(readme(folder)))
  expect(silent).toEqual([])
})

const readme = (folder: string): string => {
  try {
    return readFileSync(join(project, folder, 'README.md'), 'utf8')
  } catch {
    return ''
  }
}

test('no room is a drawer for odds and ends', () => {
  expect(sources.filter(({ file }) => /\/(utils?|common|core|lib|helpers|misc)(\/|\.ts)/.test(file)).map(({ file }) => file)).toEqual([])
})
