import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { startSandbox } from '../../src/index.ts'

const deploy = join(import.meta.dirname, '..', '..', 'deploy')

test('the dashboard and the alert rules ask for numbers and labels that there are', async () => {
  await using sandbox = await startSandbox({ clock: 'frozen', metrics: true })
  const text = await (await sandbox.fetch(`${sandbox.url}/_sandbox/metrics`)).text()
  const known = new Set(
    [...text.matchAll(/^# TYPE (\S+) (\S+)/gm)].flatMap(([, name = '', type]) => (type === 'histogram' ? [`${name}_bucket`] : [name])),
  )
  // Of several replicas alone.
  known.add('koosandbox_replicas')
  const { panels } = JSON.parse(readFileSync(join(deploy, 'grafana', 'koosandbox.json'), 'utf8'))
  const { groups } = parse(readFileSync(join(deploy, 'prometheus', 'alerts.yaml'), 'utf8'))
  const asked: string[] = [
    ...panels.flatMap(({ targets }: { targets: { expr: string }[] }) => targets.map(({ expr }) => expr)),
    ...groups.flatMap(({ rules }: { rules: { expr: string }[] }) => rules.map(({ expr }) => expr)),
  ]
  const names = asked.flatMap((expression) => expression.match(/\b(?:koosandbox|process|nodejs)_\w+/g) ?? [])
  expect(names.length).toBeGreaterThan(15)
  expect(names.filter((name) => !known.has(name))).toEqual([])
})
