import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { startSandbox } from '../../src/index.ts'
import { explainStart, readConfiguration } from '../../src/sandbox/configuration.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import { StartFault } from '../../src/world/entities/shapes/shape-fault.ts'
import { runCli } from '../cli/run-cli.ts'
import { watchedOptions } from '../helpers/audited.ts'

const folder = mkdtempSync(join(tmpdir(), 'configuration-'))
afterAll(() => rmSync(folder, { recursive: true }))
const options = watchedOptions()

const written = (name: string, text: string) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}
const init = async (name: string) => {
  const file = join(folder, name)
  expect(await runCli('init', file)).toMatchObject({ code: 0, out: expect.stringContaining(`koosandbox serve --config ${file}`) })
  return file
}

test('what init writes can be served: its product is bought, its seller printed, its setting set', async () => {
  const file = await init('fresh.yaml')
  await using sandbox = await startSandbox({ ...options, config: file })
  const { body } = await sandbox.call('console.BuyProduct', {
    body: { product: 'app-month', customer: 'my_customer', period: { type: 'month', num: 2 } },
  })
  expect(body).toMatchObject({ order: { status: 'processing', official: '198.00' } })
  expect(sandbox.credentials.seller).toMatchObject({ domain_name: 'my_company', keys: { basic: expect.any(String) } })
  expect(sandbox.world.setting('bss.provisioningDelay')).toBe('PT5S')
  await sandbox.clock.pass('1m')
  expect(sandbox.world.orders.get(body.order.id)?.status).toBe('completed')
})

