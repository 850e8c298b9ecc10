import { catalogue } from '../../catalogue.ts'

export const specsStsZh = catalogue({
  'It stands for a failure inside STS, and the sandbox has none.': '它表示 STS 内部的故障，而沙箱没有这样的故障。',
  'The caller may not decode the message.': '调用方无权解码该消息。',
  'The number is published, its text and meaning are not; used here for malformed requests and for messages that cannot be decoded.': '错误码编号已公布，文本和含义没有公布；这里用于格式错误的请求和无法解码的消息。',
  'The service failed.': '服务内部失败。',
  'decode a message that was given to another account': '解码发给另一个账号的消息',
  'only by a scenario or a forced error': '只能通过场景或强制返回',
  'send an encoded_message that no refusal of this world carried': '发送本世界的任何拒绝都没有带过的 encoded_message',
})
