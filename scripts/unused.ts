/**
 * Lists exported values that no other file imports, types that nothing uses, and files that nothing imports. A test counts as a
 * reader only of what its own file uses as well: what tests alone use goes. A type may be exported for the signature of its neighbour. Exits 1 when there is anything.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import ts from 'typescript'

const project = join(import.meta.dirname, '..')
/** Read by others than our own sources. */
const DOORS = /^src\/(index|vitest|cli\/main|signing\/index|ui\/console\/main)\.tsx?$/

/** Read by tests alone, and all the same right where they are: what checks the command lines of others' files. */
const FOR_TESTS = new Set(['src/cli/run.ts refuseLine'])

const filesIn = (folder: string): string[] =>
  readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mts)$/.test(entry.name))
    .map((entry) => relative(project, join(entry.parentPath, entry.name)))

interface Module {
  readonly file: string
  readonly exported: ReadonlySet<string>
  /** Exported names that stand in their own file once: where they are declared. */
  readonly idle: ReadonlySet<string>
  readonly types: ReadonlySet<string>
  /** Target file and imported name; `*` for all of them. */
  readonly imports: readonly (readonly [file: string, name: string])[]
}

function read(file: string): Module {
  const source = ts.createSourceFile(file, readFileSync(join(project, file), 'utf8'), ts.ScriptTarget.Latest, true)
  const exported = new Set<string>()
  const types = new Set<string>()
  const words = new Map<string, number>()
  const imports: (readonly [string, string])[] = []
  const target = (specifier: ts.Node): string | undefined =>
    ts.isStringLiteral(specifier) && specifier.text.startsWith('.')
      ? relative(project, join(project, dirname(file), specifier.text))
      : undefined
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) words.set(node.text, (words.get(node.text) ?? 0) + 1)
    if (ts.isImportDeclaration(node)) {
      const from = target(node.moduleSpecifier)
      const bindings = node.importClause?.namedBindings
      if (from && bindings && ts.isNamedImports(bindings)) {
        for (const { name, propertyName } of bindings.elements) imports.push([from, (propertyName ?? name).text])
      } else if (from) imports.push([from, bindings ? '*' : 'default'])
    } else if (ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier && target(node.moduleSpecifier)
      if (node.exportClause && ts.isNamedExports(node.exportClause)) {
        for (const { name, propertyName } of node.exportClause.elements) {
          if (from) imports.push([from, (propertyName ?? name).text])
          exported.add(name.text)
        }
      } else if (from) imports.push([from, '*'])
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
      const from = target(node.arguments[0])
      if (from) imports.push([from, '*'])
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const from = target(node.argument.literal)
      if (from) imports.push([from, '*'])
    } else if (ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) {
      if (ts.isVariableStatement(node)) {
        for (const { name } of node.declarationList.declarations) if (ts.isIdentifier(name)) exported.add(name.text)
      } else if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) types.add(node.name.text)
      else if ('name' in node && node.name) exported.add((node.name as ts.Identifier).text)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return { file, exported, types, idle: new Set([...types, ...exported].filter((name) => words.get(name) === 1)), imports }
}

const own = filesIn('src').filter((file) => !file.includes('generated'))
const others = ['scripts', 'bench', 'examples'].flatMap(filesIn).filter((file) => !file.includes('node_modules'))
const modules = new Map([...own, ...others, ...filesIn('test')].map((file) => [file, read(file)]))
const namesIn = (files: readonly string[]) =>
  new Set(files.flatMap((file) => modules.get(file)!.imports.map(([from, name]) => `${from} ${name}`)))
const used = namesIn([...own, ...others])
const tested = namesIn(filesIn('test'))
const reached = new Set([...used].map((name) => name.split(' ')[0]))

const lines = own
  .filter((file) => !DOORS.test(file))
  .flatMap((file) => {
    if (!reached.has(file)) return [`${file}: nothing imports it. Delete it, or import it.`]
    if (used.has(`${file} *`)) return []
    const { exported, types, idle } = modules.get(file)!
    const isRead = (name: string) =>
      used.has(`${file} ${name}`) ||
      FOR_TESTS.has(`${file} ${name}`) ||
      (!idle.has(name) && (types.has(name) || tested.has(`${file} ${name}`)))
    const names = [...exported, ...types].filter((name) => !isRead(name))
    return names.map((name) => `${file}: nothing imports "${name}". Delete it, or the word "export".`)
  })
for (const line of lines) console.error(line)
if (lines.length > 0) process.exitCode = 1
