import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import serve from '../../src/cli/start/serve.ts'
import { startSandbox } from '../../src/index.ts'

const project = join(import.meta.dirname, '..', '..')
const read = (...path: string[]) => readFileSync(join(project, 'deploy', ...path), 'utf8')
const templates = readdirSync(join(project, 'deploy', 'helm', 'koosandbox', 'templates'))
/** Every file, by its path below `deploy/`. */
const FILES = [
  'Dockerfile',
  'compose.yaml',
  'github-action/action.yml',
  'gitlab/koosandbox.gitlab-ci.yml',
  ...templates.map((name) => `helm/koosandbox/templates/${name}`),
]

test.each(FILES)('%s names options of serve, variables and paths that there are', async (file) => {
  const text = read(file)
  const options = Object.keys((await serve.args) as object)
  const given = [...text.matchAll(/(?<![\w-])--([a-z][a-z-]*)(?==|,| |$)/gm)].map(([, name = '']) => name)
  // Options of other programs: npm, apt, docker, koosandbox wait and env.
  const others = [
    'pack-destination',
    'omit',
    'no-audit',
    'no-fund',
    'prefix',
    'global',
    'timeout',
    'url',
    'build',
    'up',
    'interval',
    'start-period',
    'retries',
    'from',
  ]
  expect(given.filter((name) => !options.includes(name) && !others.includes(name))).toEqual([])
  const variables = [...text.matchAll(/\bKOOSANDBOX_(?!VERSION|ARGUMENTS)[A-Z_]+/g)].map(([name]) => name)
  const sources = execFileSync('grep', ['-rhoE', 'KOOSANDBOX_[A-Z_]+', join(project, 'src', 'cli')], { encoding: 'utf8' }).split('\n')
  expect(variables.filter((name) => !sources.includes(name))).toEqual([])
})

test('probes ask for paths that answer without a token', async () => {
  await using sandbox = await startSandbox({ controlToken: 'the-token' })
  const paths = FILES.flatMap((file) => read(file).match(/\/_sandbox\/[a-z/]+/g) ?? [])
  expect(new Set(paths)).toEqual(new Set(['/_sandbox/health/live', '/_sandbox/health/ready']))
  for (const path of paths) expect((await sandbox.fetch(sandbox.url + path)).status).toBe(200)
})

test('compose starts PostgreSQL, brings its tables up to date, then three replicas behind nginx', () => {
  const { services, volumes } = parse(read('compose.yaml'), { merge: true })
  expect(Object.keys(services)).toEqual(['database', 'migrate', 'one', 'two', 'three', 'balancer'])
  for (const name of ['one', 'two', 'three']) {
    const { command, read_only, cap_drop, depends_on } = services[name]
    expect({ read_only, cap_drop, depends_on }).toEqual({
      read_only: true,
      cap_drop: ['ALL'],
      depends_on: { migrate: { condition: 'service_completed_successfully' } },
    })
    expect(command).toEqual(expect.arrayContaining(['--replica', name, '--advertise', `http://${name}:4100`]))
    expect(read('nginx.conf')).toContain(`server ${name}:4100 `)
  }
  expect(existsSync(join(project, services.one.build.dockerfile))).toBe(true)
  expect(Object.keys(volumes)).toEqual(['worlds'])
})

test('nginx hands on the raw address and every header', () => {
  const text = read('nginx.conf')
  expect(text.match(/proxy_pass [^;]+/g)).toEqual(['proxy_pass http://sandbox', 'proxy_pass http://sandbox'])
  for (const line of [
    'merge_slashes off;',
    'underscores_in_headers on;',
    'ignore_invalid_headers off;',
    'proxy_set_header Host $http_host;',
  ])
    expect(text).toContain(line)
})

test('the chart uses every value that it has, and no other', () => {
  const values = parse(read('helm', 'koosandbox', 'values.yaml'))
  const known = (function names(of: object, above: string): string[] {
    return Object.entries(of).flatMap(([name, value]) => [
      above + name,
      ...(value !== null && typeof value === 'object' && !Array.isArray(value) ? names(value, `${above}${name}.`) : []),
    ])
  })(values, '')
  const used = new Set(
    templates.flatMap((name) =>
      [...read('helm', 'koosandbox', 'templates', name).matchAll(/\.Values\.([\w.]+)/g)].map(([, path = '']) => path),
    ),
  )
  expect([...used].filter((path) => !known.includes(path))).toEqual([])
  const covered = (path: string) => [...used].some((one) => one === path || path.startsWith(`${one}.`) || one.startsWith(`${path}.`))
  expect(known.filter((path) => !covered(path))).toEqual([])
})

test('the action and the GitLab job are YAML that starts a sandbox, waits for it and hands on its keys', () => {
  const action = parse(read('github-action', 'action.yml'))
  const job = parse(read('gitlab', 'koosandbox.gitlab-ci.yml'))['.koosandbox']
  for (const script of [action.runs.steps[0].run, job.before_script.join('\n')])
    for (const part of [/serve --detach/, /wait/, /env/]) expect(script).toMatch(part)
  expect(job.after_script).toEqual(['koosandbox stop'])
})
