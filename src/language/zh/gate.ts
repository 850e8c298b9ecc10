import { catalogue } from '../catalogue.ts'

export const gateZh = catalogue({
  'Host "{0}" is not a host name of this listener. Call it as localhost.': '主机 "{0}" 不是此监听地址的主机名。用 localhost 调用。',
  'a page of another site': '其他站点的网页',
  'a page of {0}': '{0} 的网页',
  '{0}{1} may not call this listener.': '{0}{1} 不能调用此监听地址。',
})
