import { describe, expect, test, vi } from 'vitest'
import { commandsOf, ROOT } from '../../src/cli/commands.ts'
import { EXAMPLES } from '../../src/cli/examples.ts'
import { table, width } from '../../src/cli/terminal/print.ts'
import { VERSION } from '../../src/index.ts'
import { runCli } from './run-cli.ts'

const COMMANDS = commandsOf(ROOT).map(({ name }) => name)
const GROUPS = ['order', 'world', 'error', 'delivery', 'verify', 'contract', 'contract verify', 'contract export', 'coverage', 'deploy']
/** They need no running sandbox. */
const OFFLINE = [
  /^(store|tokens) /,
  /^(serve|status|stop|completion|init|evidence|diff|proxy|sign-proxy|replay|lint)$/,
  /^(verify|coverage|deploy) /,
  /^error (list|explain)/,
  /^contract (verify|export|states)/,
]

test.each([[[]], [['--help']], [['-h']], [['help']]])('%j prints what one can do by heading, and the exit codes', async (words) => {
  const { code, out } = await runCli(...words)
  expect(code).toBe(0)
  const headings = [
    'Start',
    'Buy and live',
    'Time',
    'Go wrong',
    'Your seller',
    'Your API documents',
    'Contracts',
    'Look',
    'Share',
    'Settings',
  ]
  expect(out.split('\n').filter((line) => headings.includes(line))).toEqual(headings)
  expect(out).toMatch(/^ {2}serve +Start a sandbox$/m)
  expect(out).toMatch(/^ {2}order +Do what a buyer does: buy, pay, accept, renew, unsubscribe$/m)
  expect(out).toContain('2 wrong usage')
})

test('the list of everything reads no file of a command', async () => {
  const reads = commandsOf(ROOT).map(({ command }) => vi.spyOn(command, 'load'))
  await runCli('--help')
  await runCli('help', 'world')
  expect(reads.filter((read) => read.mock.calls.length > 0)).toEqual([])
  for (const read of reads) read.mockRestore()
})

test.each([[[]], ...[...COMMANDS, ...GROUPS, 'worlds', 'deliveries'].map((name) => [name.split(' ')])])(
  'the help of %j has 80 columns, and no line ends in blanks',
  async (words) => {
    const { code, out, err } = await runCli(...words, '--help')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    const lines = out.split('\n')
    expect(lines.filter((line) => width(line) > 80 || line.endsWith(' '))).toEqual([])
    expect(await runCli('help', ...words)).toEqual({ code, out, err })
  },
)

test.each(GROUPS)('%s alone exits 2 and lists its commands, and its help has a line for each', async (group) => {
  const under = COMMANDS.filter((name) => name.startsWith(`${group} `))
  const { out } = await runCli(...group.split(' '), '--help')
  for (const name of under) expect(out).toMatch(new RegExp(`^ {2}${name} {2,}\\S`, 'm'))
  for (const words of [[], ['--json']]) {
    const ran = await runCli(...group.split(' '), ...words)
    const said = words.length === 0 ? ran.err : JSON.parse(ran.err).error.message
    expect({ ...ran, err: said }).toEqual({ code: 2, out: '', err: expect.stringContaining(`"${group}" needs a subcommand: `) })
    for (const name of under) expect(said).toContain(name.split(' ')[group.split(' ').length])
    expect(said).toContain(`\`koosandbox help ${group}\``)
  }
})

test.each([
  ['buy', 'order buy'],
  ['pay', 'order pay'],
  ['accept', 'order accept'],
  ['renew', 'order renew'],
  ['unsubscribe', 'order unsubscribe'],
  ['errors', 'error list'],
  ['trigger', 'delivery trigger'],
  ['can-i-deploy', 'deploy can-i'],
  ['record-deployment', 'deploy record'],
  ['record-undeployment', 'deploy end'],
])('%s is the former name of %s, and its help says so', async (former, name) => {
  const { out } = await runCli(...name.split(' '), '--help')
  expect(out).toContain(`Usage: koosandbox ${name}`)
  expect(out).toContain(`Other name: koosandbox ${former}\n`)
  expect((await runCli(former, '--help')).out).toBe(out)
})

test('--version prints the version', async () => {
  expect(await runCli('--version')).toEqual({ code: 0, out: `${VERSION}\n`, err: '' })
})

test.each(COMMANDS)('%s has --json, and --url when it talks to a sandbox', async (command) => {
  const { code, out } = await runCli(...command.split(' '), '--help')
  expect(code).toBe(0)
  expect(out).toContain('--json')
  expect(out.includes('Address of the sandbox')).toBe(!OFFLINE.some((pattern) => pattern.test(command)))
})

