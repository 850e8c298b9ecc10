import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { documentWith, GOOD } from '../contract/interactions.ts'
import { SAMPLES } from '../contract/samples.ts'
import { runCli } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'contract-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))
const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const verify = (...words: string[]) => runCli('contract', 'verify', 'consumer', ...words)

describe('contract verify consumer', () => {
  test('passes pacts that agree, and writes the report in every form', async () => {
    const junit = join(folder, 'report.xml')
    const { code, out, err } = await verify(...SAMPLES, '--junit', junit)
    expect(code, err).toBe(0)
    expect(out).toContain('shop-app → hwc-bss (V4)')
    expect(out).toMatch(/What consumers expect of the marketplace: \d+ checked, 0 failed/)
    expect(readFileSync(junit, 'utf8')).toContain('the payment of an order that was cancelled')
  })

  test('fails with one finding that names file, interaction, place and spec', async () => {
    const interaction = GOOD['orders']?.()
    interaction.response.body.total_count = 'two'
    const file = write('wrong.json', JSON.stringify(documentWith(GOOD['pay']?.(), interaction)))
    const { code, out } = await verify(file, '--static-only')
    expect(code).toBe(1)
    expect(out.match(/^wrong /gm)).toHaveLength(1)
    expect(out).toContain('reply.body.differs  /body/total_count')
    expect(out).toContain('S-06 (seed)')
    expect(out).toMatch(/specs\/bss\/\S+\.yaml:\d+/)
    expect(out).toContain(`koosandbox contract verify consumer ${file} --filter '#1'`)
    const alone = JSON.parse((await verify(file, '--static-only', '--json', '--filter', '#1')).out)
    expect(alone.groups).toMatchObject([{ name: file, checks: [{ name: '#1 a request for the order list', state: 'failed' }] }])
  })

  test.each([
    ['a file that is not there', [join(folder, 'gone.json')], 1, 'there is no such file'],
    ['an empty file', [() => write('empty.json', '')], 1, 'the file is empty'],
    ['a pact without interactions', [() => write('none.json', JSON.stringify(documentWith()))], 1, 'it has no interaction to check'],
    ['a filter that matches nothing', [SAMPLES[0] as string, '--filter', 'nope'], 1, 'matches --filter "nope", so nothing was checked'],
    ['an empty filter', [SAMPLES[0] as string, '--filter='], 2, '--filter needs a text'],
    ['no file at all', [], 2, 'Name a pact file'],
    ['an unknown option', [SAMPLES[0] as string, '--static'], 2, 'Did you mean "--states"?'],
  ])('%s is never green', async (_what, words, exit, said) => {
    const { code, out, err } = await verify(...words.map((word) => (typeof word === 'string' ? word : word())), '--static-only')
    expect(code).toBe(exit)
    expect(out + err).toContain(said)
    expect(out + err).not.toContain('    at ')
  })
})

test('contract states lists what pacts may name, with parameters', async () => {
  const { code, out } = await runCli('contract', 'states')
  expect(code).toBe(0)
  expect(out).toMatch(/^the buyer has orders$/m)
  expect(out).toMatch(/^ +count +How many +default 1$/m)
  const { states } = JSON.parse((await runCli('contract', 'states', '--json')).out)
  expect(states).toContainEqual(
    expect.objectContaining({ name: 'the token has expired', place: expect.stringMatching(/^contracts\/states\.yaml:\d+$/) }),
  )
})
