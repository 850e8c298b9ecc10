import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { commandsOf, ROOT } from '../../src/cli/commands.ts'
import { completedWords } from '../../src/cli/completion/completed-words.ts'
import { completionScript, SHELLS } from '../../src/cli/completion/scripts.ts'
import { runCli } from './run-cli.ts'

const words = await completedWords(commandsOf(ROOT))
const has = (program: string) => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('every command and every option of it can be completed, in each shell', () => {
  for (const shell of SHELLS) {
    const script = completionScript(shell, words)
    for (const { name } of commandsOf(ROOT)) expect(script, shell).toContain(name.split(' ').at(-1))
    expect(script).toContain('--control-token')
    expect(script).toContain('lenient')
  }
})

/** The words that bash offers for the last one of each line. */
function offered(lines: readonly string[]): string[] {
  const calls = lines.map((line) => `COMP_WORDS=(${line}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _koosandbox; echo "\${COMPREPLY[*]}"`)
  const script = [completionScript('bash', words), ...calls].join('\n')
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n')
}

test.runIf(has('bash'))('bash offers commands, options of the command, and values of an option', () => {
  const rows = [
    ["koosandbox ''", expect.stringContaining('serve')],
    ['koosandbox or', 'order'],
    ["koosandbox order ''", 'buy pay accept renew unsubscribe'],
    ['koosandbox order buy --peri', '--period'],
    ['koosandbox order buy crm-basic-month --no-p', '--no-pay'],
    ["koosandbox serve --port 4100 --auth ''", 'strict lenient'],
    ["koosandbox --lang ''", 'en zh'],
    ["koosandbox contract verify ''", 'consumer seller'],
  ] as const
  expect(offered(rows.map(([line]) => line))).toEqual(rows.map(([, said]) => said))
})

test.runIf(has('fish'))('fish offers the same', () => {
  const ask = (line: string) => `complete -C '${line}' | sort | string join ' '`
  const script = [completionScript('fish', words), ask('koosandbox order '), ask('koosandbox serve --auth ')].join('\n')
  expect(execFileSync('fish', ['--no-config', '-c', script], { encoding: 'utf8' })).toBe(
    'accept buy pay renew unsubscribe\nlenient strict\n',
  )
})

test('no name that is special in zsh is used as a variable', () => {
  expect(completionScript('zsh', words)).not.toMatch(/\b(path|words|status|options)=/)
})

test('another shell is wrong usage', async () => {
  expect(await runCli('completion', 'fisch')).toEqual({
    code: 2,
    out: '',
    err: 'There is no completion for "fisch". Did you mean "fish"? There are: bash, zsh, fish, powershell.\n',
  })
})
