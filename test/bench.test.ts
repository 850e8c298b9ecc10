import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const project = join(import.meta.dirname, '..')

test('the bench runs from end to end and reports every figure the README quotes', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'koosandbox-bench-')), 'figures.json')
  await promisify(execFile)('npm', ['run', '-s', 'bench', '--', '--smoke', '--json', file], { cwd: project, timeout: 280_000 })

  const { format, figures } = JSON.parse(readFileSync(file, 'utf8')) as { format: number; figures: Record<string, number> }
  expect(format).toBe(1)
  for (const name of ['list of 10 orders', 'POST (query of resources)', 'refused (limit=101)']) {
    expect(figures[`${name}: ratio to bare node:http`]).toBeGreaterThan(0)
  }
  expect(figures['a year over 500 resources that each lapse once']).toBeGreaterThan(0)
  // Straight growth is 10. Work for every resource at every step would make it 100. As far from the one as from the other:
  expect(figures['a year: 10 times the resources take so many times the processor']).toBeLessThan(Math.sqrt(10 * 100))
  expect(figures['a fork: most orders ÷ 100']).toBeGreaterThan(0)
  expect(figures['import of the same']).toBeGreaterThan(0)
  expect(figures['a pact interaction held against the specs']).toBeGreaterThan(0)
  expect(figures['a pact interaction verified, everything included']).toBeGreaterThan(0)
  expect(figures['start to the first answer, built-in']).toBeGreaterThan(0)
  for (const size of [30, 1000, 5000])
    expect(figures[`start to the first answer, a document of ${size} operations: ratio to bare node:http`]).toBeGreaterThan(0)
  expect(figures['a foreign document, list: ratio to bare node:http']).toBeGreaterThan(0)
  expect(figures['memory after the load']).toBeGreaterThan(0)
}, 300_000)
