import type { Keys } from '../document/document-path.ts'
import type { Note } from '../document/notes.ts'
import { operationsIn } from '../document/operation-index.ts'
import type { SourceFile } from '../document/source.ts'
import { escapeKey } from '../json-pointer.ts'
import { tellClashes } from './clashes.ts'
import { readAll, readForeign } from './foreign-document.ts'
import { tellPatterns } from './pattern-notes.ts'
import { hasMembers, quoted, type Tell } from './spot.ts'

type Told = Omit<Note, 'line' | 'pointer' | 'file'> & { readonly file: SourceFile; readonly keys: Keys; readonly line?: number }

/**
 * Reads documents once more, whole, and collects everything that is told on the way. The place that repairs a mistake is the one that tells
 * of it, so that nothing is served otherwise than told.
 */
export function collectNotes(roots: readonly SourceFile[]): readonly Note[] {
  const told: Told[] = []
  const tell: Tell = (level, code, { file, keys }, message) => told.push({ level, code, file, keys, message })
  const read = roots.map((root) => {
    const { service, files } = readForeign(root, tell)
    tellVersion(root, tell)
    const index = operationsIn(service)
    readAll(index, service.components?.schemas ?? {})
    if (index.length === 0)
      tell('warning', 'document.operations.none', { file: root, keys: [] }, 'it describes no operation, so no call is answered.')
    return { root, files, index }
  })
  for (const file of new Set(read.flatMap(({ files }) => files()))) {
    tellPatterns(file, tell)
    for (const { code, keys, line, message } of file.mistakes()) told.push({ level: 'warning', code, file, keys, line, message })
  }
  tellClashes(read, tell)
  return sorted(withLines(told))
}

function tellVersion(file: SourceFile, tell: Tell): void {
  const { openapi } = file.value as { readonly openapi?: unknown }
  const at = { file, keys: ['openapi'] }
  if (openapi === undefined) tell('error', 'document.version', at, 'the key "openapi" is missing. The document is read as OpenAPI 3.1.')
  else if (typeof openapi !== 'string') tell('warning', 'document.version', at, `openapi must be a text: "${openapi === 3 ? '3.0.3' : `${openapi}.0`}".`)
  else if (!/^3\.[012]\.\d/.test(openapi)) tell('warning', 'document.version', at, `OpenAPI ${quoted(openapi)} is read as 3.${/^3(\.0|$)/.test(openapi) ? '0' : '1'}.`)
  if (!hasMembers((file.value as { readonly info?: unknown }).info))
    tell('warning', 'document.info', { file, keys: [] }, 'it has no info with title and version. The service is named after its title.')
} // biome-ignore format: notes on one line

/** Lines are looked for in one pass for each file. The same mistake is often met twice; it is one note. */
function withLines(told: readonly Told[]): readonly Note[] {
  return [...group(told)].flatMap(([file, all]) => {
    const single = [...new Map(all.map((one) => [`${one.code} ${JSON.stringify(one.keys)} ${one.message}`, one])).values()]
    const lines = file.lines(single.map(({ keys }) => keys))
    return single.map(({ level, code, message, keys, line }, i) => ({
      level,
      code,
      message,
      file: file.name,
      line: line ?? (lines[i] as number),
      pointer: keys.map((key) => `/${escapeKey(String(key))}`).join(''),
    }))
  })
}

function group(told: readonly Told[]): ReadonlyMap<SourceFile, readonly Told[]> {
  const found = new Map<SourceFile, Told[]>()
  for (const one of told) {
    const all = found.get(one.file) ?? []
    all.push(one)
    found.set(one.file, all)
  }
  return found
}

/** By file in the order in which the files were read, then by line. */
function sorted(notes: readonly Note[]): readonly Note[] {
  const order = [...new Set(notes.map(({ file }) => file))]
  return [...notes].sort((a, b) => order.indexOf(a.file) - order.indexOf(b.file) || a.line - b.line)
}
