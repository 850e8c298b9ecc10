import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const project = join(import.meta.dirname, '..')

/** Who may import whom. `sandbox` and `index` stand for the files of that name beside the rooms. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  spec: [],
  world: [],
  signing: [],
  scenario: ['spec', 'world'],
  auth: ['spec', 'world', 'signing'],
  services: ['spec', 'world'],
  gate: ['world'],
  http: ['spec', 'world', 'auth', 'scenario', 'services', 'gate', 'stopping'],
  state: ['world'],
  stopping: ['world'],
  marketplace: ['spec', 'world', 'signing', 'scenario'],
  report: ['spec'],
  verify: ['spec', 'signing', 'marketplace', 'report', 'sandbox'],
  contract: ['spec', 'signing', 'report', 'proxy', 'gate', 'sandbox'],
  proxy: ['spec', 'signing', 'gate', 'stopping'],
  cli: ['index', 'verify', 'contract', 'proxy', 'report', 'stopping'],
  ui: [],
}

/** The only rooms for a package; a package that is not here needs a room first. */
const PACKAGES: Record<string, readonly string[]> = {
  ajv: ['spec'],
  'ajv-formats': ['spec'],
  re2js: ['spec'],
  yaml: ['spec'],
  '@faker-js/faker': ['spec'],
  hono: ['http', 'proxy'],
  '@hono/node-server': ['http', 'proxy'],
  citty: ['cli'],
  '@pact-foundation/pact': ['contract'],
  '@pactflow/openapi-pact-comparator': ['contract'],
  vitest: ['vitest.ts'],
}

/** Rooms that stay portable: web-standard APIs and node:crypto, nothing else of Node. */
const PORTABLE = ['spec', 'world', 'auth', 'signing', 'scenario', 'services']
const READS_FILES = ['src/spec/load.ts']

interface Source {
  readonly file: string
  readonly room: string
  readonly text: string
  readonly imports: readonly string[]
}

/** A file without its comments: what they quote is nobody's import. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')

const sources: Source[] = readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes('generated'))
  .map((entry) => {
    const file = relative(project, join(entry.parentPath, entry.name))
    const text = readFileSync(join(project, file), 'utf8')
    const imports = [...code(text).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] as string)
    return { file, room: file.split('/')[1] as string, text, imports }
  })
const inRooms = sources.filter(({ room }) => room in MAY_IMPORT)

test('there is something to look at in every room that exists', () => {
  expect(sources.length).toBeGreaterThan(50)
  const unknown = sources.filter(({ room }) => !(room in MAY_IMPORT) && !room.endsWith('.ts'))
  expect(unknown.map(({ file }) => file)).toEqual([])
})

describe('a room imports only the rooms it may', () => {
  test.each(Object.keys(MAY_IMPORT))('%s', (room) => {
    const strays = inRooms
      .filter((source) => source.room === room)
      .flatMap((source) => source.imports.filter((path) => path.startsWith('../')).map((path) => [source, path] as const))
      .map(
        ([source, path]) =>
          [
            source.file,
            relative(project, join(project, source.file, '..', path))
              .split('/')[1]
              ?.replace('.ts', '') ?? '',
          ] as const,
      )
      .filter(([, target]) => target !== room && !MAY_IMPORT[room]?.includes(target))
      .map(([file, target]) => `${file} imports ${target}`)
    expect(strays).toEqual([])
  })
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

test('the core uses nothing of Node but node:crypto, and one file reads files', () => {
  const strays = inRooms
    .filter(({ room, file }) => PORTABLE.includes(room) && !READS_FILES.includes(file))
    .flatMap(({ file, imports }) =>
      imports.filter((path) => path.startsWith('node:') && path !== 'node:crypto').map((path) => `${file} imports ${path}`),
    )
  expect(strays).toEqual([])
  const buffers = inRooms.filter(({ room, text }) => PORTABLE.includes(room) && /\bBuffer\b/.test(code(text)))
  expect(buffers.map(({ file }) => file)).toEqual([])
})

test('time and chance live in the world alone', () => {
  const forbidden =
    /\bDate\.now\b|\bnew Date\(\)|\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b|\bMath\.random\b|\bperformance\.now\b|\brandomBytes\b|\brandomUUID\b|\bgetRandomValues\b|AbortSignal\.timeout/
  const strays = sources.filter(({ room, text }) => room !== 'world' && forbidden.test(code(text)))
  expect(strays.map(({ file }) => file)).toEqual([])
})

test('no file is longer than a screen or five', () => {
  const own = ['src', 'test', 'bench', 'scripts', 'examples'].flatMap((folder) => {
    try {
      return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name) && !entry.parentPath.includes('generated'))
        .map((entry) => relative(project, join(entry.parentPath, entry.name)))
    } catch {
      return []
    }
  })
  const long = own.filter((file) => readFileSync(join(project, file), 'utf8').split('\n').length - 1 > 250)
  expect(long).toEqual([])
})

test('no room is a drawer for odds and ends', () => {
  expect(sources.filter(({ file }) => /\/(utils?|common|core|lib|helpers|misc)(\/|\.ts)/.test(file)).map(({ file }) => file)).toEqual([])
})
