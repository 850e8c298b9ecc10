/**
 * Writes the map of CONTRIBUTING.md: every folder of `src/` with its purpose, from its README.md, and its files. `--check` only says
 * whether the map is up to date, and exits 1 if not.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const project = join(import.meta.dirname, '..')
const path = join(project, 'CONTRIBUTING.md')
const BEGIN = '<!-- Written by `npm run map` from src/**/README.md and the names of the files. Do not edit. -->'
const END = '<!-- End of what `npm run map` writes. -->'

const old = readFileSync(path, 'utf8')
const [before, rest] = old.split(BEGIN)
const after = rest?.split(END)[1]
if (before === undefined || after === undefined) {
  console.error(`CONTRIBUTING.md: the lines "${BEGIN}" and "${END}" are not there. Put them where the map belongs.`)
  process.exit(1)
}
const now = `${before}${BEGIN}\n\n${[...folders('src')].join('\n\n')}\n\n${END}${after}`
if (now === old) process.exit(0)
if (process.argv.includes('--check')) {
  console.error('The map in CONTRIBUTING.md is out of date. Run `npm run map`.')
  process.exit(1)
}
writeFileSync(path, now)
console.log('CONTRIBUTING.md: the map is written.')

/** One paragraph for each folder with files, parents first. */
function* folders(folder: string): Generator<string> {
  const entries = readdirSync(join(project, folder), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name)).map(({ name }) => name.replace(/\.tsx?$/, ''))
  if (files.length > 0 && !folder.endsWith('/generated')) yield `**\`${folder}/\`** ${purposeOf(folder)}\n${files.join(' · ')}`
  for (const entry of entries) if (entry.isDirectory()) yield* folders(`${folder}/${entry.name}`)
}

/** The first paragraph of the folder's README.md, its first sentence alone where it is long. */
function purposeOf(folder: string): string {
  const readme = join(project, folder, 'README.md')
  if (!existsSync(readme)) return folder === 'src' ? 'What the package exports.' : ''
  const [, paragraph = ''] = readFileSync(readme, 'utf8').split('\n\n')
  const text = paragraph.replace(/\s+/g, ' ').trim()
  return text.length <= 160 ? text : `${text.split(/(?<=\.) /)[0]}`
}
