import { catalogue } from '../../catalogue.ts'

export const specsProductionLicenceZh = catalogue({
  'A parameter is missing or wrong': '参数缺失或错误',
  "Something else went wrong inside the seller's service": '商家服务内部的其他故障',
  "The application lies outside the order's validity": '申请时间不在订单有效期内',
  "The instance's order has no licence left": '该实例的订单没有剩余的授权码',
  'The licence is made in the background and uploaded later': '授权码在后台生成，稍后上传',
  'The licence is on its way': '授权码正在签发',
  'The seller knows no such instance': '商家没有该实例',
  'The signature is missing or does not fit': '签名缺失或不符',
  'answer a well-formed signed call': '响应格式正确且签名正确的调用',
  'apply before the order begins or after it ends': '在订单开始前或结束后申请',
  'apply for a periodic product without expireTime': '为按周期商品申请时不带 expireTime',
  'apply more often than the order allows': '申请次数超过订单允许的数量',
  'apply where licences take time': '在授权码需要时间生成的商家处申请',
  'apply without deviceFingerprint where the licence is bound to a device': '授权码与设备绑定时，申请不带 deviceFingerprint',
  'deviceFingerprint is missing': '缺少 deviceFingerprint',
  'expireTime is missing for a periodic product': '按周期商品缺少 expireTime',
  'leave out a mandatory member': '缺少必填成员',
  "let the seller's service fail": '让商家的服务失败',
  'name an instance that was never made': '指定从未创建过的实例',
  'sign with another key': '用另一个密钥签名',
})
