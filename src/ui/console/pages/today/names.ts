import { texts } from '../../texts/language.ts'

/** Planned work in words. What is not here is shown by its name. */
const works = texts(
  {
    'order.deadline': 'Unpaid order is cancelled',
    'order.complete': 'Order completes',
    'order.resource-gone': 'Order ends with its resource',
    'supervision.complete': 'Supervised delivery completes',
    'supervision.appeal': 'Time to appeal ends',
    'usage.check': 'Usage record is checked',
    'usage.collect': 'Usage is collected',
    'refund.overdue': 'Refund is decided without the seller',
    'filing.first-review': 'Filing: first review',
    'filing.sms': 'Filing: SMS code ends',
    'filing.authority-review': 'Filing: review by the authority',
    'filing.claim': 'Filing: time to claim ends',
    'account.freeze': 'Account in arrears is frozen',
    'account.release': 'Resources in arrears are released',
    'account.unfreeze': 'Account is unfrozen',
    'image.use': 'Lapsed image is charged',
    'workspace.carry-out': 'Desktop order is carried out',
    'workspace.rebuild': 'Desktop is rebuilt',
    'delivery.open': 'Call to the seller is opened',
    'delivery.attempt': 'Seller is called',
    'delivery.restart': 'Call to the seller starts again',
    'delivery.end': 'Calls to the seller end',
    'callback.send': 'Callback is sent',
    'probe.round': 'Sellers’ addresses are probed',
    'probe.judge': 'Probes are judged',
    'resource.life': 'Resource',
    remind: 'Expiry notice',
    renew: 'Automatic renewal',
    expire: 'Resource expires',
    'to-on-demand': 'Resource is charged by use',
    delete: 'Resource is deleted',
    freeze: 'Resource is frozen',
    release: 'Resource is released',
  },
  {
    'order.deadline': '未支付订单取消',
    'order.complete': '订单完成',
    'order.resource-gone': '订单随资源结束',
    'supervision.complete': '服务监管完成',
    'supervision.appeal': '申诉期结束',
    'usage.check': '校验用量记录',
    'usage.collect': '采集用量',
    'refund.overdue': '商家逾期，退款自动处理',
    'filing.first-review': '备案：初审',
    'filing.sms': '备案：短信码失效',
    'filing.authority-review': '备案：管局审核',
    'filing.claim': '备案：认领期结束',
    'account.freeze': '欠费账号冻结',
    'account.release': '欠费资源释放',
    'account.unfreeze': '账号解冻',
    'image.use': '过期镜像计费',
    'workspace.carry-out': '执行云桌面订单',
    'workspace.rebuild': '重建云桌面',
    'delivery.open': '创建对商家的调用',
    'delivery.attempt': '调用商家',
    'delivery.restart': '重新调用商家',
    'delivery.end': '结束对商家的调用',
    'callback.send': '发送回调',
    'probe.round': '探测商家地址',
    'probe.judge': '判定探测结果',
    'resource.life': '资源',
    remind: '到期提醒',
    renew: '自动续费',
    expire: '资源到期',
    'to-on-demand': '资源转按需',
    delete: '资源删除',
    freeze: '资源冻结',
    release: '资源释放',
  },
)

const nameOf = (name: string): string => (works.has(name) ? works(name) : name)

/** What a plan will do, in words. A resource's plan says which steps. */
export function workName({ work, about }: { readonly work: string; readonly about: unknown }): string {
  const { steps } = (about ?? {}) as { readonly steps?: readonly string[] }
  return work === 'resource.life' && steps !== undefined ? steps.map(nameOf).join(', ') : nameOf(work)
}

const kinds = texts(
  {
    orders: 'Orders',
    resources: 'Resources',
    products: 'Products',
    coupons: 'Coupons',
    certificates: 'Certificates',
    licences: 'Licence codes',
    usage: 'Usage records',
    supervisions: 'Supervised deliveries',
    sellerRequests: 'Seller’s requests',
    filings: 'ICP filings',
    deliveries: 'Calls to sellers',
  },
  {
    orders: '订单',
    resources: '资源',
    products: '商品',
    coupons: '优惠券',
    certificates: '证书',
    licences: '授权码',
    usage: '用量记录',
    supervisions: '服务监管',
    sellerRequests: '商家申请',
    filings: 'ICP 备案',
    deliveries: '对商家的调用',
  },
)

/** What a collection holds, in words. */
export const kindName = (kind: string): string => (kinds.has(kind) ? kinds(kind) : kind)
