import { nodesOf } from '../document/document-path.ts'
import type { YamlFile } from '../document/yaml.ts'
import { MOST_CHARACTERS, MOST_VALUES } from '../schema/generation-limits.ts'
import { readPattern } from './pattern.ts'

/** The regular expressions of a document's schemas, each with the keys that lead to it. */
function* patternsOf(file: YamlFile): Generator<readonly [source: string, at: readonly (string | number)[]]> {
  for (const { node, at, inSchema, names } of nodesOf(file.value)) {
    if (!inSchema) continue
    if (names && at.at(-1) === 'patternProperties') for (const source of Object.keys(node)) yield [source, [...at, source]]
    const { pattern } = node as { pattern?: unknown }
    if (!names && typeof pattern === 'string') yield [pattern, [...at, 'pattern']]
  }
}

/** The regular expressions that a document's checks may run. */
export const patternsIn = (file: YamlFile): readonly string[] => [...patternsOf(file)].map(([source]) => source)

/** Longer texts are rare. A pattern that is checked only on texts shorter than this is reported. */
const USUAL = 100_000

/** Patterns and sizes of a document that are not checked or generated in full, each with its file and line. */
export function riskyPatternLines(file: YamlFile): readonly string[] {
  const lines: string[] = []
  for (const [source, at] of patternsOf(file)) {
    const pattern = readPattern(source)
    const quoted = JSON.stringify(source.length > 60 ? `${source.slice(0, 57)}...` : source)
    if (!pattern) lines.push(`${file.place(...at)}: pattern ${quoted} is not a JavaScript regular expression. It is not checked.`)
    else if (pattern.upTo < 1)
      lines.push(`${file.place(...at)}: pattern ${quoted} could take too long and cannot be read in linear time. It is not checked.`)
    else if (pattern.upTo < USUAL)
      lines.push(
        `${file.place(...at)}: pattern ${quoted} could take too long. It is checked on texts of at most ${pattern.upTo} characters.`,
      )
  }
  for (const { node, at, inSchema, names } of nodesOf(file.value)) {
    if (!inSchema || names) continue
    const { minItems, minLength } = node as { minItems?: unknown; minLength?: unknown }
    if (Number(minItems) > MOST_VALUES)
      lines.push(`${file.place(...at, 'minItems')}: minItems is ${minItems}. A generated list has at most ${MOST_VALUES} values.`)
    if (Number(minLength) > MOST_CHARACTERS)
      lines.push(
        `${file.place(...at, 'minLength')}: minLength is ${minLength}. A generated text has at most ${MOST_CHARACTERS} characters.`,
      )
  }
  return lines
}
