import { catalogue } from '../../catalogue.ts'

export const specZh = catalogue({
  '"{0}" is the name of several operations: {1}.': '"{0}" 是多个接口的名称：{1}。',
  'There is no operation "{0}".{1}': '没有接口 "{0}"。{1}',
  'no body': '没有消息体',
  '{0} and {1} both answer {2} {3}, and no server address tells them apart.': '{0} 和 {1} 都响应 {2} {3}，没有服务器地址可以区分它们。',
  '{0} has no error "{1}".{2}': '{0} 没有错误 "{1}"。{2}',
  '{0}: {1} is defined twice.': '{0}：{1} 定义了两次。',
})
