import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSandbox, type Sandbox } from '../../src/index.ts'
import { replayRun } from '../../src/replay/replay-run.ts'
import { runCli } from '../cli/run-cli.ts'

/** As `koosandbox serve` opens it: its clock goes on by itself. */
let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await openSandbox()
})
afterAll(() => sandbox.close())

const shell = async (line: string) => (await promisify(execFile)('bash', ['-c', line])).stdout
const post = async (error: string, body: object = {}) => {
  const answer = await fetch(`${sandbox.url}/_sandbox/errors/${encodeURIComponent(error)}/reproduce`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  // biome-ignore lint/suspicious/noExplicitAny: the outside comes in
  return { status: answer.status, body: (await answer.json()) as any }
}

describe('explaining', () => {
  test('says what an error means, what it looks like and how each operation comes to it', async () => {
    const [error, ...others] = await sandbox.errors.explain('CBC.99003625')
    expect(others).toEqual([])
    expect(error).toMatchObject({
      status: 400,
      service: 'bss',
      meaning: 'Frozen resources cannot become on-demand.',
      body: { error_code: 'CBC.99003625', error_msg: 'The resource is frozen by the police.' },
      source: ['OCE/api_order_00024'],
    })
    expect(error?.ways.map(({ operations, by, inside }) => [operations, by, inside])).toEqual([
      [['bss.UpdatePeriodToOnDemand'], 'recipe', '/error_details/0/error_code'],
      [['bss.UpdatePeriodToOnDemandInstantly'], 'recipe', '/to_ondemand_service_results/0/error_code'],
    ])
    expect(error?.ways[0]?.place).toMatch(/^specs\/bss\/recipes\.yaml:\d+$/)
  })

  test.each([
    ['a code of several services', 'CBC.0101', ['bss', 'koogallery', 'koogallery', 'koogallery']],
    ['all variants of a code', 'APIGW.0303', ['gateway', 'gateway']],
    ['one variant', 'APIGW.0303:window', ['gateway']],
  ])('%s is explained one by one', async (_what, code, services) => {
    expect((await sandbox.errors.explain(code)).map(({ service }) => service)).toEqual(services)
  })

  test.each([
    ['what only forcing brings about', 'CBC.30010035', 'forced', 'A change log of the vendor names it'],
    ['what a seller answers', '000100', 'seller', "The seller's software answers it"],
    ['what only another start of the sandbox brings about', 'unauthorized', 'forced', 'Only a sandbox that listens beyond loopback'],
  ])('%s has its reason', async (_what, code, by, why) => {
    const [error] = await sandbox.errors.explain(code)
    expect(error?.ways[0]).toMatchObject({ by, why: expect.stringContaining(why) })
  })

  test.each([
    ['CBC.99003111', {}, 'No operation documents an error "CBC.99003111". Did you mean "CBC.99003110"?'],
    ['CBC.99005026', { operation: 'PayOrders' }, 'bss.PayOrders documents no error "CBC.99005026".'],
    ['CBC.0100', { operation: 'PayOrder' }, 'There is no operation "PayOrder". Did you mean "PayOrders"?'],
  ])('%s %j is refused', async (error, how, message) => {
    await expect(sandbox.errors.explain(error, how)).rejects.toThrow(message)
    await expect(sandbox.errors.reproduce(error, how)).rejects.toThrow(message)
  })
})

describe('reproducing', () => {
  test('prints a call that meets the error from a shell, again and again', async () => {
    // By itself the renewal would be completed within seconds.
    const { curl, world } = await sandbox.errors.reproduce('CBC.99003144', { operation: 'RenewalResources' })
    expect(world).toBe('cbc-99003144-renewalresources')
    for (const _ of [1, 2]) expect(await shell(curl)).toContain('{"error_code":"CBC.99003144"')
    expect(sandbox.inWorld(world).clock.mode).toBe('frozen')
  })

  test.each([
    ['signed', 'STS5.1001', '"error_code":"STS5.1001"'],
    ['in a loop', 'APIGW.0301:locked', 'AK access failed to reach the limit'],
    ['with a large header', 'APIGW.0201:headers', ' 494 '],
    ['with a large body', 'APIGW.0201:entity', ' 413 '],
    ['with a long query', 'APIGW.0201:uri', ' 414 '],
  ])('the call may be %s', async (_how, error, answer) => {
    expect(await shell((await sandbox.errors.reproduce(error)).curl)).toContain(answer)
  })

  test('begins anew where it was before, and leaves a world of the user alone', async () => {
    const first = await sandbox.errors.reproduce('CBC.99003106')
    const orders = () => sandbox.inWorld(first.world).world.orders.size
    const before = orders()
    await sandbox.inWorld(first.world).buy('crm-basic-month')
    await sandbox.errors.reproduce('CBC.99003106')
    expect(orders()).toBe(before)

    expect(await post('CBC.99003106', { world: first.world })).toMatchObject({
      status: 409,
      body: { detail: `There is a world "${first.world}" already. Drop it first, or use another name.` },
    })
    expect((await post('CBC.99003106', { world: 'mine', operation: 'bss.PayOrdersLegacy' })).body).toMatchObject({
      world: 'mine',
      operation: 'bss.PayOrdersLegacy',
      operations: ['bss.PayOrdersLegacy'],
    })
  })

  test('says why where only forcing helps, and how to force', async () => {
    const { status, body } = await post('CBC.0999')
    expect(status).toBe(409)
    expect(body.detail).toContain('the sandbox has none. Force it with the header X-Sandbox-Error: CBC.0999.')
  })

  test('is one request of a recorded run', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'koosandbox-recipes-')), 'run.json')
    const recorded = await openSandbox({ record: file })
    const { call } = await recorded.errors.reproduce('CBC.99003144')
    expect((await fetch(call.url, call)).status).toBe(400)
    await recorded.close()
    expect(await replayRun(readFileSync(file, 'utf8'), file)).toMatchObject({ differences: [] })
  })

  test('in lenient mode nobody is refused for a credential', async () => {
    await using lenient = await openSandbox({ auth: 'lenient' })
    const refused = lenient.errors.reproduce('APIGW.0301:absent')
    await expect(refused).rejects.toThrow(
      'This sandbox accepts every caller, so no call is refused with APIGW.0301:absent. Start it with --auth strict.',
    )
    expect((await lenient.errors.reproduce('CBC.99003106')).world).toBe('cbc-99003106-payorders')
  })

  test('a recipe that cannot be played says which step was refused, and leaves no world behind', async () => {
    await using full = await openSandbox({ limits: { orders: sandbox.worlds.get('default')?.orders.size ?? 0 } })
    const refused = full.errors.reproduce('CBC.99003106')
    await expect(refused).rejects.toThrow(
      /^The recipe cannot be played in this sandbox\. specs\/bss\/recipes\.yaml:\d+: console\.BuyProduct was refused with 507/,
    )
    expect(full.worlds.list().map(({ name }) => name)).toEqual(['default'])
  })
})

describe('on the command line', () => {
  test('error explain', async () => {
    const { code, out } = await runCli('error', 'explain', 'CBC.99003110')
    expect(code).toBe(0)
    for (const part of [
      'The payment deadline of the order has passed.',
      'OCE/api_order_00030',
      'Without forcing: bss.PayOrders, bss.PayOrdersLegacy',
      'advance 2h',
    ])
      expect(out).toContain(part)
    expect((await runCli('errors', 'explain', 'CBC.99003110')).out).toBe(out)
    expect(await runCli('error', 'explain', 'CBC.9900311')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean "CBC.99003110"?'),
    })
  })

  test('error reproduce prints nothing but the call on stdout', async () => {
    const { code, out, err } = await runCli('error', 'reproduce', 'CBC.99003110', '--url', sandbox.url)
    expect(code).toBe(0)
    expect(err).toContain('World "cbc-99003110-payorders": bss.PayOrders will answer 400 CBC.99003110.')
    expect(await shell(out)).toContain('"error_code":"CBC.99003110"')
    expect(await runCli('error', 'reproduce', 'CBC.0999', '--url', sandbox.url)).toMatchObject({
      code: 1,
      err: expect.stringContaining('X-Sandbox-Error: CBC.0999'),
    })
  })
})
