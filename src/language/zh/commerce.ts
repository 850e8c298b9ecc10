import { catalogue } from '../catalogue.ts'

export const commerceZh = catalogue({
  'There is no account "{0}" to order for.': '没有可下单的账号 "{0}"。',
  'There is no product "{0}" to order.': '没有可下单的商品 "{0}"。',
  '{0} ({1}) is bought until {2}: {3} months together count, until {4}.': '{0}（{1}）购买至 {2}：须累计 {3} 个月，即至 {4}。',
  '{0} ({1}) is no server that carries sites.': '{0}（{1}）不是可承载网站的服务器。',
  '{0} ({1}) is not sold by the {2}, but by the {3}.': '{0}（{1}）不由 {2} 销售，由 {3} 销售。',
  '{0} ({1}) runs in {2}, outside of the mainland.': '{0}（{1}）运行在 {2}，不在中国大陆。',
  '{0} belongs to another account than {1}: that account issues a code (CreateFilingCode).': '{0} 属于 {1} 以外的账号：由那个账号签发备案授权码（CreateFilingCode）。',
  '{0} is bought once: it has no period.': '{0} 是一次性购买：没有周期。',
  '{0} is charged by use: it has no period.': '{0} 按需计费：没有周期。',
})
