import { describe, expect, test } from 'vitest'
import { table, width } from '../../src/cli/terminal/print.ts'
import { VERSION } from '../../src/index.ts'
import { runCli } from './run-cli.ts'

const COMMANDS = [
  'serve',
  'init',
  'show',
  'set',
  'apply',
  'env',
  'wait',
  'errors',
  'evidence',
  'worlds',
  'clock',
  'journal',
  'settings',
  'doctor',
  'verify seller',
  'can-i-deploy',
  'record-deployment',
  'record-undeployment',
  'contract export seller',
  'contract verify seller',
  'contract verify consumer',
  'contract states',
  'contract record',
  'verify profiles',
  'coverage merge',
  'coverage report',
  'diff',
  'proxy',
]
const REMOTE = ['contract record', 'show', 'set', 'apply', 'env', 'wait', 'worlds', 'clock', 'journal', 'settings', 'doctor']

test.each([[[]], [['--help']], [['-h']], [['help']]])('%j prints the commands and the exit codes', async (words) => {
  const { code, out } = await runCli(...words)
  expect(code).toBe(0)
  for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^ *${command}  `, 'm'))
  expect(out).toContain('2 wrong usage')
})

test.each([[[]], ...COMMANDS.map((command) => [command.split(' ')])])('no line of the help of %j ends in blanks', async (words) => {
  expect((await runCli(...words, '--help')).out).not.toMatch(/ $/m)
})

test('--version prints the version', async () => {
  expect(await runCli('--version')).toEqual({ code: 0, out: `${VERSION}\n`, err: '' })
})

test.each(COMMANDS)('%s has --help and --json', async (command) => {
  const { code, out } = await runCli(...command.split(' '), '--help')
  expect(code).toBe(0)
  expect(out).toContain('--json')
  expect(out.includes('Address of the sandbox')).toBe(REMOTE.includes(command))
})

test.each([
  ['an unknown command', ['serv'], 'Did you mean "serve"?'],
  ['an inherited name', ['constructor'], 'There is no command "constructor"'],
  ['an unknown flag', ['errors', '--satus', '400'], 'Did you mean "--status"?'],
  ['an unknown short flag', ['errors', '-x'], 'There is no option -x.'],
  ['Unexpected argument', ['errors', 'PayOrders', 'now'], 'Unexpected argument "now"'],
  ['a flag without its value', ['errors', '--status'], '--status needs a value'],
  ['a flag in place of a value', ['serve', '--port', '--quiet'], '--port needs a value'],
  ['a value outside the list', ['serve', '--auth', 'strickt'], 'Did you mean "strict"?'],
  ['a port that is none', ['serve', '--port', '99999'], 'from 0 to 65535'],
  ['a status that is none', ['errors', '--status', 'x'], 'from 100 to 599'],
  ['an unknown operation', ['errors', 'PayOrder'], 'Did you mean "PayOrders"?'],
  ['an unknown source', ['evidence', 'S-O6'], 'Did you mean "S-06"?'],
  ['an unknown action', ['clock', 'advnace'], 'Did you mean "advance"?'],
  ['an advance without a distance', ['clock', 'advance'], 'koosandbox clock advance 3h'],
  ['a freeze with a distance', ['clock', 'freeze', '3h'], 'Unexpected argument "3h"'],
  ['a world without a name', ['worlds', 'create'], 'worlds create NAME'],
  ['a fork without a name', ['worlds', 'fork', 'default'], 'worlds fork FROM NAME'],
  ['a time-out that is none', ['wait', '--timeout', 'soon'], '500ms, 30s or 2m'],
  ['an address that is none', ['clock', '--url', 'http://:x'], 'is not an address'],
  ['an address of another kind', ['clock', '--url', 'ftp://127.0.0.1:4100'], 'is not an address'],
  ['a word for an address', ['wait', '--url', 'notaurl'], '"notaurl" is not an address'],
  ['a port that no client calls', ['wait', '--url', 'http://127.0.0.1:1'], 'bad port'],
  ['an unknown service', ['errors', '--service', 'bsss', '--json'], 'Did you mean "bss"?'],
  ['a service for an operation', ['errors', 'bss'], '`koosandbox errors --service bss`'],
  ['an operation near to nothing', ['errors', 'nope'], 'Run `koosandbox errors` to list them'],
  ['all that is unknown and one source', ['evidence', 'S-06', '--unknown'], 'Leave "S-06" out'],
  ['all that is unknown of a kind', ['evidence', '--unknown', '--kind', 'seed'], 'Leave --kind out'],
  ['an unknown kind', ['evidence', '--kind', 'nope'], 'seed, page, sdk, definition, demo, observation, standard'],
  ['an unknown starting world', ['serve', '--world', 'defualt'], 'Did you mean "default"?'],
  ['an unknown service beside', ['serve', '--spec', 'x.yaml', '--with', 'nope'], 'There is no built-in service "nope". There are: '],
  ['services beside nothing', ['serve', '--with', 'bss'], '--with needs --spec FILE'],
  ['clearing and following', ['journal', '--clear', '--follow'], 'Leave --follow out'],
  ['clearing some', ['journal', '--clear', '--limit=5'], 'Leave --limit out'],
  ['a start for a list', ['worlds', '--start', 'empty'], '--start works with create only'],
  ['a name that is none', ['worlds', 'create', 'My World'], 'Use at most 63 lower-case letters, digits and hyphens'],
  ['a world whose name is none', ['clock', '--world', ''], 'is not a name for a world'],
])('%s exits 2 and says what was perhaps meant', async (_what, words, said) => {
  const { code, out, err } = await runCli(...words)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(said)
  expect(err).not.toContain('    at ')
})

describe('tables', () => {
  test('Chinese characters count two columns', () => {
    expect(width('订单 A')).toBe(6)
    expect(width('\u001b[1mab\u001b[22m')).toBe(2)
    expect(width('e\u0301')).toBe(1)
  })

  test('columns stand under each other, and no line ends in blanks', () => {
    expect(
      table([
        ['订单', 'x', 'y'],
        ['orders', '', ''],
      ]),
    ).toBe('订单    x  y\norders')
  })
})
