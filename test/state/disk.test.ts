import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Namespace, openNamespace } from './namespace.ts'
import { endAll, freshFolder, serve } from './served.ts'

let space: Namespace | undefined
beforeAll(async () => {
  space = await openNamespace()
})
afterEach(endAll)
afterAll(() => space?.close())

/** A start that comes to nothing, in one sentence that names the place; the next start works. */
async function expectRefused(folder: string, said: RegExp, before: readonly string[], mend: () => void): Promise<void> {
  const refused = await serve(['--state', folder], before)
  expect([refused.url, await refused.gone(), refused.said()]).toEqual([undefined, 1, expect.stringMatching(said)])
  expect(refused.said().trim().split('\n')).toHaveLength(1)
  mend()
  const next = await serve(['--state', folder], before)
  expect(next.url, next.said()).toBeDefined()
  expect((await next.ask('POST', '/worlds', { name: 'mine' })).status).toBe(201)
  expect(await next.end(), next.said()).toBe(0)
}

describe('a state that cannot be kept is told at the start, by its path and its reason, and the start works once it is mended', () => {
  test.each<[string, string, string, RegExp]>([
    ['no space', 'size=64k', 'dd if=/dev/zero of=DIR/filler bs=4k status=none 2>/dev/null || true', /the disk is full \(ENOSPC\)/],
    ['no room for another file', 'size=16m,nr_inodes=3', 'touch DIR/filler DIR/filler2 2>/dev/null || true', /the disk is full \(ENOSPC\)/],
    ['a disk for reading only', 'size=16m', 'mkdir DIR/s; mount -o remount,ro DIR', /read-only \(EROFS\)/],
  ])('%s', async (_what, options, fill, said) => {
    if (!space) return
    const folder = freshFolder()
    space.run(`mount -t tmpfs -o ${options} tmpfs ${folder}; ${fill.replaceAll('DIR', folder)}`)
    await expectRefused(join(folder, 's'), said, space.before, () =>
      space?.run(`mount -o remount,rw,size=64m,nr_inodes=100 ${folder}; rm -f ${folder}/filler*`),
    )
  })

  test('a file for reading only', async () => {
    if (!space) return
    const folder = freshFolder()
    const path = join(folder, 'worlds.jsonl')
    writeFileSync(path, '')
    space.run(`mount --bind ${path} ${path} && mount -o remount,ro,bind ${path}`)
    await expectRefused(folder, /worlds\.jsonl cannot keep worlds: the file system is read-only \(EROFS\)/, space.before, () =>
      space?.run(`umount ${path}`),
    )
  })

  test.each<[string, string]>([
    ['the file', 'worlds.jsonl'],
    ['a lock', 'lock.3'],
  ])('a folder in the place of %s', async (_what, name) => {
    const folder = freshFolder()
    mkdirSync(join(folder, name))
    await expectRefused(folder, /there is a folder where a file should be \(EISDIR\)\. Move it away/, [], () =>
      rmdirSync(join(folder, name)),
    )
  })

  test.each(['worlds.jsonl.new', 'worlds.tail', 'lock'])('a folder by the name of %s is in nobody’s way', async (name) => {
    const folder = freshFolder()
    mkdirSync(join(folder, name, 'full'), { recursive: true })
    const served = await serve(['--state', folder])
    expect(served.url, served.said()).toBeDefined()
    expect(await served.end(), served.said()).toBe(0)
  })

  test('a file in the place of the folder', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'taken'), '')
    for (const state of [join(folder, 'taken'), join(folder, 'taken', 'deeper')]) {
      const refused = await serve(['--state', state])
      expect([refused.url, await refused.gone()]).toEqual([undefined, 1])
      expect(refused.said()).toMatch(/there is a file where a folder should be \((EEXIST|ENOTDIR)\)/)
      expect(refused.said().trim().split('\n')).toHaveLength(1)
    }
  })
})

test('a disk that becomes full refuses what it cannot keep, and keeps all that it acknowledged', async () => {
  if (!space) return
  const folder = freshFolder()
  space.run(`mount -t tmpfs -o size=8m tmpfs ${folder}`)
  const state = join(folder, 's')
  const served = await serve(['--state', state], space.before)
  const kept: string[] = []
  const buy = async () => {
    const { status, body } = await served.ask('POST', '/console/orders', { product: 'crm-basic-month' })
    if (status < 300) kept.push(body.order.id)
    return status
  }
  expect(await buy()).toBe(200)
  space.run(`dd if=/dev/zero of=${folder}/filler bs=4k status=none 2>/dev/null || true`)
  const refused: number[] = []
  for (let n = 0; n < 20; n++) refused.push(await buy())
  expect(refused.at(-1), served.said()).toBeGreaterThanOrEqual(500)
  expect((await served.ask('GET', '/ready')).status).toBe(200)
  const listed = async (from: typeof served) => Promise.all(kept.map(async (id) => (await from.ask('GET', `/console/orders/${id}`)).status))
  expect(new Set(await listed(served))).toEqual(new Set([200]))
  space.run(`rm ${folder}/filler`)
  expect(await buy(), served.said()).toBe(200)
  await served.end('SIGKILL')
  const next = await serve(['--state', state], space.before)
  expect(new Set(await listed(next)), next.said()).toEqual(new Set([200]))
}, 60_000)

test('a folder that is removed under a running sandbox is told, nothing is acknowledged any more, and it ends in order', async () => {
  const folder = freshFolder()
  const served = await serve(['--state', folder])
  expect((await served.ask('POST', '/worlds', { name: 'one' })).status).toBe(201)
  rmSync(folder, { recursive: true })
  const { status, body } = await served.ask('POST', '/worlds', { name: 'two' })
  expect([status, body.detail]).toEqual([expect.toSatisfy((n: number) => n >= 500), expect.stringContaining('it does not exist any more')])
  expect((await served.ask('GET', '/ready')).body.detail).toMatch(/it does not exist any more/)
  expect([await served.end(), served.said()]).toEqual([expect.any(Number), expect.not.stringContaining('    at ')])
}, 60_000)
