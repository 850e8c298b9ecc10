/**
 * The texts for people and their Chinese.
 *   npm run texts                              what each part has, and how many of its texts lack Chinese
 *   npm run texts -- --missing PART            those texts, numbered
 *   npm run texts -- --fill PART EN ZH …       adds the lines of ZH (numbered like EN) to the catalogue of the part
 *   npm run texts -- --check                   fails if a text is missing or stale
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { NO_TEXTS } from './no-texts.ts'
import { type FoundText, SPLIT, textsOfSources } from './read-texts.ts'

const zh = join(import.meta.dirname, '..', 'src', 'language', 'zh')

type Texts = Readonly<Record<string, string>>

/** `http` stands in zh/http.ts, `cli` in zh/cli/cli.ts, `cli/buyer` in zh/cli/buyer.ts. */
const fileOf = (part: string) => join(zh, SPLIT.includes(part) ? `${part}/${part}.ts` : `${part}.ts`)

const catalogueFiles = () =>
  readdirSync(zh, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'catalogues.ts')
    .sort()

const textsIn = async (file: string): Promise<Texts> =>
  existsSync(file) ? Object.assign({}, ...Object.values((await import(file)) as Record<string, Texts>)) : {}

export interface Complaint {
  readonly part: string
  readonly complaint: string
}

/** What is missing, stale, or has two translations. */
export async function complaintsAboutTexts(): Promise<readonly Complaint[]> {
  const found = neededTexts()
  const parts = new Set([...found.map(({ part }) => part), ...catalogueFiles().map(partOf)])
  const said = new Map<string, string>()
  const complaints: Complaint[] = []
  for (const part of [...parts].sort()) {
    const file = fileOf(part)
    const known = await textsIn(file)
    const needed = new Map(found.filter((one) => one.part === part).map((one) => [one.text, one]))
    for (const { text, places } of needed.values())
      if (known[text] === undefined) complaints.push({ part, complaint: `${places[0]}: ${JSON.stringify(text)} has no Chinese.` })
    for (const [text, chinese] of Object.entries(known)) {
      const at = relative(join(zh, '..', '..', '..'), file)
      if (!needed.has(text)) complaints.push({ part, complaint: `${at}: no source has the text ${JSON.stringify(text)}.` })
      const other = said.get(text)
      if (other !== undefined && other !== chinese)
        complaints.push({ part, complaint: `${at}: ${JSON.stringify(text)} is "${chinese}" here and "${other}" elsewhere.` })
      said.set(text, chinese)
    }
  }
  return complaints
}

let sources: readonly FoundText[] | undefined

function neededTexts(): readonly FoundText[] {
  sources ??= textsOfSources().filter(({ part, text }) => NO_TEXTS[part]?.[text] === undefined)
  return sources
}

function partOf(name: string): string {
  const [room = '', own = ''] = name.replace(/\.ts$/, '').split('/')
  return own === '' || own === room ? room : `${room}/${own}`
}

const numbered = (file: string): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('\t'))
      .map((line) => line.split('\t'))
      .map(([number = '', text = '']) => [number.trim(), text.replaceAll('\\n', '\n')]),
  )

const quoted = (text: string) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n').replaceAll('\u001b', '\\u001b')}'`

const knownElsewhere = async (): Promise<Texts> =>
  Object.assign({}, ...(await Promise.all(catalogueFiles().map((file) => textsIn(join(zh, file))))))

async function fill(part: string, english: string, chinese: string): Promise<void> {
  const lines = numbered(chinese)
  const more = [...numbered(english)].flatMap(([number, text]) => (lines.has(number) ? [[text, lines.get(number) as string] as const] : []))
  const own = await textsIn(fileOf(part))
  const texts = { ...(await knownElsewhere()), ...own, ...Object.fromEntries(more) }
  // What is no longer in the sources goes.
  const needed = new Set(neededTexts().flatMap((one) => (one.part === part ? [one.text] : [])))
  writeCatalogue(part, Object.fromEntries(Object.entries(texts).filter(([text]) => needed.has(text))))
  console.log(`${part}: ${more.length} texts written.`)
}

function writeCatalogue(part: string, texts: Texts): void {
  const name = nameOf(part)
  const lines = Object.entries(texts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([text, chinese]) => `  ${/^[a-zA-Z]\w*$/.test(text) ? text : quoted(text)}: ${quoted(chinese)},`)
  const up = SPLIT.includes(part.split('/')[0] as string) ? '../..' : '..'
  writeFileSync(
    fileOf(part),
    `import { catalogue } from '${up}/catalogue.ts'\n\nexport const ${name} = catalogue({\n${lines.join('\n')}\n})\n`,
  )
  const files = catalogueFiles()
  const imports = files.map((file) => `import { ${nameOf(partOf(file))} } from './${file}'`)
  const list = files.map((file) => `  ${nameOf(partOf(file))},`)
  writeFileSync(
    join(zh, 'catalogues.ts'),
    `${imports.join('\n')}\n\n/** Every Chinese catalogue. \`npm run texts\` writes this list. */\nexport const CATALOGUES: readonly Readonly<Record<string, string>>[] = [\n${list.join('\n')}\n]\n`,
  )
}

const nameOf = (part: string) => `${part.replace(/[/-](\w)/g, (_all, letter: string) => letter.toUpperCase())}Zh`

async function main([action, part = '', ...files]: readonly string[]): Promise<void> {
  if (action === '--fill') {
    const all = [part, ...files]
    for (let i = 0; i + 2 < all.length; i += 3) await fill(all[i] as string, all[i + 1] as string, all[i + 2] as string)
    return
  }
  const found = neededTexts()
  if (action === '--missing') {
    const known = await textsIn(fileOf(part))
    const others = await knownElsewhere()
    const missing = found.filter((one) => one.part === part && known[one.text] === undefined)
    const lines = missing.map(({ text }, at) => `${at + 1}\t${text.replaceAll('\n', '\\n')}${others[text] ? `\t= ${others[text]}` : ''}`)
    return console.log(lines.join('\n'))
  }
  const complaints = await complaintsAboutTexts()
  if (action === '--check') {
    for (const { complaint } of complaints) console.error(complaint)
    if (complaints.length > 0) {
      console.error('src/language/README.md says how to add them.')
      process.exitCode = 1
    }
    return
  }
  for (const one of new Set(found.map((text) => text.part))) {
    const all = found.filter((text) => text.part === one).length
    console.log(`${one}: ${all} texts, ${complaints.filter((text) => text.part === one).length} to do`)
  }
}

if (process.argv[1]?.endsWith('texts.ts') === true && !process.argv[1].endsWith('.test.ts')) await main(process.argv.slice(2))
