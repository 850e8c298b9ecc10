import { type FSWatcher, statSync, watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { openDocument } from '../spec/document/open-document.ts'
import { filesOf, noteSummary } from '../spec/foreign/foreign-specs.ts'
import { systemClock } from '../world/engine/system-clock.ts'

/** Editors write a file in several steps, and often another one first. */
const SETTLED = 100

/**
 * Specs that are read again when one of their files changes, until the signal aborts. Worlds are not touched. A version with which
 * nothing can be served is told, and the last good one goes on.
 */
export function createReloadingSpecs(
  first: Specs,
  { read, notice, until }: { readonly read: () => Promise<Specs>; readonly notice: (text: string) => void; readonly until: AbortSignal },
): Specs {
  let current = first
  let seen = stampsOf(filesIn(current))
  let watchers: readonly FSWatcher[] = []
  let pending = false

  const begin = () => {
    for (const one of watchers) one.close()
    watchers = until.aborted ? [] : [...new Set(filesIn(current).map((file) => dirname(file)))].flatMap(listen)
  }
  const listen = (folder: string): FSWatcher[] => {
    try {
      return [watch(folder, { persistent: false }, changed).on('error', () => {})]
    } catch {
      // A folder that is gone, or a system without watchers: the file is not read again.
      return []
    }
  }
  const changed = () => {
    if (pending) return
    pending = true
    systemClock.wait(SETTLED, until).then(reload, () => {})
  }
  const reload = async () => {
    pending = false
    const files = filesIn(current)
    const stamps = stampsOf(files)
    const file = files.find((one) => stamps.get(one) !== seen.get(one))
    if (file === undefined) return
    seen = stamps
    try {
      // A file that only others refer to must be readable too.
      openDocument(file)
      current = await read()
      seen = stampsOf(filesIn(current))
      notice(`${basename(file)} changed. It was read again: ${counted(current)}.`)
      for (const line of noteSummary(current)) notice(line)
    } catch (error) {
      if (!(error instanceof SpecFault)) throw error
      notice(`${basename(file)} changed, but it cannot be served: ${error.message} The version before it is still served.`)
    }
    begin()
  }
  begin()
  until.addEventListener('abort', begin, { once: true })
  // Everything that holds the specs sees the version of the moment.
  return new Proxy(first, { get: (_, key) => Reflect.get(current, key) as unknown })
}

const filesIn = ({ bundle }: Specs) => filesOf(bundle).map(({ name }) => name)

function stampsOf(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    files.map((file) => {
      const about = statSync(file, { throwIfNoEntry: false })
      return [file, about ? `${about.mtimeMs} ${about.size} ${about.ino}` : 'gone'] as const
    }),
  )
}

function counted({ operations, webhooks }: Specs): string {
  const all = [...operations, ...webhooks].filter(({ ours }) => !ours).length
  return `${all} operation${all === 1 ? '' : 's'}`
}
