import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const project = join(import.meta.dirname, '..')
const text = readFileSync(join(project, 'CONTRIBUTING.md'), 'utf8')

/** The text of a chapter, without its heading. */
const chapter = (title: string): string => text.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? ''

test('every file and folder that CONTRIBUTING.md names exists', () => {
  const named = [...text.matchAll(/`((?:src|test|specs|fixtures|contracts|bench|scripts)\/[^`*<>]*)`/g)].map((match) => match[1] as string)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !existsSync(join(project, path)))).toEqual([])
})

test.each(['The way of a request', 'The way of a delivery'])('%s is told in at most twelve steps, each with its file', (title) => {
  const steps = chapter(title).match(/^\d+\. .*$/gm) ?? []
  expect(steps.length).toBeGreaterThan(5)
  expect(steps.length).toBeLessThanOrEqual(12)
  expect(steps.filter((step) => !/^\d+\. `src\/[\w/-]+\.ts`: /.test(step))).toEqual([])
})

test('the glossary gives at most forty words, in order, each once', () => {
  const words = [...chapter('Words').matchAll(/^\| (?!word )([^|]+?) \|/gm)].map((match) => match[1] as string)
  expect(words.length).toBeGreaterThan(20)
  expect(words.length).toBeLessThanOrEqual(40)
  expect(words).toEqual([...new Set(words)].toSorted())
})

test('the map lists the files that there are', () => {
  const script = join(project, 'scripts', 'map.ts')
  expect(execFileSync(process.execPath, ['--import', 'tsx', script, '--check'], { cwd: project, encoding: 'utf8' })).toBe('')
})