test('every example that init leaves as a comment is valid, too', async () => {
  const text = readFileSync(await init('commented.yaml'), 'utf8').replaceAll(/^( *)# (?=(?: *- \{|\w+:$))/gm, '$1')
  const env = { MY_LICENCE_KEY: 'licence-secret', MY_CLIENT_SECRET: 'client-secret' }
  const { layer } = readConfiguration(written('uncommented.yaml', text), env)
  for (const kind of ['addresses', 'clients', 'orders', 'coupons', 'discounts']) expect(layer.raw[kind], kind).toHaveLength(1)
  await using sandbox = await startSandbox({ ...options, config: layer.raw })
  const { accountId } = sandbox.world.clients.get('my-client')!
  expect(sandbox.world.sellerKeys.get('my-licence-key')).toMatchObject({ accountId, secret: 'licence-secret' })
  expect(sandbox.world.addresses.where('seller', accountId).count).toBe(1)
  expect(sandbox.world.upcoming()).toContainEqual(expect.objectContaining({ work: 'order.deadline' }))
})

test('init never writes over a file unless it is told to', async () => {
  const file = written('mine.yaml', 'about: mine\n')
  expect(await runCli('init', file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('exists and was not changed. Pass --force'),
  })
  expect(readFileSync(file, 'utf8')).toBe('about: mine\n')
  expect(await runCli('init', file, '--force', '--json')).toMatchObject({ code: 0, out: expect.stringContaining(file) })
  expect(readFileSync(file, 'utf8')).toContain('云商店')
  expect(await runCli('init', join(folder, 'no', 'such.yaml'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('there is no such folder'),
  })
  expect(await runCli('init', join(folder, 'mine.txt'))).toMatchObject({ code: 2 })
})

test.each([
  ['acounts: []', 1, 'there is no collection "acounts". Did you mean "accounts"?'],
  ['about: x\nproducts:\n  - { ref: a, name: A,\n      prise: "1.00" }', 4, 'there is no member "prise". Did you mean "price"?'],
  ['about: x\nsettings:\n  bss.paymentDedline: P1D', 3, 'There is no setting "bss.paymentDedline". Did you mean "bss.paymentDeadline"?'],
  ['settings: { bss.paymentDeadline: soon }', 1, 'must be a duration such as P7D'],
  ['\naddresses:\n  - { sellerId: "@nobody", use: basic, url: "http://127.0.0.1:1/" }', 3, 'there is no "@nobody" among the accounts'],
  [
    'addresses:\n  - sellerId: "@seller"\n    use: basik\n    url: "http://127.0.0.1:1/"',
    3,
    'must be one of basic, kit, licence, notification, not "basik". Did you mean "basic"?',
  ],
  ['accounts:\n  - { role: buyer, name: a, userName: a, password: a, balance: 12 }', 2, 'money is written as yuan in quotation marks'],
  ['orders:\n  - { customerId: "@buyer", type: new, status: payed, serviceType: x, source: 1, createdBy: x }', 2, 'must be one of'],
  [
    'sellerKeys:\n  - { id: k, accountId: "@seller", use: basic,\n      secret: "${NOT_SET_ANYWHERE}" }',
    3,
    'the environment has no variable NOT_SET_ANYWHERE',
  ],
  ['world: [1]', 1, 'expected the name of a starting world'],
  ['- 1', 0, 'expected settings and lists of entities by collection'],
  ['a: 1\na: 2', 2, ''],
  ['extends: default', 1, 'there is no collection "extends"'],
])('a configuration is refused with its line: %j', async (text, line, said) => {
  const file = written('wrong.yaml', text)
  const refused = await startSandbox({ ...options, config: file }).then(
    (sandbox) => sandbox.close().then(() => 'was taken'),
    (error: unknown) => String(error),
  )
  expect(refused).toContain(`${file}${line === 0 ? '' : `:${line}`}:`)
  expect(refused).toContain(said)
})

test.each([
  ['c.mjs', 'export default { addresses: [] }\n', 'only YAML and JSON are read, not .mjs files. Write it as YAML or JSON.'],
  ['c.ts', 'export default {}\n', 'not .ts files'],
  ['c.toml', 'limits = {}\n', 'not .toml files'],
  [
    'utf-16.yaml',
    Buffer.from('world: empty\n', 'utf16le').toString('latin1'),
    'this is not text in UTF-8. Save it as UTF-8, in YAML or JSON.',
  ],
  ['', '', 'this is a folder. Name a YAML or JSON file.'],
])('a configuration that is no YAML or JSON file is refused as what it is: %s', (name, text, said) => {
  const file = name === '' ? folder : written(name, text)
  expect(() => readConfiguration(file)).toThrow(`${file}: `)
  expect(() => readConfiguration(file)).toThrow(said)
})

test('an object says the same as a file, and chooses the starting world', async () => {
  await using sandbox = await startSandbox({
    ...options,
    config: { world: 'empty', accounts: [{ role: 'buyer', name: 'extra', userName: 'e', password: 'Sandbox@1' }] },
  })
  expect([sandbox.world.orders.size, sandbox.world.accounts.where('name', 'extra').count]).toEqual([0, 1])
  // Every world of the sandbox has it.
  expect(sandbox.worlds.open('other', 'default').accounts.where('name', 'extra').count).toBe(1)
  await expect(startSandbox({ config: { world: 'emty' } })).rejects.toThrow('Did you mean "empty"?')
  await expect(startSandbox({ config: { acounts: [] } })).rejects.toThrow('config: there is no collection "acounts".')
})

test('a piece of configuration is added to a world that lives, or nothing of it', async () => {
  await using sandbox = await startSandbox(options)
  const apply = async (body: unknown) => {
    const response = await fetch(`${sandbox.url}/_sandbox/worlds/default/configuration`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    return { status: response.status, body: (await response.json()) as { detail?: string; added: Record<string, string[]> } }
  }
  const product = {
    ...sandbox.world.products.get('OFFI461867333479178240'),
    id: 'OFFI900000000000000001',
    price: '1.00',
    resourceSpec: 'saas.cheap',
  }
  const before = JSON.stringify(sandbox.world.save())
  const dangling = { products: [product], addresses: [{ sellerId: '@nobody', use: 'basic', url: 'http://127.0.0.1:9/' }] }
  expect(await apply(dangling)).toMatchObject({ status: 400, body: { detail: expect.stringContaining('there is no "@nobody"') } })
  expect(JSON.stringify(sandbox.world.save())).toBe(before)
  const order = {
    ref: 'o',
    customerId: '@buyer',
    type: 'new',
    status: 'pending-payment',
    serviceType: 'hws.service.type.marketplace',
    source: 1,
    createdBy: 'me',
    paymentDeadline: 'PT10M',
    lines: [{ productId: '@cheap', quantity: 1, periodType: 'month', periodNum: 1 }],
  }
  const done = await apply({ settings: { 'bss.paymentDeadline': 'P3D' }, products: [product], orders: [order] })
  expect(done).toMatchObject({
    status: 200,
    body: { added: { products: ['OFFI900000000000000001'], orders: [expect.stringMatching(/^CS/)] } },
  })
  expect(sandbox.facts.of('setting.changed')).toHaveLength(1)
  await sandbox.clock.pass('10m')
  expect(sandbox.world.orders.get(done.body.added.orders?.[0] ?? '')).toMatchObject({ status: 'cancelled', amounts: { official: 100 } })
  expect(await apply({ products: [product] })).toMatchObject({ status: 400, body: { detail: expect.stringContaining('exists already') } })
})

test('what is wrong in a starting world of ours is told with file and line', () => {
  const bundle = builtInBundle()
  const fault = new StartFault('orders[2].lines[0].productId', 'is missing.')
  fault.layer = 'default'
  const line = Number(
    /^fixtures\/worlds\/default\.yaml:(\d+): orders\[2\]\.lines\[0\]\.productId: is missing\.$/.exec(
      (explainStart(fault, bundle) as Error).message,
    )?.[1],
  )
  expect(readFileSync('fixtures/worlds/default.yaml', 'utf8').split('\n')[line - 1]).toContain('ref: database-fee')
})
