import { createSpecs, type Specs } from '../catalogue.ts'
import { SpecFault } from '../document/fault.ts'
import type { Bundle, ServiceDocument } from '../document/model.ts'
import type { Note } from '../document/notes.ts'
import type { SourceFile } from '../document/source.ts'
import { escapeKey } from '../json-pointer.ts'
import type { Operation } from '../operation.ts'
import { preparePatterns } from '../patterns/pattern.ts'
import { collectNotes } from './collect-notes.ts'
import { type ForeignDocument, readForeign } from './foreign-document.ts'
import { patternsIn } from './pattern-notes.ts'
import { refuseOthers } from './versions.ts'

/** The foreign documents of services, found again for their notes and for changes of their files. */
const sources = new WeakMap<ServiceDocument, ForeignDocument & { readonly root: SourceFile }>()

/**
 * A bundle that serves foreign OpenAPI documents instead of the built-in services. Each document becomes a service named after its title.
 * Our own `x-` keys work in it as well (`x-auth: [appcode]`).
 * @param keep built-in services to keep
 * @throws SpecFault when a document is not OpenAPI 3, with its file and line
 */
export function withForeign(bundle: Bundle, documents: readonly SourceFile[], keep: readonly string[] = []): Bundle {
  const services: Record<string, ServiceDocument> = {}
  for (const name of ['sandbox', ...keep]) {
    const kept = Object.hasOwn(bundle.services, name) ? bundle.services[name] : undefined
    if (!kept) throw new SpecFault(`There is no built-in service "${name}". There are: ${Object.keys(bundle.services).join(', ')}.`)
    services[name] = kept
  }
  for (const root of documents) {
    refuseOthers(root)
    const read = readForeign(root, () => {})
    services[serviceName(read.service, { ...bundle.services, ...services })] = read.service
    sources.set(read.service, { ...read, root })
  }
  // Not `...bundle`, which would read all of it.
  return Object.defineProperties(
    {},
    { ...Object.getOwnPropertyDescriptors(bundle), services: { value: services, enumerable: true } },
  ) as Bundle
}

/** A name that no built-in service has: otherwise that service's behaviours would answer. */
function serviceName({ info }: ServiceDocument, taken: object): string {
  const slug = info.title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'service' // biome-ignore format: one expression on one line
  let name = slug
  for (let n = 2; Object.hasOwn(taken, name); n++) name = `${slug}-${n}`
  return name
}

/**
 * The operations of foreign documents, together with the built-in services to keep. Nothing is cached: the documents are the user's,
 * and a hash of a large one costs more than its index.
 * @throws SpecFault when a document is not OpenAPI, with its file and line
 */
export async function foreignSpecs(bundle: Bundle, documents: readonly SourceFile[], keep: readonly string[] = []): Promise<Specs> {
  const served = withForeign(bundle, documents, keep)
  const files = filesOf(served)
  await preparePatterns(files.flatMap(patternsIn))
  for (const file of files) file.forget()
  return createSpecs(served)
}

/** The files of all foreign documents, with those that they refer to. */
export const filesOf = ({ services }: Bundle): readonly SourceFile[] =>
  Object.values(services).flatMap((service) => sources.get(service)?.files() ?? [])

/** The mistakes of foreign documents, and what is not supported in them. Reads every operation: large documents take a while. */
export const notesOf = ({ bundle }: Pick<Specs, 'bundle'>): readonly Note[] =>
  collectNotes(Object.values(bundle.services).flatMap((service) => sources.get(service)?.root ?? []))

/** Checking a larger document takes seconds; then only `koosandbox lint` does it. */
const LARGE = 1_000_000

/** One line that says how many mistakes the foreign documents have; none where there are no mistakes. */
export function noteSummary(specs: Pick<Specs, 'bundle'>): readonly string[] {
  const files = filesOf(specs.bundle)
  if (files.length === 0) return []
  const names = Object.values(specs.bundle.services).flatMap((service) => sources.get(service)?.root.name ?? [])
  const run = `Run \`koosandbox lint ${names.join(' ')}\``
  if (files.reduce((sum, { length }) => sum + length, 0) > LARGE) return [`${run} to check ${names.length === 1 ? 'this large document' : 'these large documents'}.`] // biome-ignore format: one condition a line
  const notes = notesOf(specs)
  const counted = (['error', 'warning', 'info'] as const).flatMap((level) => {
    const n = notes.filter((note) => note.level === level).length
    return n === 0 ? [] : [`${n} ${level}${n === 1 || level === 'info' ? '' : 's'}`]
  })
  return counted.length === 0 ? [] : [`Notes about ${names.join(', ')}: ${counted.join(', ')}. ${run} to list them.`]
}

/** Something about a whole operation. */
export type Remark = Pick<Note, 'level' | 'code' | 'message'> & { readonly operation: Pick<Operation, 'service' | 'method' | 'path'> }

/** Remarks about operations as notes, each with the file and line of its operation. */
export function notesAt({ bundle }: Pick<Specs, 'bundle'>, remarks: readonly Remark[]): readonly Note[] {
  const keysOf = ({ operation: { path, method } }: Remark) => ['paths', path, method.toLowerCase()]
  return Object.entries(bundle.services).flatMap(([service, document]) => {
    const root = sources.get(document)?.root
    const own = remarks.filter(({ operation }) => operation.service === service)
    if (!root || own.length === 0) return []
    const lines = root.lines(own.map(keysOf))
    return own.map((one, i): Note => {
      const { level, code, message, operation } = one
      const pointer = `/${keysOf(one).map(escapeKey).join('/')}`
      return {
        level,
        code,
        message: `${operation.method} ${operation.path}: ${message}`,
        file: root.name,
        line: lines[i] as number,
        pointer,
      }
    })
  })
}
