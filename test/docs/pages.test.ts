import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { llmsText } from '../../scripts/docs/llms.ts'
import { blocksOf, commandsOf, LANGUAGES, namesOf, PAGES, project, readPage } from './read-pages.ts'

const withoutCode = (page: string) => page.replace(/^```[\s\S]*?^```$/gm, '')

/** The ids of a page's headings, as VitePress makes them: `## Find the mistakes` is `#find-the-mistakes`. */
const anchorsOf = (page: string): string[] =>
  [...withoutCode(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => {
    const own = /\{#([\w-]+)\}$/.exec(title)?.[1]
    const slug = title
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'“”‘’<>,.?/]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .replace(/^(\d)/, '_$1')
    return own ?? slug.toLowerCase()
  })

test('both languages have the same pages', () => {
  expect(namesOf('zh')).toEqual(namesOf('en'))
})

describe.each(PAGES)('the page $name', ({ name, files }) => {
  const text = { en: readPage(files.en), zh: existsSync(join(project, files.zh)) ? readPage(files.zh) : '' }

  test('has the same commands, code and figures in both languages', () => {
    const shape = (page: string) => ({
      headings: withoutCode(page).match(/^#+ /gm),
      commands: ['sh', 'sh setup', 'powershell'].map((info) => commandsOf(page, info).map(({ line, promises }) => [line, ...promises])),
      code: ['yaml', 'json', 'http', 'text'].map((info) => blocksOf(page, info)),
      figures: /<!-- bench -->([\s\S]*)<!-- \/bench -->/.exec(page)?.[1]?.match(/\d+(?:\.\d+)?/g) ?? [],
    })
    expect(shape(text.zh)).toEqual(shape(text.en))
  })

  test.each(LANGUAGES)('has links that lead somewhere, anchors included (%s)', (language) => {
    const links = [...withoutCode(text[language]).matchAll(/\]\(([^)\s#]*)(?:#([^)\s]*))?\)/g)]
    const dead = links.filter(([, to = '', anchor]) => {
      if (/^https?:/.test(to)) return false
      const file = to === '' ? files[language] : join(dirname(files[language]), to)
      if (!existsSync(join(project, file)) || (name !== 'README' && !file.startsWith('docs/'))) return true
      return anchor !== undefined && !anchorsOf(readPage(file)).includes(decodeURIComponent(anchor))
    })
    expect(
      dead.map(([link]) => link),
      `${files[language]}: pages link to pages; name other files as code`,
    ).toEqual([])
  })

  if (name === 'README')
    test.each(LANGUAGES)('has at most 200 lines (%s)', (language) => {
      expect(text[language].trimEnd().split('\n').length).toBeLessThanOrEqual(200)
    })
  else
    test.each(LANGUAGES)('is named by the start page (%s)', (language) => {
      if (name !== 'index') expect(readPage(`docs/${language}/index.md`)).toContain(`(./${name}.md)`)
    })
})

test('llms.txt names every English page', () => {
  const text = llmsText(join(project, 'docs'))
  expect(namesOf('en').filter((name) => name !== 'index' && !text.includes(`(/en/${name}.html)`))).toEqual([])
})

/** Each kind of mistake that shows without PowerShell: what is left open, and what only a Unix shell understands. */
function mistakesIn(block: string): string[] {
  const open: string[] = []
  const ends: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' }
  // Quoted texts hold anything; in double quotes a backtick takes its meaning from what follows.
  const bare = block.replace(/'[^']*'|"(?:`.|[^"`])*"/g, '')
  for (const [sign] of bare.matchAll(/[(){}[\]'"]/g))
    if (ends[sign] !== undefined) open.push(ends[sign])
    else if (open.pop() !== sign) return [`${sign} closes nothing`]
  const foreign = /\\$|^export |<<|\$\{?[A-Z_]{2,}/m.exec(block.replace(/'[^']*'/g, ''))
  return [...open.map((sign) => `${sign} is missing`), ...(foreign ? [`${foreign[0]} is of a Unix shell`] : [])]
}

const pwsh = spawnSync('pwsh', ['-v']).status === 0
if (!pwsh) console.log('PowerShell is not installed: blocks marked powershell are only checked for open brackets and words of Unix shells.')

test('PowerShell can parse the blocks that are for it', () => {
  const blocks = PAGES.flatMap(({ files }) =>
    LANGUAGES.flatMap((language) => blocksOf(readFileSync(join(project, files[language]), 'utf8'), 'powershell')),
  )
  expect(blocks.length).toBeGreaterThan(3)
  for (const block of blocks) {
    expect(mistakesIn(block), block).toEqual([])
    if (!pwsh) continue
    const script =
      '$errors = $null; [void][System.Management.Automation.Language.Parser]::ParseInput($env:BLOCK, [ref]$null, [ref]$errors); $errors | Out-String'
    const out = execFileSync('pwsh', ['-NoProfile', '-Command', script], { encoding: 'utf8', env: { ...process.env, BLOCK: block } })
    expect(out.trim(), block).toBe('')
  }
})

test.each([
  ['Write-Output (Get-Date', ') is missing'],
  ['@{ a = 1 ]', '] closes nothing'],
  ['curl -s \\\n  localhost', '\\ is of a Unix shell'],
  ['export KEY=1', 'export  is of a Unix shell'],
  ['curl $KOOSANDBOX_URL', '$KOOSANDBOX_URL is of a Unix shell'],
])('a block with %j is not one of them', (block, mistake) => {
  expect(mistakesIn(block)).toEqual([mistake])
})
