import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { runCli } from '../cli/run-cli.ts'
import { openSeller } from '../marketplace/seller.ts'
import { goodAnswer, PRODUCT } from '../marketplace/shop.ts'

const project = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'koosandbox-run-'))
const children: ChildProcess[] = []
/** The seller of the default world. */
const SELLER = '5a1c0e7b92d84f36a7c1e05d3b684f92'
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

describe('serve --record', () => {
  const file = join(folder, 'run.json')

  /** Three calls and two deliveries over HTTP, then a stop as by ctrl-C. */
  beforeAll(async () => {
    await using seller = await openSeller(goodAnswer)
    const config = join(folder, 'config.yaml')
    const address = { id: 'own', sellerId: SELLER, use: 'basic', url: seller.url, version: 2, debuggedAt: '-P1D' }
    writeFileSync(config, JSON.stringify({ addresses: [address] }))
    const words = ['serve', '--port', '0', '--json', '--config', config, '--record', file]
    const child = spawn(process.execPath, [join(project, 'dist', 'cli.js'), ...words], { cwd: project })
    children.push(child)
    const [first] = await once(child.stdout, 'data')
    const { url } = JSON.parse(String(first).split('\n')[0] as string)
    const ask = async (path: string, body?: unknown) => {
      const sent = body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const answer = await fetch(`${url}/_sandbox${path}`, sent)
      const text = await answer.text()
      expect(answer.status, text).toBeLessThan(300)
      return JSON.parse(text)
    }
    const { order } = await ask('/console/orders', { product: PRODUCT.month })
    await ask('/clock/advance', { by: '10s' })
    await ask(`/console/orders/${order.id}`)
    expect(seller.calls).toHaveLength(2)
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  }, 60_000)

  test('is repeated identically', async () => {
    expect(await runCli('replay', file)).toEqual({ code: 0, out: '3 requests, 2 deliveries: identical\n', err: '' })
  })

  test('begins with the format, how the sandbox was opened, and what is not compared', () => {
    expect(JSON.parse(readFileSync(file, 'utf8').split('\n')[0] as string)).toMatchObject({
      what: 'run',
      format: 1,
      options: { clock: 'live', seed: 'koogallery', world: 'default' },
      excluded: expect.arrayContaining([expect.stringContaining('Content-Length')]),
    })
  })

  test('shows a changed answer and a changed delivery with their places; --json has the same', async () => {
    const changed = join(folder, 'changed.json')
    const lines = readFileSync(file, 'utf8').split('\n')
    const text = lines.map((line) => (line.includes('"what":"send"') ? line.replace('newInstance\\"', 'newInstancf\\"') : line)).join('\n')
    writeFileSync(changed, text.replace('"Cache-Control":"no-store"', '"Cache-Control":"no-stora"'))
    const { code, out } = await runCli('replay', changed)
    expect(code).toBe(1)
    expect(out).toBe(
      [
        'request 1 · console.BuyProduct',
        '  header cache-control',
        '    expected "no-stora"',
        '    got      "no-store"',
        'delivery D00000001, attempt 1 · production.newInstance',
        '  body /activity',
        '    expected "newInstancf"',
        '    got      "newInstance"',
        '3 requests, 2 deliveries: 2 differences',
        '',
      ].join('\n'),
    )
    const json = await runCli('replay', changed, '--json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({
      format: 1,
      requests: 3,
      deliveries: 2,
      differences: [
        { subject: 'request 1', operation: 'console.BuyProduct', place: 'header cache-control' },
        { subject: 'delivery D00000001, attempt 1', place: 'body /activity', expected: '"newInstancf"', got: '"newInstance"' },
      ],
    })
  })

  test('a file that is cut off anywhere loses its last line at most', async () => {
    const torn = join(folder, 'torn.json')
    const text = readFileSync(file, 'utf8')
    const second = text.indexOf('"what":"call","n":2')
    writeFileSync(torn, text.slice(0, second + 40))
    expect(await runCli('replay', torn)).toEqual({
      code: 0,
      out: '1 request, 1 delivery: identical\n',
      err: `The last line of ${torn} was cut off and is left out.\nThe recording has no end: the sandbox was killed, or is still running.\n`,
    })
  })

  test.each([
    ['a newer format', (text: string) => text.replace('"format":1', '"format":2'), /format 2 is newer than 1/],
    ['another file', () => '{"format":1}\n', /is not a run file/],
    ['a broken line', (text: string) => text.replace('{"what":"answer"', '{"what:"answer"'), /:3: this line is not JSON/],
  ])('%s is refused by name', async (_what, change, message) => {
    const other = join(folder, 'other.json')
    writeFileSync(other, change(readFileSync(file, 'utf8')))
    const { code, err } = await runCli('replay', other)
    expect([code, err]).toEqual([expect.any(Number), expect.stringMatching(message)])
    expect(code).not.toBe(0)
    expect(err).toContain(other)
  })

  test('never writes over a file', async () => {
    await expect(startSandbox({ record: file })).rejects.toThrow(`${file} is there already. Record into a new file, or delete this one.`)
  })
})
