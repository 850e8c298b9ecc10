import { expect } from 'vitest'
import { createSpecs } from '../../../src/spec/catalogue.ts'
import type { ServiceDocument } from '../../../src/spec/document/model.ts'
import type { Note } from '../../../src/spec/document/notes.ts'
import { parseSource, type SourceFile } from '../../../src/spec/document/source.ts'
import { notesOf, withForeign } from '../../../src/spec/foreign/foreign-specs.ts'
import { englishLeft } from '../../language/english-left.ts'
import { bundleOf } from '../../spec/make-operation.ts'

/** One line for a person: `shop.yaml:12: …`. */
export const lineOfNote = ({ file, line, message }: Note): string => `${file}:${line}: ${message}`

const sandbox: ServiceDocument = { openapi: '3.1.0', info: { title: 'sandbox', version: '1' }, paths: {} }

/** Files by their names; the first one is the document. */
export type Files = Readonly<Record<string, string>>

/** Opens files that exist in a test only, as `openDocument` opens those of a disk. */
export function openFiles(files: Files): SourceFile {
  const known = new Map<string, SourceFile>()
  const open = (name: string): SourceFile => {
    const text = (path: string) => files[joined(name, path)]
    const file =
      known.get(name) ??
      parseSource(name, files[name] as string, {
        textOf: text,
        sibling: (path) => (text(path) === undefined ? `${joined(name, path)}: there is no such file` : open(joined(name, path))),
      })
    known.set(name, file)
    return file
  }
  return open(Object.keys(files)[0] as string)
}

function joined(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** Loads documents, and checks that what is told about them is Chinese in Chinese: the operations, the notes as `code line` (`code file:line` for other files), and the first document as the engine reads it. */
export function load(...documents: readonly (string | Files)[]) {
  const roots = documents.map((one, i) => openFiles(typeof one === 'string' ? { [i === 0 ? 'doc.yaml' : `doc${i + 1}.yaml`]: one } : one))
  const bundle = withForeign(bundleOf({ sandbox }, {}), roots)
  const specs = createSpecs(bundle)
  const notes = notesOf({ bundle })
  expect(englishLeft(notes.map(({ message }) => message))).toEqual([])
  return {
    specs,
    notes,
    told: notes.map((note) => shortly(note, roots[0]?.name)),
    lines: notes.map(lineOfNote),
    operations: specs.operations.map(({ id, method, path }) => `${id} ${method} ${path}`),
    document: Object.entries(bundle.services).find(([name]) => name !== 'sandbox')?.[1] as ServiceDocument,
  }
}

const shortly = ({ code, file, line }: Note, root: string | undefined) =>
  `${code.replace('document.', '')} ${file === root ? line : `${file}:${line}`}`

/** A document of OpenAPI 3.1 (or another version) with paths from line 4 on, and shared schemas behind them. */
export const withPaths = (paths: string, schemas = '', version = '3.1.0') => `openapi: ${version}
info: { title: Shop, version: '1' }
paths:
${paths}${schemas === '' ? '' : `\ncomponents:\n  schemas:\n${schemas}`}
`

/** A document with one schema on line 11, in the body of POST /a. */
export const withSchema = (schema: string, version = '3.1.0', more = '') =>
  withPaths(
    `  /a:
    post:
      operationId: Do
      requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/One' } } } }
      responses: { 204: { description: done } }`,
    `    One: ${schema}\n${more}`,
    version,
  )
