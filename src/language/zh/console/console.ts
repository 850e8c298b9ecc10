import { catalogue } from '../../catalogue.ts'

export const consoleZh = catalogue({
  'The seller has no private image "{0}". CreateImage makes one from a stopped server.': '商家没有私有镜像 "{0}"。用 CreateImage 由已关机的服务器创建。',
  'There is no account "{0}" in world "{1}".': '世界 "{1}" 中没有账号 "{0}"。',
  'There is no order "{0}" in world "{1}". Run `koosandbox show orders`, or send ListOrders, to list them.': '世界 "{1}" 中没有订单 "{0}"。运行 `koosandbox show orders`，或发送 ListOrders，查看全部订单。',
  'There is no permanent access key "{0}" in world "{1}".': '世界 "{1}" 中没有永久访问密钥 "{0}"。',
  'There is no product "{0}" in world "{1}".{2} Run `koosandbox order buy`, or send ListProducts, to list them.': '世界 "{1}" 中没有商品 "{0}"。{2}运行 `koosandbox order buy`，或发送 ListProducts，查看全部商品。',
  'There is no region {0}.': '没有区域 {0}。',
  'There is no resource "{0}" in world "{1}". Run `koosandbox show resources` to list all, or send ShowOrder for those of an order.': '世界 "{1}" 中没有资源 "{0}"。运行 `koosandbox show resources` 查看全部资源，或发送 ShowOrder 查看某个订单的资源。',
  '`koosandbox env` prints {0}: the key of an account that the sandbox prints stays.': '`koosandbox env` 会打印 {0}：沙箱所打印账号的密钥不能删除。',
  "{0} ({1}) is another account's server.": '{0}（{1}）是其他账号的服务器。',
  '{0} ({1}) is not a cloud server in use.': '{0}（{1}）不是使用中的云服务器。',
  '{0} ({1}) is running already.': '{0}（{1}）已在运行。',
  '{0} ({1}) is running: stop it first (SwitchServer with running false).': '{0}（{1}）正在运行：先关机（SwitchServer，running 为 false）。',
  '{0} ({1}) is stopped already.': '{0}（{1}）已关机。',
  '{0} has {1}. RemoveAccessKey takes one away.': '{0} 已有 {1} 个。用 RemoveAccessKey 删除一个。',
})
