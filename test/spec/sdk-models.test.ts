import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createSpecs } from '../../src/spec/catalogue.ts'
import { builtInBundle } from '../../src/spec/schema/cache.ts'
import { differences, readSdkTable } from '../helpers/sdk-models.ts'

const bundle = builtInBundle()
const specs = createSpecs(bundle)
const table = readSdkTable()
const rows = Object.entries(table.operations)

/** Everything that differs, without and with a reason. */
const found = rows.flatMap(([ref, sdk]) => {
  const operation = specs.operation(ref)
  const document = bundle.services[operation.service]
  return document ? [...differences(operation, document, sdk, table.models)] : []
})
const place = (text: string) => text.slice(0, text.indexOf(': '))

/** A reason holds for one place, or with `*` in it for all places of that form. */
const reasons = Object.keys(table.differences).map((key) => {
  const form = new RegExp(
    `^${key
      .split('*')
      .map((part) => part.replace(/[.[\]()/]/g, '\\$&'))
      .join('.*')}$`,
  )
  return { key, fits: (at: string) => (key.includes('*') ? form.test(at) : key === at) }
})

test.each(rows.map(([ref]) => ref))('%s takes and gives what the models of Huawei Cloud’s SDKs say, or the table has the reason', (ref) => {
  const open = found.filter((text) => text.startsWith(`${ref} `) && !reasons.some(({ fits }) => fits(place(text))))
  expect(open).toEqual([])
})

test('no reason is kept for a difference that is gone', () => {
  const places = [...new Set(found.map(place))]
  expect(reasons.filter(({ fits }) => !places.some(fits)).map(({ key }) => key)).toEqual([])
})

test('the generated part of the table is current', () => {
  const project = join(import.meta.dirname, '..', '..')
  const tsx = join(project, 'node_modules', 'tsx', 'dist', 'cli.mjs')
  expect(() => execFileSync(process.execPath, [tsx, 'scripts/sdk-models.ts', '--check'], { cwd: project, stdio: 'pipe' })).not.toThrow()
})
