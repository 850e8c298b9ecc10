import { catalogue } from '../../catalogue.ts'

export const contractStatesZh = catalogue({
  '"{0}" has no parameter "{1}".{2} It has: {3}.': '"{0}" 没有参数 "{1}"。{2}它有：{3}。',
  'No handler is known for the state "{0}".': '没有处理状态 "{0}" 的程序。',
  'No handler is known for the state "{0}".{1}': '没有处理状态 "{0}" 的程序。{1}',
  'The states {0} begin in different worlds: {1}.': '状态 {0} 的初始世界不同：{1}。',
  none: '无',
  '{0}: "does" is a list of steps.': '{0}："does" 应为步骤列表。',
  '{0}: "{1}" needs {{2}}: give it as a parameter, or let an earlier state keep it.': '{0}："{1}" 需要 {{2}}：作为参数给出，或由之前的状态保存。',
  '{0}: credentials are {1}, not "{2}".': '{0}：凭证应为 {1}，而不是 "{2}"。',
  '{0}: the parameter "{1}" needs "about".': '{0}：参数 "{1}" 需要 "about"。',
  '{0}: the state "{1}" exists already ({2}).': '{0}：状态 "{1}" 已存在（{2}）。',
  '{0}: the state "{1}" needs "about".': '{0}：状态 "{1}" 需要 "about"。',
  '{0}: the state "{1}" needs "start" or "does".': '{0}：状态 "{1}" 需要 "start" 或 "does"。',
  '{0}: there is no starting world "{1}".{2}': '{0}：没有初始世界 "{1}"。{2}',
})
