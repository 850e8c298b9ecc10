import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { SpecFault } from './fault.ts'
import { parseSource, type SourceFile } from './source.ts'
import { parseYaml, type YamlFile } from './yaml.ts'

/**
 * Reads one file of the user (YAML or JSON).
 * @throws SpecFault for a file that does not exist, cannot be read, is empty, or does not parse
 */
export function readDocument(path: string): YamlFile {
  if (existsSync(path) && statSync(path).isDirectory()) throw new SpecFault(`${path}: this is a folder. Name a YAML or JSON file.`)
  const [ending] = /\.([cm]?[jt]sx?|toml|ini|xml|properties)$/i.exec(path) ?? []
  // Read as YAML, most of them would be a mistake on some line, or text that sets nothing.
  if (ending !== undefined && existsSync(path))
    throw new SpecFault(`${path}: only YAML and JSON are read, not ${ending} files. Write it as YAML or JSON.`)
  const text = textAt(path)
  if (text.includes('\0')) throw new SpecFault(`${path}: this is not text in UTF-8. Save it as UTF-8, in YAML or JSON.`)
  return parseYaml(path, text)
}

function textAt(path: string): string {
  if (!existsSync(path)) throw new SpecFault(`${path}: there is no such file.`)
  if (statSync(path).isDirectory()) throw new SpecFault(`${path}: this is a folder; name the OpenAPI document in it.`)
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new SpecFault(`${path}: it cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/**
 * Opens a foreign OpenAPI document. The files that it refers to are read when a reference leads to them, each once.
 * @throws SpecFault for a file that does not exist, cannot be read, or does not parse
 */
export function openDocument(path: string): SourceFile {
  const known = new Map<string, SourceFile | string>()
  const open = (file: string): SourceFile => {
    const beside = (other: string) => (isAbsolute(other) ? other : join(dirname(file), other))
    return parseSource(file, textAt(file), {
      again: () => textAt(file),
      textOf: (other) => {
        try {
          return textAt(beside(other))
        } catch {
          return undefined
        }
      },
      sibling(other) {
        const full = resolve(beside(other.replace(/^file:\/\//i, '')))
        const before = known.get(full)
        if (before !== undefined) return before
        const read = attempt(() => open(beside(other.replace(/^file:\/\//i, ''))))
        known.set(full, read)
        return read
      },
    })
  }
  const root = open(path)
  known.set(resolve(path), root)
  return root
}

/** What a file is, or why it is nothing. */
function attempt(read: () => SourceFile): SourceFile | string {
  try {
    return read()
  } catch (error) {
    if (error instanceof SpecFault) return error.message.replace(/\.$/, '')
    throw error
  }
}
