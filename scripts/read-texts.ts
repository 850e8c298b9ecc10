/**
 * Finds the texts for people in the sources: what reads like a sentence, and what stands where only texts stand (`description`, `hint`,
 * `say('…')`). A `${…}` becomes `{0}`, `{1}` …; a choice inside a template (`${n === 1 ? '' : 's'}`) makes a text of each arm.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import { parse } from 'yaml'
import { isChinese, textsOfSpecs } from './read-spec-texts.ts'

const project = join(import.meta.dirname, '..')

/** One text with the places where it is written, as `file:line`. */
export interface FoundText {
  readonly text: string
  /** The room, or its part: `cli/buyer`. */
  readonly part: string
  readonly places: readonly string[]
}

/** Rooms whose folders have a catalogue each. */
export const SPLIT: readonly string[] = ['cli', 'console', 'contract', 'spec', 'specs', 'verify']

/** Members and functions whose texts a person reads, even one of a single word. */
const TELLING = new Set(
  'about section description detail expected got hint label message negativeDescription next placeholder question reason section say summary says tell title why'.split(
    ' ',
  ),
)

/** Functions whose arguments are compared with something, or belong to a protocol. */
const SILENT = new Set(
  'createHash digestOf endsWith fetch get getElementById has header includes indexOf lastIndexOf match matchAll querySelector querySelectorAll replaceAll replace set setAttribute setRequestHeader split startsWith styleText test toString RegExp'.split(
    ' ',
  ),
)

/** Files without texts for people: what assistants read (`mcp`), the console and the login (their texts are in both languages), patterns, names of others, styles, programs that are written out, the vendor's wire. */
const WITHOUT =
  /\/generated\/|^src\/cli\/examples\.ts$|^src\/mcp\/|^src\/language\/(?!did-you-mean)|^src\/ui\/(?:console[/.]|login\.ts$)|page-parts\.ts$|config-template\.ts$|start-script\.ts$|(?:status-texts|record-faults|wire-faults|write-test)\.ts$/

/** A hole of a template. */
const HOLE = Symbol('hole')
type Part = string | typeof HOLE
type Variant = readonly Part[]

/** More choices than this in one template are holes. */
const MOST_VARIANTS = 12

/** Problems of our own interfaces, whose titles stand in their specs. */
const PROBLEMS: readonly (readonly [file: string, part: string])[] = [
  ['specs/sandbox/errors.yaml', 'control'],
  ['specs/console/errors.yaml', 'console'],
]

export function textsOfSources(): readonly FoundText[] {
  const found = new Map<string, { text: string; part: string; places: string[] }>()
  const files = [...filesBelow('src').map((file) => [file, partOf(file)] as const), ...PROBLEMS]
  for (const [file, part] of files) {
    const source = readFileSync(join(project, file), 'utf8')
    for (const { text, line } of file.endsWith('.yaml') ? titlesIn(source) : textsIn(file, source)) {
      add(found, `${file}:${line}`, part, text)
    }
  }
  for (const { file, part, text, line } of textsOfSpecs()) add(found, `${file}:${line}`, part, text)
  return [...found.values()].sort((a, b) => (a.part === b.part ? 0 : a.part < b.part ? -1 : 1))
}

function add(to: Map<string, { text: string; part: string; places: string[] }>, place: string, part: string, text: string): void {
  const id = `${part} ${text}`
  const known = to.get(id)
  if (known) known.places.push(place)
  else to.set(id, { text, part, places: [place] })
}

function titlesIn(source: string): { readonly text: string; readonly line: number }[] {
  const { families } = parse(source) as { families: Record<string, { errors: Record<string, { title?: string }> }> }
  return Object.values(families)
    .flatMap(({ errors }) => Object.values(errors))
    .flatMap(({ title }) => title ?? [])
    .map((text) => ({ text, line: source.slice(0, source.indexOf(text)).split('\n').length }))
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))
    .filter((file) => !WITHOUT.test(file))
    .sort()
}

export function partOf(file: string): string {
  const [, room = '', folder = ''] = file.split('/')
  if (room.endsWith('.ts')) return 'door'
  return SPLIT.includes(room) && !/\.tsx?$/.test(folder) ? `${room}/${folder}` : room
}

/** The texts of one file, in order. */
export function textsIn(file: string, source: string): { readonly text: string; readonly line: number }[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
  const texts: { text: string; line: number }[] = []
  const tell = (node: ts.Node, variants: readonly Variant[], telling: boolean) => {
    const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1
    for (const variant of variants) {
      const text = written(variant)
      if (isText(text, telling) && !texts.some((one) => one.text === text && one.line === line)) texts.push({ text, line })
    }
  }
  const visit = (node: ts.Node, telling: boolean): void => {
    if (isSilent(node)) return
    if (ts.isJsxText(node)) {
      tell(node, [[node.text.replace(/\s+/g, ' ')]], true)
      return
    }
    if (isComparison(node)) return
    if (ts.isCallExpression(node) && SILENT.has(nameOf(node.expression))) {
      visit(node.expression, false)
      return
    }
    if (isWritten(node)) {
      const rest: ts.Node[] = []
      tell(node, variantsOf(node as ts.Expression, rest), telling)
      // What stands in a hole is a text of its own.
      for (const one of rest) visit(one, true)
      return
    }
    ts.forEachChild(node, (child) => visit(child, isTelling(node, child, telling)))
  }
  visit(tree, false)
  return texts
}

