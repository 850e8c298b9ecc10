import { texts } from '../../texts/language.ts'

export const t = texts(
  {
    title: 'Worlds',
    about: 'Each world is a marketplace of its own. A call names its world in the header X-Sandbox-World.',
    name: 'Name',
    from: 'Begins with',
    clock: 'Clock',
    now: 'Its time',
    orders: 'Orders',
    facts: 'Facts',
    fork: 'fork of {name}',
  },
  {
    title: '沙箱世界',
    about: '每个沙箱世界都是一个独立的云商店。调用时用请求头 X-Sandbox-World 指定沙箱世界。',
    name: '名称',
    from: '来源',
    clock: '时钟',
    now: '世界时间',
    orders: '订单',
    facts: '事实',
    fork: '派生自 {name}',
  },
)
