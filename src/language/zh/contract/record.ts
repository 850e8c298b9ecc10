import { catalogue } from '../../catalogue.ts'

export const contractRecordZh = catalogue({
  '+ {0}: the app does it, but it is not in the contract': '+ {0}：应用做了，但契约中没有',
  '- {0}: in the contract, but the app did not do it': '- {0}：契约中有，但应用没有做',
  'Expected something other than the contract in {0}.': '期望与 {0} 中的契约不同。',
  'Recorded: {0} step.': '录制了 {0} 步。',
  'Recorded: {0} steps.': '录制了 {0} 步。',
  'What {0} did differs from its contract in {1}:\n{2}\nRun vitest with -u if the new one is right.': '{0} 的行为与 {1} 中的契约不同：\n{2}\n如果新的行为是对的，以 -u 运行 vitest。',
  'nothing was recorded: no call of the vendor was made in this world': '没有录到任何内容：这个世界中没有对华为云接口的调用',
  'there is no {0} yet, and it is not written where CI is set: run vitest -u on your machine': '还没有 {0}，设置了 CI 时也不会写入：在您的机器上运行 vitest -u',
  'what {0} did before {1}': '{0} 在 {1} 之前做的事',
  '{0} {1}: not an interface of the vendor.': '{0} {1}：不是华为云接口。',
  '{0}: its body holds bytes that are not text.': '{0}：消息体含有非文本字节。',
  '{0}: its body is too long for the journal.': '{0}：消息体过长，日志没有保留。',
  '{0}: states or metadata differ': '{0}：状态或元数据不同',
  '{0}: the sandbox failed with {1}.': '{0}：沙箱以 {1} 失败。',
  '~ {0}: the request or the answer differs': '~ {0}：请求或响应不同',
})
