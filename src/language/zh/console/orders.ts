import { catalogue } from '../../catalogue.ts'

export const consoleOrdersZh = catalogue({
  'Order {0} is {1}: it does not {2}.': '订单 {0} 的状态为 {1}：不{2}。',
  'Order {0} is {1}: only what is in process can fail.': '订单 {0} 的状态为 {1}：只有处理中的订单可以失败。',
  'wait for a confirmation': '在等待确认',
  'wait for a review': '在等待审核',
})
