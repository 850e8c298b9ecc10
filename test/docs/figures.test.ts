import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from '../../src/cli/commands.ts'
import { builtInBundle, openSandbox, specsOf } from '../../src/index.ts'
import { BODY_LIMIT, MOST_FIELDS, MOST_MEMBERS } from '../../src/spec/request/request-limits.ts'
import { PROFILES } from '../../src/verify/profiles/profiles.ts'
import { LIMITS } from '../../src/world/engine/limits.ts'
import { LANGUAGES, PAGES, project, readPage } from './read-pages.ts'

const read = (...path: string[]) => readFileSync(join(project, ...path), 'utf8')
const filesOf = (folder: string, form: RegExp) => readdirSync(join(project, folder)).filter((name) => form.test(name))

const { operations, webhooks } = specsOf(builtInBundle())
const served = (...services: string[]) => operations.filter(({ service }) => services.includes(service)).length
/** The rows of "What it covers", in order. */
const COVERED = [
  served('bss'),
  served('iam', 'sts', 'identity'),
  served('scm', 'workspace'),
  served('koogallery'),
  webhooks.length,
  served('console'),
]
const pacts = filesOf('contracts', /^koogallery-seller-.*\.json$/)
const interactions = pacts.map((name) => JSON.parse(read('contracts', name)).interactions.length as number)
const survivors = read('test', 'mutation', 'survivors.yaml').match(/^ {2}- id:/gm)?.length ?? 0
const starts = filesOf('fixtures/worlds', /\.yaml$/).map((name) => basename(name, '.yaml'))
const grouped = (n: number) => n.toLocaleString('en-US')

describe.each(LANGUAGES)('the figures of the pages in %s', (language) => {
  const text = PAGES.map(({ files }) => readPage(files[language])).join('\n')
  const rows = (start: RegExp) => text.split('\n').filter((line) => start.test(line))

  test('operations of each service', () => {
    expect(rows(/^\| [^|]+\| \d+ \| /).map((row) => Number(row.split('|')[2]))).toEqual(COVERED)
  })

  test('kinds of seller, pacts and mutants', () => {
    const parts = pacts.filter((name) => !name.includes('-staged')).length
    const all = interactions.reduce((sum, one) => sum + one, 0)
    expect(text).toMatch(new RegExp(`\\b${PROFILES.length} (?:kinds of seller|种商家)`))
    expect(text).toMatch(new RegExp(`${all} interactions in ${parts} parts|${parts} 个部分共 ${all} 个交互`))
    expect(text).toMatch(new RegExp(`\\b240 (?:rules.* notices|条.*发现) ${240 - survivors}\\b`))
  })

  test('scenarios', () => {
    const { scenarios } = builtInBundle()
    const outgoing = Object.keys(scenarios['production'] ?? {}).length
    const all = Object.values(scenarios).reduce((sum, own) => sum + Object.keys(own).length, 0)
    expect(text).toMatch(new RegExp(`${all} are ready, ${outgoing} of them|${all} 个内置场景，其中 ${outgoing} 个`))
  })

  test('starting worlds, and what the first one holds', async () => {
    expect(rows(/^\| `[a-z-]+` \| /).map((row) => row.split('`')[1])).toEqual(expect.arrayContaining(starts))
    await using sandbox = await openSandbox()
    const orders = [...sandbox.world.orders.all()].length
    expect(text.match(/five customers, (\d+) orders|五个客户、(\d+) 个订单/)?.slice(1)).toContain(String(orders))
    expect([...sandbox.world.accounts.all()].filter(({ role }) => role === 'buyer')).toHaveLength(5)
  })

  test('limits', () => {
    for (const one of Object.values(LIMITS)) expect(text).toContain(grouped(one))
    for (const one of [`${BODY_LIMIT / 1024 / 1024} MB`, grouped(MOST_MEMBERS), grouped(4 * MOST_MEMBERS), `${MOST_FIELDS} `])
      expect(text).toContain(one)
  })

  test('every command has its row', () => {
    const listed = rows(/^\| `[a-z-]+[^|]*/)
    // A row names commands, or a group and the commands in it.
    const named = (word: string, under: string) =>
      listed.some((line) => [`\`${word}\``, `\`${word} `].some((start) => line.includes(start)) && line.includes(under))
    const names = ROOT.commands.flatMap((one) =>
      'commands' in one ? one.commands.map(({ name }) => [one.name, name] as const) : [[one.name, ''] as const],
    )
    const missing = names.filter(([word, under]) => !named(word, under))
    expect(ROOT.commands.length).toBeGreaterThan(20)
    expect(missing).toEqual([])
  })
})
