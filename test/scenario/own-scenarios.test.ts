import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SpecFault, startSandbox } from '../../src/index.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'koosandbox-scenarios-'))
  mkdirSync(join(folder, 'scenarios'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (text: string, name = 'mine.yaml') => writeFileSync(join(folder, 'scenarios', name), text)
const DAY = 'monday:\n  about: A Monday.\n  steps:\n    - { on: bss.ListCustomerOrders, status: 503 }\n'

test('scenarios beside the configuration are found, and read again when they change', async () => {
  write(DAY)
  const config = join(folder, 'koosandbox.config.yaml')
  writeFileSync(config, 'world: default\n')
  await using sandbox = await startSandbox({ config })
  sandbox.scenarios.start('monday')
  expect((await sandbox.call('bss.ListCustomerOrders')).status).toBe(503)

  write(`${DAY}    - { play: throttled-then-fine }\n`)
  expect(sandbox.scenarios.start('monday')).toMatchObject({ step: 1, steps: 2 })

  // A file that breaks is told, and its last good version still holds.
  write(DAY.replace('503', '42'))
  const { body } = await sandbox.call('sandbox.ListScenarios')
  expect(body.problems).toEqual([`${join(folder, 'scenarios', 'mine.yaml')}:4: "status" must be a whole number from 200 to 599, not 42.`])
  expect(sandbox.scenarios.start('monday')).toMatchObject({ steps: 2 })

  rmSync(join(folder, 'scenarios', 'mine.yaml'))
  expect(() => sandbox.scenarios.start('monday')).toThrow('There is no scenario "monday".')
})

test('what stops a folder from being read is told, and what was read before still holds', async () => {
  write(DAY)
  mkdirSync(join(folder, 'scenarios', 'old.yaml'))
  await using sandbox = await startSandbox({ scenarios: join(folder, 'scenarios') })
  const told = async () => {
    const { status, body } = await sandbox.call('sandbox.ListScenarios')
    expect({ status, steps: sandbox.scenarios.start('monday').steps }).toEqual({ status: 200, steps: 1 })
    return body.problems
  }
  expect(await told()).toEqual([])

  const link = join(folder, 'scenarios', 'link.yaml')
  symlinkSync(join(folder, 'nowhere.yaml'), link)
  expect(await told()).toEqual([`${link}: there is no such file.`])
  rmSync(link)

  for (let i = 0; i < 200; i++) write('', `${i}.yaml`)
  expect(await told()).toEqual([`${join(folder, 'scenarios')}: at most 200 files of scenarios are read, not 201.`])
})

test.each([
  ['a wrong step', DAY.replace('503', '42'), 'mine.yaml:4: "status" must be'],
  [
    'a name that the specs have',
    DAY.replace('monday', 'iam-down'),
    'mine.yaml:1: scenario "iam-down" is already in specs/iam/scenarios.yaml:',
  ],
  ['broken YAML', 'monday: [', 'mine.yaml:'],
])('a sandbox does not open over %s', async (_what, text, message) => {
  write(text)
  const opening = startSandbox({ scenarios: join(folder, 'scenarios') })
  await expect(opening).rejects.toThrow(SpecFault)
  await expect(opening).rejects.toThrow(message)
})

test('a folder that is not there is refused', async () => {
  await expect(startSandbox({ scenarios: join(folder, 'scenario') })).rejects.toThrow('there is no such folder')
})
