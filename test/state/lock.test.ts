import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDirectoryLog } from '../../src/world/persistence/directory/directory-log.ts'
import { thisProcess } from '../../src/world/persistence/directory/lock/holder.ts'
import { endAll, freshFolder, serve } from './served.ts'

afterEach(endAll)

const open = (folder: string) => openDirectoryLog(folder, { fsync: false })
const me = await thisProcess()
const gone = 'lock.gone.sock'

test('a directory serves one log at a time, and the next once it is closed', async () => {
  const folder = freshFolder()
  const log = await open(folder)
  await expect(open(folder)).rejects.toThrow(`belongs to process ${process.pid}, which is running`)
  await log.close()
  const next = await open(folder)
  await next.close()
  expect(readdirSync(folder).filter((name) => /^lock/.test(name))).toEqual(['lock.2'])
  expect(readFileSync(join(folder, 'lock.2'), 'utf8')).toBe('')
})

test('one that is stopping is waited for', async () => {
  const folder = freshFolder()
  const log = await open(folder)
  log.stopping?.()
  const next = open(folder)
  await log.close()
  await (await next).close()
})

const free: [string, string, string][] = [
  ['empty', 'lock.3', ''],
  ['torn', 'lock.3', '{"host":"'],
  ['of a process that was killed', 'lock.3', JSON.stringify({ ...me, pid: 1, socket: gone })],
  ['of a process number that was given again', 'lock.3', JSON.stringify({ ...me, born: '1' })],
  ['of this machine before it was started anew', 'lock.3', JSON.stringify({ ...me, boot: 'before', socket: gone })],
  ['of an older version, and empty', 'lock', ''],
]
test.each(free)('a lock that is %s is taken over, by one of many', async (_what, name, text) => {
  const folder = freshFolder()
  writeFileSync(join(folder, name), text)
  const all = await Promise.allSettled(Array.from({ length: 8 }, () => open(folder)))
  const got = all.filter((one) => one.status === 'fulfilled')
  expect(got).toHaveLength(1)
  await got[0]?.value.close()
})

const held: [string, object][] = [
  ['of another host', { ...me, host: 'elsewhere', boot: 'other', socket: gone }],
  ['of another process namespace, without a socket', { ...me, space: 'pid:[1]' }],
]
test.each(held)('a lock %s is refused, with what to do', async (_what, holder) => {
  const folder = freshFolder()
  writeFileSync(join(folder, 'lock.3'), JSON.stringify(holder))
  await expect(open(folder)).rejects.toThrow(`When it is gone, remove ${join(folder, 'lock.3')}.`)
})

test('a folder whose path is longer than a socket may be called is held too', async () => {
  const folder = join(freshFolder(), 'a'.repeat(120), 'b'.repeat(120))
  mkdirSync(folder, { recursive: true })
  const log = await open(folder)
  await expect(open(folder)).rejects.toThrow('which is running')
  await log.close()
})

test('a second process is refused the directory, from another process namespace too, and what the first kept is left alone', async () => {
  const folder = freshFolder()
  const first = await serve(['--state', folder])
  // What is answered is kept: from here on nothing is written.
  expect((await first.ask('POST', '/worlds', { name: 'mine' })).status).toBe(201)
  const before = readFileSync(join(folder, 'worlds.jsonl'))
  const second = await serve(['--state', folder])
  expect([second.url, await second.end(), second.said()]).toEqual([undefined, 1, expect.stringContaining(`${folder} belongs to process`)])
  const apart = ['unshare', '-pf', '--mount-proc']
  if (spawnSync('unshare', ['-pf', '--mount-proc', 'true']).status !== 0)
    console.log('unshare is not permitted here: namespaces are not tried.')
  else {
    const third = await serve(['--state', folder], apart)
    expect(third.said()).toContain('of another process namespace, which is running')
    expect(third.url).toBeUndefined()
  }
  expect(readFileSync(join(folder, 'worlds.jsonl'))).toEqual(before)
  // Killed, it holds nothing any more.
  await first.end('SIGKILL')
  const next = await serve(['--state', folder])
  expect(next.url, next.said()).toBeDefined()
}, 60_000)
