import { catalogue } from '../catalogue.ts'

export const replicasZh = catalogue({
  'A replica named "{0}" is running at {1}, since {2}. Give this one another name: --replica NAME.': '名为 "{0}" 的副本正在 {1} 运行，自 {2} 起。给当前副本另取名称：--replica NAME。',
  'It did not answer before its lease ended.': '它在租约到期前没有响应。',
  'It does not accept connections.': '它不接受连接。',
  'The world "{0}" moves from one replica to another. Send the request again.': '世界 "{0}" 正在从一个副本移到另一个。再次发送请求。',
  'The world "{0}" moves to another replica at this moment. Send the request again.': '世界 "{0}" 此刻正在移到另一个副本。再次发送请求。',
  'The worlds are not there yet.': '世界还没有就绪。',
  'This replica cannot open a world now.': '该副本现在不能打开世界。',
  'This replica cannot renew its lease in the database. Send the request again later.': '该副本无法在数据库中续租。稍后再次发送请求。',
  'This replica has not joined yet.': '该副本还没有加入。',
  '{0}: the table "sandbox" is empty.': '{0}：表 "sandbox" 为空。',
})
