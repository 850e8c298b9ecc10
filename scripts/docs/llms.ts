import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** `llms.txt`: what the sandbox is and where each page is, for assistants. The order and the chapters are those of `docs/en/index.md`. */
export function llmsText(docs: string): string {
  const index = readFileSync(join(docs, 'en', 'index.md'), 'utf8')
  const about = readFileSync(join(docs, '..', 'README.md'), 'utf8')
    .split('\n\n')
    .slice(1, 3)
  const lines = [`# koogallery-sandbox`, '', ...about.map((part) => part.replaceAll('\n', ' ').replace(/\]\(docs/g, '](/docs')), '']
  for (const line of index.split('\n')) {
    if (line.startsWith('## ')) lines.push(line.replace(' …', ''), '')
    const [, title, path] = /\[([^\]]+)\]\(\.\/([^)]+)\.md\)/.exec(line) ?? []
    if (path !== undefined) lines.push(`- [${title}](/en/${path}.html): ${firstSentence(join(docs, 'en', `${path}.md`))}`)
    else if (line === '' && lines.at(-1)?.startsWith('- ')) lines.push('')
  }
  return `${lines
    .join('\n')
    .trim()
    .replace(/\]\(\/docs\/en\/([^)]+)\.md\)/g, '](/en/$1.html)')}\n`
}

/** The first sentence of a page's prose. */
function firstSentence(file: string): string {
  const paragraphs = readFileSync(file, 'utf8')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .split('\n\n')
  const prose = paragraphs.slice(1).find((part) => /^[A-Z`[]/.test(part) && !part.startsWith('You need a running sandbox')) ?? ''
  return (prose.replaceAll('\n', ' ').split(/(?<=[.:]) /)[0] ?? '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/:$/, '.')
}
