import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import type { Change } from '../../src/world/engine/change-log.ts'
import { openDirectoryLog } from '../../src/world/persistence/directory/directory-log.ts'

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

async function births(dir: string, notice: (text: string) => void = () => {}): Promise<number[]> {
  const log = await openDirectoryLog(dir, { fsync: false, notice })
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
  ['a line was changed', (text) => text.replace('"birth":2', '"birth":7'), 'worlds.jsonl:3: this line was changed'],
  ['a line is missing', (_text, lines) => lines.filter((_, n) => n !== 2).join('\n'), 'worlds.jsonl:3: '],
  ['a line is there twice', (_text, lines) => [...lines.slice(0, 3), ...lines.slice(2)].join('\n'), 'worlds.jsonl:4: '],
  ['there is something else between', (_text, lines) => ['', ...lines].join('\n'), 'worlds.jsonl:1: this is not a state file'],
  ['it is somebody else’s', () => 'hello\n', 'worlds.jsonl:1: this is not a state file'],
  ['it is not even text', () => '\0\0\0', 'worlds.jsonl:1: this is not a state file'],
  ['it is of a newer format', (text) => text.replace('"format":1', '"format":2'), 'has format 2. This version reads format 1'],
  ['less is there than was written in one piece', (text) => text.replace('"whole":0', '"whole":9'), '9 lines were written together'],
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

test('a path that cannot be a state directory is refused with the reason', async () => {
  const dir = fresh()
  appendFileSync(join(dir, 'plain'), '')
  await expect(openDirectoryLog(join(dir, 'plain'), { fsync: false })).rejects.toThrow('cannot keep worlds')
  await expect(openDirectoryLog(join(dir, 'plain', 'below'), { fsync: false })).rejects.toThrow('cannot keep worlds')
  mkdirSync(join(dir, 'a'))
  const log = await openDirectoryLog(join(dir, 'a', 'b', 'c'), { fsync: false })
  await log.close()
})

const spoilt: [string, (whole: Buffer) => Uint8Array, number[], string][] = [
  ['in the midst of a record that was kept', (whole) => whole.subarray(0, -5), [1, 2], '(1 record)'],
  ['at the end of a line', (whole) => whole.subarray(0, whole.lastIndexOf(10, -2) + 1), [1, 2], '(1 record)'],
  ['at its last newline', (whole) => Buffer.concat([whole.subarray(0, -1), Buffer.from('x')]), [1, 2], '(1 record)'],
  ['to nothing', () => Buffer.alloc(0), [], '(3 records)'],
]
test.each(spoilt)('a log that was cut %s says what is missing, once', async (_where, change, left, said) => {
  const dir = await written(3)
  writeFileSync(file(dir), change(readFileSync(file(dir))))
  const told: string[] = []
  expect(await births(dir, (text) => told.push(text))).toEqual(left)
  expect(told).toEqual([expect.stringMatching(/worlds\.jsonl: \d+ bytes .* that were kept are missing/)])
  expect(told[0]).toContain(said)
  await births(dir, (text) => told.push(text))
  expect(told).toHaveLength(1)
})

test('half a record that was never acknowledged is reported, and compacting the log loses nothing', async () => {
  const told: string[] = []
  const dir = await written(2)
  appendFileSync(file(dir), '1234')
  expect(await births(dir, (text) => told.push(text))).toEqual([1, 2])
  expect(told).toEqual([expect.stringContaining('the last 4 bytes are a record that was not written to its end')])
  const log = await openDirectoryLog(dir, { fsync: false })
  await log.load()
  await log.compact([dropped(9)])
  await log.close()
  expect(await births(dir, (text) => told.push(text))).toEqual([9])
  expect(told).toHaveLength(1)
})

const foreign: [string, (dir: string) => void][] = [
  ['somebody wrote to it', (dir) => appendFileSync(file(dir), 'theirs\n')],
  ['it was cut', (dir) => truncateSync(file(dir), 10)],
  [
    'another file has its name',
    (dir) => {
      renameSync(file(dir), `${file(dir)}.old`)
      copyFileSync(`${file(dir)}.old`, file(dir))
    },
  ],
  ['it is gone', (dir) => rmSync(file(dir))],
]
test.each(foreign)('a log that is open is not written to any more when %s', async (_what, change) => {
  const dir = await written(2)
  const log = await openDirectoryLog(dir, { fsync: false })
  await log.load()
  change(dir)
  const content = () => (readdirSync(dir).includes('worlds.jsonl') ? readFileSync(file(dir)) : 'no file')
  const there = content()
  const refused = expect.objectContaining({ code: 'state.changed', message: expect.stringContaining('was changed by another program') })
  await expect(log.append([dropped(7)])).rejects.toEqual(refused)
  await expect(log.load()).rejects.toEqual(refused)
  expect(content()).toEqual(there)
  await log.close()
})

test('once closed, a log is neither written nor read again', async () => {
  const dir = await written(1)
  const log = await openDirectoryLog(dir, { fsync: false })
  await log.load()
  await log.close()
  const closed = expect.objectContaining({ code: 'state.closed' })
  await expect(log.append([dropped(2)])).rejects.toEqual(closed)
  await expect(log.compact([])).rejects.toEqual(closed)
  await expect(log.load()).rejects.toEqual(closed)
  expect(await births(dir)).toEqual([1])
})

test('the files are readable by their owner alone', async () => {
  const dir = join(fresh(), 'new')
  const log = await openDirectoryLog(dir, { fsync: false })
  await log.load()
  chmodSync(file(dir), 0o644)
  chmodSync(join(dir, 'worlds.tail'), 0o644)
  await log.close()
  await births(dir)
  const modes = readdirSync(dir).map((name) => statSync(join(dir, name)).mode & 0o777)
  expect([statSync(dir).mode & 0o777, ...new Set(modes)]).toEqual([0o700, 0o600])
})

test('a folder in the place of the file is said so, and lets go of the directory', async () => {
  const dir = fresh()
  mkdirSync(file(dir))
  for (let n = 0; n < 2; n++)
    await expect(startSandbox({ state: dir })).rejects.toThrow(
      `${file(dir)} cannot keep worlds: there is a folder where a file should be (EISDIR). Move it away`,
    )
})
