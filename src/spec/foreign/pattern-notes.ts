import { type DocumentNode, nodesOf } from '../document/document-path.ts'
import type { SourceFile } from '../document/source.ts'
import { readPattern } from '../patterns/pattern.ts'
import { MOST_CHARACTERS, MOST_VALUES } from '../schema/generation-limits.ts'
import type { Tell } from './spot.ts'

/** `"pattern": "…"` in JSON: an object tree of several megabytes is walked a hundred times slower than its text is searched. */
const IN_JSON = /"pattern"\s*:\s*("(?:[^"\\]|\\.)*")/g

/** The regular expressions that the checks of a document may run; perhaps some more. */
export function patternsIn(file: SourceFile): readonly string[] {
  const text = file.text()
  if (!text.includes('pattern')) return []
  if (text.includes('patternProperties') || !/^\s*\{/.test(text)) return [...nodesOf(file.value, [], true)].flatMap((one) => sourcesOf(one).map(([source]) => source)) // biome-ignore format: one way a line
  return [...new Set([...text.matchAll(IN_JSON)].map(([, source]) => source as string))].map((source) => JSON.parse(source) as string)
}

function sourcesOf({ node, at, names }: DocumentNode): readonly (readonly [source: string, at: readonly (string | number)[]])[] {
  const { pattern } = node as { pattern?: unknown }
  if (names) return at.at(-1) === 'patternProperties' ? Object.keys(node).map((source) => [source, [...at, source]] as const) : []
  return typeof pattern === 'string' ? [[pattern, [...at, 'pattern']]] : []
}

/** Longer texts are rare. A pattern that is checked only on texts shorter than this is told. */
const USUAL = 100_000

/** Tells of patterns and sizes that are not checked or generated in full. */
export function tellPatterns(file: SourceFile, tell: Tell): void {
  for (const one of nodesOf(file.value)) {
    if (!one.inSchema) continue
    for (const [source, keys] of sourcesOf(one)) {
      const problem = problemOf(source)
      if (problem) tell(problem.level, problem.code, { file, keys }, `pattern ${short(source)} ${problem.message}`)
    }
    if (one.names) continue
    const { minItems, minLength } = one.node as { minItems?: unknown; minLength?: unknown }
    const limited = (key: string, message: string) => tell('info', 'document.schema.size', { file, keys: [...one.at, key] }, message)
    if (Number(minItems) > MOST_VALUES) limited('minItems', `minItems is ${minItems}. A generated list has at most ${MOST_VALUES} values.`)
    if (Number(minLength) > MOST_CHARACTERS)
      limited('minLength', `minLength is ${minLength}. A generated text has at most ${MOST_CHARACTERS} characters.`)
  }
}

const short = (source: string) => JSON.stringify(source.length > 60 ? `${source.slice(0, 57)}...` : source)

function problemOf(source: string): { readonly level: 'warning' | 'info'; readonly code: string; readonly message: string } | undefined {
  const pattern = readPattern(source)
  if (!pattern) return { level: 'warning', code: 'document.pattern.unknown', message: 'is not a JavaScript regular expression. It is not checked.' }
  if (pattern.upTo < 1)
    return { level: 'warning', code: 'document.pattern.slow', message: 'could take too long and cannot be read in linear time. It is not checked.' }
  if (pattern.upTo < USUAL)
    return { level: 'info', code: 'document.pattern.slow', message: `could take too long. It is checked on texts of at most ${pattern.upTo} characters.` }
  try {
    new RegExp(source, 'u')
    return undefined
  } catch {
    return { level: 'info', code: 'document.pattern.escape', message: 'has escapes that Unicode mode refuses. It is read without that mode.' }
  }
} // biome-ignore format: problems on one line
