import { didYouMean } from '../../language/did-you-mean.ts'

/** States as the vendor's pages call them in Chinese, and ours for each; which one is meant depends on the kind. */
const CHINESE: Readonly<Record<string, readonly string[]>> = {
  待支付: ['pending-payment'],
  待付款: ['pending-payment'],
  待审核: ['to-review', 'in-review'],
  待审批: ['to-approve'],
  待确认: ['to-confirm'],
  待退款: ['to-refund'],
  待收货: ['to-receive'],
  待发货: ['to-ship'],
  处理中: ['processing'],
  已完成: ['completed', 'succeeded'],
  完成: ['completed', 'succeeded'],
  已取消: ['cancelled'],
  取消: ['cancelled'],
  使用中: ['in-use', 'active'],
  已开通: ['in-use', 'active'],
  正常: ['in-use', 'active'],
  已冻结: ['frozen'],
  冻结: ['frozen'],
  已到期: ['expired'],
  已过期: ['expired'],
  宽限期: ['expired'],
  保留期: ['frozen'],
  已关闭: ['closed'],
  已释放: ['closed'],
  已退订: ['unsubscribed', 'closed'],
  已激活: ['active', 'used'],
  未激活: ['issued'],
  已使用: ['used'],
  停售: ['suspended'],
  在售: ['on-sale'],
  已下架: ['withdrawn'],
  下架: ['withdrawn'],
}

/** `Did you mean`: for a misspelt state, and for one in Chinese. */
export function stateMeant(wanted: string, known: readonly string[]): string {
  const meant = Object.hasOwn(CHINESE, wanted) ? CHINESE[wanted]?.find((state) => known.includes(state)) : undefined
  return meant === undefined ? didYouMean(wanted, known) : ` Did you mean "${meant}"?`
}
