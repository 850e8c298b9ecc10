import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const project = join(import.meta.dirname, '..', '..')
export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** A page in both languages: the two READMEs, and every page below `docs/en` with the one of the same name below `docs/zh`. */
export interface Page {
  readonly name: string
  readonly files: Readonly<Record<Language, string>>
}

/** One command of a page and what the comment behind it promises to see in the output. */
export interface Command {
  readonly line: string
  readonly promises: readonly string[]
}

export const readPage = (file: string): string => readFileSync(join(project, file), 'utf8')

/** The names of the pages of a language, such as `how-to/buy`. Generated pages are not among them. */
export const namesOf = (language: Language): string[] =>
  readdirSync(join(project, 'docs', language), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('generated'))
    .map((name) => name.slice(0, -'.md'.length))
    .sort()

export const PAGES: readonly Page[] = [
  { name: 'README', files: { en: 'README.md', zh: 'README.zh-CN.md' } },
  ...namesOf('en').map((name) => ({ name, files: { en: `docs/en/${name}.md`, zh: `docs/zh/${name}.md` } })),
]

/** The blocks of a text in one language of code. What is behind its name ("sh setup") must be the same. */
export const blocksOf = (text: string, info: string): string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${info}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, block = '']) => block)

/** The lines of a block; a file that `cat <<'END'` writes belongs to its command. */
function linesOf(block: string): string[] {
  const lines: string[] = []
  let inFile = false
  for (const line of block.split('\n')) {
    if (inFile) lines[lines.length - 1] += `\n${line}`
    else if (line.trim() !== '') lines.push(line)
    inFile = inFile ? line !== 'END' : line.endsWith("<<'END'")
  }
  return lines
}

/** The commands of the blocks marked `sh`; those marked `sh setup` install something or serve until they are stopped. */
export function commandsOf(text: string, info = 'sh'): Command[] {
  const commands: { line: string; promises: string[] }[] = []
  for (const block of blocksOf(text, info)) {
    for (const line of linesOf(block)) {
      const promise = /^# → (.*)$/.exec(line)?.[1]
      if (promise !== undefined) commands.at(-1)?.promises.push(promise)
      else commands.push({ line: line.includes('\n') ? line : line.replace(/\s+#\s.*$/, ''), promises: [] })
    }
  }
  return commands
}
