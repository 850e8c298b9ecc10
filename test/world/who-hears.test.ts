import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const project = join(import.meta.dirname, '..', '..')
const read = (file: string) => readFileSync(join(project, file), 'utf8')
const rows = new Map(
  [...read('src/world/entities/facts/README.md').matchAll(/^\| `(src\/[^`]+)` \| (.*) \|$/gm)].map(([, file, facts]) => [
    file as string,
    facts as string,
  ]),
)

test('the table of the facts names every file that listens to facts by their names', () => {
  const files = readdirSync(join(project, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('world/'))
    .map((name) => `src/${name}`)
  const listening = files.filter((file) => /\bFactListeners\b|\.on\(\{/.test(read(file)) && file !== 'src/services/index.ts')
  expect([...rows.keys()].sort()).toEqual(listening.sort())
})

/** The names of facts that are keys in a file: `'order.paid': …` or `'order.paid'(world) …`. */
const heardIn = (file: string) => [...read(file).matchAll(/^ +'([a-z-]+\.[a-z-]+)'(?=: plan|\(world\) \{)/gm)].map(([, name]) => name)
const named = [...rows].filter(([, facts]) => facts.startsWith('`'))

test.each(named)('%s hears %s', (file, facts) => {
  const names = facts.split(' ').map((name) => name.slice(1, -1))
  expect(names).toEqual([...names].sort())
  const work = file.endsWith('probe.ts') ? ['probe.round', 'probe.judge'] : []
  expect(
    heardIn(file)
      .filter((name) => !work.includes(name as string))
      .sort(),
  ).toEqual(names)
})