test.each([
  ['an unknown command', ['serv'], 'Did you mean "serve"?'],
  ['a misspelt group', ['ordr', 'buy'], 'Did you mean "order"?'],
  ['a misspelt former name', ['unsubscrib'], 'Did you mean "unsubscribe"?'],
  ['a misspelt command of a group', ['world', 'frok', 'a', 'b'], 'Did you mean "world fork"?'],
  ['a misspelt command of a group in a group', ['contract', 'verify', 'selle'], 'Did you mean "contract verify seller"?'],
  ['a command without its group', ['fork', 'a', 'b'], 'Did you mean "world fork"?'],
  ['help for what is not there', ['help', 'contract', 'stats'], 'Did you mean "contract states"?'],
  ['an unknown command of a group', ['delivery', 'D00000001'], 'Run `koosandbox help delivery` to list them.'],
  ['a start for a fork', ['world', 'fork', 'a', 'b', '--start', 'empty'], 'There is no option --start.'],
  ['a world command without a name', ['world', 'fork'], 'Missing argument FROM'],
  ['a command without its argument', ['delivery', 'resend', '--times', '2'], 'Run `koosandbox delivery resend --help`.'],
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
  ['a world without a name', ['worlds', 'create'], 'world create NAME'],
  ['a fork without a name', ['worlds', 'fork', 'default'], 'world fork FROM NAME'],
  ['a time-out that is none', ['wait', '--timeout', 'soon'], '500ms, 30s or 2m'],
  ['an address that is none', ['clock', '--url', 'http://:x'], 'is not an address'],
  ['an address of another kind', ['clock', '--url', 'ftp://127.0.0.1:4100'], 'is not an address'],
  ['a word for an address', ['wait', '--url', 'notaurl'], '"notaurl" is not an address'],
  ['a port that no client calls', ['wait', '--url', 'http://127.0.0.1:1'], 'bad port'],
  ['an unknown service', ['errors', '--service', 'bsss'], 'Did you mean "bss"?'],
  ['a service for an operation', ['errors', 'bss'], '`koosandbox error list --service bss`'],
  ['an operation near to nothing', ['errors', 'nope'], 'Run `koosandbox error list` to list them'],
  ['all that is unknown and one source', ['evidence', 'S-06', '--unknown'], 'Leave out "S-06"'],
  ['all that is unknown of a kind', ['evidence', '--unknown', '--kind', 'seed'], 'Leave out --kind'],
  ['an unknown kind', ['evidence', '--kind', 'nope'], 'seed, page, sdk, definition, demo, observation, standard'],
  ['an unknown starting world', ['serve', '--world', 'defualt'], 'Did you mean "default"?'],
  ['an unknown service beside', ['serve', '--spec', 'x.yaml', '--with', 'nope'], 'There is no built-in service "nope". There are: '],
  ['services beside nothing', ['serve', '--with', 'bss'], '--with needs --spec FILE'],
  ['clearing and following', ['journal', '--clear', '--follow'], 'Leave out --follow'],
  ['clearing some', ['journal', '--clear', '--limit=5'], 'Leave out --limit'],
  ['an unknown fact', ['facts', '--type', 'order.payed'], 'Did you mean "order.paid"?'],
  ['a fact about nothing that is', ['facts', '--type', 'bogus'], 'Facts are about: '],
  ['a wait for an unknown fact', ['wait', '--for', 'order.finished'], 'Facts about it: order.'],
  ['a start for a list', ['worlds', '--start', 'empty'], '--start works with create only'],
  ['a name that is none', ['worlds', 'create', 'My World'], 'Use at most 63 lower-case letters, digits and hyphens'],
  ['a world whose name is none', ['clock', '--world', ''], 'is not a valid name of a world'],
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

test.each(Object.entries(EXAMPLES))('the help of %s has examples, with options that it has', async (name, lines) => {
  const { code, out } = await runCli(...name.split(' '), '--help')
  expect({ code, exits: out.includes('Exit codes: 0 success') }).toEqual({ code: 0, exits: true })
  for (const line of lines) {
    expect(out).toContain(`\n  koosandbox ${line}\n`)
    expect(`${line} `.startsWith(`${name} `)).toBe(true)
    const [own = ''] = line.split(/ [|&>] ?/)
    for (const [option] of own.matchAll(/--[a-z-]+/g)) expect(out, option).toMatch(new RegExp(`^  ${option}(?:=| |$)`, 'm'))
  }
})
