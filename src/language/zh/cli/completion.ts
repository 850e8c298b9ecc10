import { catalogue } from '../../catalogue.ts'

export const cliCompletionZh = catalogue({
  '# Completion of koosandbox. {0}': '# koosandbox 的补全。{0}',
  'Print a script that lets your shell complete commands and options': '打印一段脚本，让您的 shell 补全命令和选项',
  'The words instead of a script, as JSON': '以 JSON 打印这些词，而不是脚本',
  'There is no completion for "{0}".{1} There are: {2}.': '没有 "{0}" 的补全脚本。{1}可选：{2}。',
  'bash, zsh, fish or powershell': 'bash、zsh、fish 或 powershell',
})
