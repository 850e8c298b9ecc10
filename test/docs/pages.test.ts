import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { blocksOf, commandsOf, LANGUAGES, namesOf, PAGES, project, readPage } from './read-pages.ts'

test('both languages have the same pages', () => {
  expect(namesOf('zh')).toEqual(namesOf('en'))
})

describe.each(PAGES)('the page $name', ({ name, files }) => {
  const text = { en: readPage(files.en), zh: existsSync(join(project, files.zh)) ? readPage(files.zh) : '' }

  test('has the same commands, code and figures in both languages', () => {
    const shape = (page: string) => ({
      headings: page.replace(/^```[\s\S]*?^```$/gm, '').match(/^#+ /gm),
      commands: ['sh', 'sh setup', 'powershell'].map((info) => commandsOf(page, info).map(({ line, promises }) => [line, ...promises])),
      yaml: blocksOf(page, 'yaml'),
      figures: /<!-- bench -->([\s\S]*)<!-- \/bench -->/.exec(page)?.[1]?.match(/\d+(?:\.\d+)?/g) ?? [],
    })
    expect(shape(text.zh)).toEqual(shape(text.en))
  })

  test.each(LANGUAGES)('has links that lead somewhere (%s)', (language) => {
    const targets = [...text[language].replace(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)].map(([, to = '']) => to)
    const dead = targets.filter((to) => !/^https?:/.test(to) && !existsSync(join(project, dirname(files[language]), to)))
    expect(dead, `${files[language]}: name a file that exists`).toEqual([])
  })

  if (name === 'README')
    test.each(LANGUAGES)('has at most 200 lines (%s)', (language) => {
      expect(text[language].split('\n').length).toBeLessThanOrEqual(201)
    })
})
