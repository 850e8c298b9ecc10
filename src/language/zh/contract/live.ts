import { catalogue } from '../../catalogue.ts'

export const contractLiveZh = catalogue({
  'Faulty records of the request: {0}. Send correct records, or show the error in the pact.': '请求中有错误的记录：{0}。发送正确的记录，或在契约中写出该错误。',
  'Is a provider state missing? Run `koosandbox contract states` to list them.': '是否缺少提供方状态？运行 `koosandbox contract states` 查看全部状态。',
  'Only the verifier may call this': '只有校验器可以调用',
  'Real credentials replaced those of the pact. To send them as written, add the state "the credential is unknown".': '契约中的凭证已换成真实凭证。要原样发送，加上状态 "the credential is unknown"。',
  'Send correct data, set up the state that is needed, or show the error in the pact.': '发送正确的数据，准备好所需状态，或在契约中写出该错误。',
  'The Pact Verifier gave no result for it.': 'Pact Verifier 没有给出它的结果。',
  'The body is larger than 16 MB.': '消息体超过 16 MB。',
  'The sandbox expected {0} in {1}; it got: {2}': '沙箱期望 {1} 中为 {0}；实际：{2}',
  'The sandbox expected {0}; it got: {1}': '沙箱期望 {0}；实际：{1}',
  'a record that is billed': '计费的记录',
  'a state that can be set up': '可以准备的状态',
  'an answer': '响应',
  'no error inside the {0} answer: the pact shows none there': '{0} 响应中没有错误：契约里没有写',
  '{0} {1} accepts faulty records and discards them later: they are never billed.': '{0} {1} 会接受错误的记录，随后丢弃：它们不会被计费。',
})
