import { catalogue } from '../../catalogue.ts'

export const cliDocumentsZh = catalogue({
  'Its name, as `koosandbox callback list` shows it': '名称，见 `koosandbox callback list`',
  'List the callbacks and webhooks of your API documents, and the calls that were made': '列出 API 文档中的 callback 和 webhook，以及已发出的调用',
  'Send a callback or a webhook of an API document now, and show the answer': '立即发送 API 文档中的 callback 或 webhook，并显示响应',
  'Set a member of the body, as JSON or text; may be repeated': '设置消息体的字段，JSON 或文本；可重复',
  'The address to call; on this machine, or allowed by --allow-host': '要调用的地址；在本机上，或由 --allow-host 允许',
  'The served documents declare no callbacks and no webhooks.': '所提供的文档没有声明 callback 或 webhook。',
  'the address that you name': '您指定的地址',
})
