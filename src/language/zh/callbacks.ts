import { catalogue } from '../catalogue.ts'

export const callbacksZh = catalogue({
  '"{0}" is no address. Write one such as http://localhost:8080/hook.': '"{0}" 不是地址。写法如 http://localhost:8080/hook。',
  'The documents have none.': '文档中没有。',
  'There are: {0}.': '可选：{0}。',
  'There is no callback or webhook "{0}".{1} {2}': '没有回调或 webhook "{0}"。{1}{2}',
  'an http or https address at {0}, for the callback {1}': '{0} 处有 http 或 https 地址，用于回调 {1}',
})