/** A string, a template or a chain of `+` that begins with one. */
function isWritten(node: ts.Node): boolean {
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    chain(node).some((one) => ts.isStringLiteralLike(one) || ts.isTemplateExpression(one))
  )
}

const chain = (node: ts.Expression): readonly ts.Expression[] =>
  ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken ? [...chain(node.left), ...chain(node.right)] : [node]

const bare = (node: ts.Expression): ts.Expression => (ts.isParenthesizedExpression(node) ? bare(node.expression) : node)

/** Every way a text can be written; `rest` takes the expressions that stay holes. */
function variantsOf(of: ts.Expression, rest: ts.Node[]): readonly Variant[] {
  const node = bare(of)
  if (ts.isStringLiteralLike(node)) return [[node.text]]
  if (ts.isTemplateExpression(node)) {
    let all: readonly Variant[] = [[node.head.text]]
    for (const { expression, literal } of node.templateSpans)
      all = times(times(all, holeOf(expression, rest, all.length)), [[literal.text]])
    return all
  }
  if (isWritten(node)) {
    let all: readonly Variant[] = [[]]
    for (const one of chain(node)) all = times(all, holeOf(one, rest, all.length))
    return all
  }
  return holeOf(node, rest, 1)
}

const times = (left: readonly Variant[], right: readonly Variant[]): Variant[] => left.flatMap((a) => right.map((b) => [...a, ...b]))

function holeOf(of: ts.Expression, rest: ts.Node[], already: number): readonly Variant[] {
  const node = bare(of)
  if (isWritten(node)) return variantsOf(node, rest)
  if (ts.isConditionalExpression(node)) {
    const mine: ts.Node[] = []
    const arms = [node.whenTrue, node.whenFalse].flatMap((arm) => variantsOf(arm, mine))
    const spoken = arms.some((arm) => arm.some((part) => part !== HOLE))
    if (spoken && arms.length * already <= MOST_VARIANTS) {
      rest.push(...mine)
      return arms
    }
  }
  rest.push(node)
  return [[HOLE]]
}

function written(variant: Variant): string {
  let hole = 0
  return variant
    .map((part) => (part === HOLE ? `{${hole++}}` : part))
    .join('')
    .trim()
}

/** What is compared is no text. */
const isComparison = (node: ts.Node) =>
  ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText()) && [node.left, node.right].some(ts.isStringLiteralLike)

function isSilent(node: ts.Node): boolean {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isRegularExpressionLiteral(node))
    return true
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isTaggedTemplateExpression(node)) return true
  return ts.isLiteralTypeNode(node)
}

/** Whether a child of a node stands where only texts for people stand. */
function isTelling(node: ts.Node, child: ts.Node, before: boolean): boolean {
  if (ts.isPropertyAssignment(node)) return child === node.initializer && ts.isIdentifier(node.name) && TELLING.has(node.name.text)
  if (ts.isCallExpression(node)) {
    // `next('order')` counts.
    const name = nameOf(node.expression)
    return node.arguments.includes(child as ts.Expression) && TELLING.has(name) && name !== 'next'
  }
  if (ts.isJsxAttribute(node)) return /^(title|alt|placeholder|label|aria-label)$/.test(node.name.getText())
  if (ts.isConditionalExpression(node)) return child !== node.condition && before
  if (ts.isBinaryExpression(node)) return /^(\?\?|\|\|)$/.test(node.operatorToken.getText()) && before
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return before
  return false
}

const nameOf = (node: ts.Expression): string =>
  ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) ? node.name.text : ''

/** Whether a string reads as a text for people. */
function isText(text: string, telling: boolean): boolean {
  const plain = text.replace(/`[^`]*`|\{\d\}/g, ' ')
  if (isChinese(text)) return false
  if (
    /^[<[]|^\{(?! \} [a-z])|^(?:select|insert into|update \w+ set|delete from|create|alter) [^.]*$|[;{]\s*$|=>|^\w+=\S*$|^[a-z-]+\/[a-z+-]+;|^[a-z]+ \{ [a-z-]+:|^(?:with \w+ as \(|select (?:\(|\w\.|id from)|insert into |delete from )/.test(
      plain.trim(),
    )
  )
    return false
  if (telling) return /[A-Za-z]{2}/.test(plain) && !/^\S*[-/]\S*$/.test(plain.trim()) && !/^[\w.-]*[._\d][\w.-]*$/.test(plain.trim())
  return /(?:^|[\s("])[A-Za-z][a-z'’]*[,:;]? +(?:"[^"]*" +)?(?:[a-z][a-z'’]+|\d|[A-Z])/.test(plain) && /[a-z]{2}/.test(plain)
}
