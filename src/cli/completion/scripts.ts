import type { CompletedWords } from './completed-words.ts'

export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const
export type CompletingShell = (typeof SHELLS)[number]

/** How to load the script, as its first comment says. */
const LOADED: Readonly<Record<CompletingShell, string>> = {
  bash: 'source <(koosandbox completion bash)    # in ~/.bashrc',
  zsh: 'source <(koosandbox completion zsh)    # in ~/.zshrc, after compinit',
  fish: 'koosandbox completion fish > ~/.config/fish/completions/koosandbox.fish',
  powershell: 'koosandbox completion powershell | Out-String | Invoke-Expression    # in $PROFILE',
}

/** The completion script of a shell. */
export function completionScript(shell: CompletingShell, words: CompletedWords): string {
  const write = { bash, zsh, fish, powershell }[shell]
  return [`# Completion of koosandbox. ${LOADED[shell]}`, ...write(words)].join('\n')
}

const quoted = (text: string) => `'${text}'`

/** Follows the command line word by word, as far as it names commands. `path` and `words` are special names in zsh, which runs this too. */
function bash({ words, values }: CompletedWords): string[] {
  return [
    '_koosandbox() {',
    '  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} at= next i offer=',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    '    next="${at:+$at }${COMP_WORDS[i]}"',
    `    case $next in ${[...words.keys()].filter(Boolean).map(quoted).join('|')}) at=$next ;; *) break ;; esac`,
    '  done',
    '  case "$at $before" in',
    ...[...values].map(([at, list]) => `    ${at.startsWith('--') ? `*' ${at}'` : quoted(at)}) offer='${list.join(' ')}' ;;`),
    '    *) case $at in',
    ...[...words].map(([path, list]) => `      ${quoted(path)}) offer='${list.join(' ')}' ;;`),
    '    esac ;;',
    '  esac',
    '  COMPREPLY=($(compgen -W "$offer" -- "$current"))',
    '}',
    'complete -o default -F _koosandbox koosandbox koogallery-sandbox',
  ]
}

/** zsh reads completions of bash. */
const zsh = (words: CompletedWords) => ['autoload -U +X bashcompinit && bashcompinit', ...bash(words)]

function fish({ words, values }: CompletedWords): string[] {
  const paths = [...words.keys()].filter(Boolean)
  return [
    'function __koosandbox_path',
    '  set -l path ""',
    '  for word in (commandline -opc)[2..-1]',
    '    set -l next (string trim "$path $word")',
    `    contains -- $next ${paths.map(quoted).join(' ')}; or break`,
    '    set path $next',
    '  end',
    '  echo $path',
    'end',
    'complete -c koosandbox -f',
    ...[...words].flatMap(([path, list]) => [`complete -c koosandbox -n 'test "$(__koosandbox_path)" = "${path}"' -a '${list.join(' ')}'`]),
    ...[...values].map(([at, list]) => {
      const option = at.slice(at.indexOf('--') + 2)
      const path = at.slice(0, at.indexOf('--')).trim()
      return `complete -c koosandbox${path === '' ? '' : ` -n 'test "$(__koosandbox_path)" = "${path}"'`} -l ${option} -x -a '${list.join(' ')}'`
    }),
  ]
}

function powershell({ words, values }: CompletedWords): string[] {
  const table = (entries: Iterable<readonly [string, readonly string[]]>) =>
    [...entries].map(([key, list]) => `    ${quoted(key)} = ${list.map(quoted).join(', ')}`)
  return [
    'Register-ArgumentCompleter -Native -CommandName koosandbox, koogallery-sandbox -ScriptBlock {',
    '  param($current, $ast, $position)',
    '  $words = @{',
    ...table(words),
    '  }',
    '  $values = @{',
    ...table(values),
    '  }',
    '  $said = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() } | Select-Object -Skip 1)',
    "  $path = ''",
    '  foreach ($word in $said) {',
    '    $next = "$path $word".Trim()',
    '    if (-not $words.ContainsKey($next)) { break }',
    '    $path = $next',
    '  }',
    "  $before = if ($said.Count -gt 0) { $said[-1] } else { '' }",
    '  $found = if ($values.ContainsKey("$path $before".Trim())) { $values["$path $before".Trim()] } elseif ($values.ContainsKey($before)) { $values[$before] } else { $words[$path] }',
    '  $found | Where-Object { $_ -like "$current*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, \'ParameterValue\', $_) }',
    '}',
  ]
}
