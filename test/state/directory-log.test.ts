import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { openDirectoryLog } from '../../src/state/directory-log.ts'
import type { Change } from '../../src/world/change-log.ts'

const fresh = () => mkdtempSync(join(tmpdir(), 'koosandbox-state-'))
const file = (dir: string) => join(dir, 'worlds.jsonl')
const dropped = (birth: number): Change => ({ what: 'dropped', birth })

async function written(batches: number): Promise<string> {
  const dir = fresh()
  const log = await openDirectoryLog(dir, { fsync: true })
  await log.load()
  for (let n = 1; n <= batches; n++) await log.append([dropped(n), { what: 'forgotten', snapshot: '云商店' }])
  await log.close()
  return dir
}

async function births(dir: string): Promise<number[]> {
  const log = await openDirectoryLog(dir, { fsync: false })
  const changes = await log.load().finally(() => log.close())
  return changes.flatMap((change) => (change.what === 'dropped' ? [change.birth] : []))
}

test('what was being written when the process ended is dropped, wherever it was cut, and the log goes on', async () => {
  const whole = readFileSync(file(await written(3)))
  const ends = [...whole.keys()].filter((at) => whole[at] === 10).map((at) => at + 1)
  for (let cut = 0; cut <= whole.length; cut++) {
    const dir = fresh()
    writeFileSync(file(dir), whole.subarray(0, cut))
    const complete = Math.max(0, ends.filter((end) => end <= cut).length - 1)
    const log = await openDirectoryLog(dir, { fsync: false })
    expect(await log.load(), `cut at byte ${cut}`).toHaveLength(2 * complete)
    await log.append([dropped(9)])
    await log.close()
    expect(await births(dir)).toEqual([...[1, 2, 3].slice(0, complete), 9])
  }
}, 60_000)

const broken: [string, (text: string, lines: string[]) => string, string][] = [
  ['a line was changed', (text) => text.replace('"birth":2', '"birth":7'), 'worlds.jsonl:3: this line is not as it was written'],
  ['a line is missing', (_text, lines) => lines.filter((_, n) => n !== 2).join('\n'), 'worlds.jsonl:3: '],
  ['a line is there twice', (_text, lines) => [...lines.slice(0, 3), ...lines.slice(2)].join('\n'), 'worlds.jsonl:4: '],
  ['there is something else between', (_text, lines) => ['', ...lines].join('\n'), 'worlds.jsonl:1: this is no state file'],
  ['it is somebody else’s', () => 'hello\n', 'worlds.jsonl:1: this is no state file'],
  ['it is not even text', () => '\0\0\0', 'worlds.jsonl:1: this is no state file'],
  ['it is of a newer format', (text) => text.replace('"format":1', '"format":2'), 'is of format 2; this version reads format 1'],
  ['less is there than was written in one piece', (text) => text.replace('"whole":0', '"whole":9'), '9 lines were written in one piece'],
]
test.each(broken)('a state is refused, and left alone, when %s', async (_what, change, said) => {
  const dir = await written(3)
  const text = readFileSync(file(dir), 'utf8')
  const bad = change(text, text.split('\n'))
  writeFileSync(file(dir), bad)
  await expect(startSandbox({ state: dir })).rejects.toThrow(said)
  expect(readFileSync(file(dir), 'utf8')).toBe(bad)
  // Nobody holds it now.
  await expect(startSandbox({ state: dir })).rejects.toThrow(said)
})

test('made shorter, a log comes to the same, and a half-made one is swept away', async () => {
  const dir = await written(50)
  const log = await openDirectoryLog(dir, { fsync: true, small: 100 })
  await log.load()
  expect(log.grown).toBe(true)
  await log.compact([dropped(1)])
  expect(log.grown).toBe(false)
  await log.append([dropped(2)])
  await log.close()
  writeFileSync(`${file(dir)}.new`, 'half')
  expect(await births(dir)).toEqual([1, 2])
  expect(() => statSync(`${file(dir)}.new`)).toThrow('ENOENT')
})

test('a directory serves one process at a time, and the next once it is free or its process is gone', async () => {
  const dir = await written(1)
  const log = await openDirectoryLog(dir, { fsync: false })
  const second = openDirectoryLog(dir, { fsync: false })
  await expect(second).rejects.toThrow(`belongs to process ${process.pid}`)
  await log.close()
  expect(await births(dir)).toEqual([1])
  for (const stale of ['4194304 1\n', `${process.pid} 1\n`, 'rubbish\n']) {
    writeFileSync(join(dir, 'lock'), stale)
    // Many at once: one gets it.
    const all = await Promise.allSettled(Array.from({ length: 8 }, () => openDirectoryLog(dir, { fsync: false })))
    const got = all.filter((one) => one.status === 'fulfilled')
    expect(got).toHaveLength(1)
    await got[0]?.value.close()
  }
})

test('what cannot be a directory of ours is said so', async () => {
  const dir = fresh()
  appendFileSync(join(dir, 'plain'), '')
  await expect(openDirectoryLog(join(dir, 'plain'), { fsync: false })).rejects.toThrow('cannot keep worlds')
  await expect(openDirectoryLog(join(dir, 'plain', 'below'), { fsync: false })).rejects.toThrow('cannot keep worlds')
  mkdirSync(join(dir, 'a'))
  const log = await openDirectoryLog(join(dir, 'a', 'b', 'c'), { fsync: false })
  await log.close()
})
