import { catalogue } from '../../catalogue.ts'

export const specsProductionLicenceDescribedZh = catalogue({
  '1 while debugging; absent and 0 mean real traffic': '调试时为 1；不带或为 0 表示真实业务',
  'Begin of the licence in UTC, yyyy-MM-dd HH:mm:ss and a lower-case z': '授权码的开始时间，UTC，yyyy-MM-dd HH:mm:ss 加小写 z',
  'Business serial number of the marketplace; tells applications apart, together with the fingerprint, and the upload names it': '云商店的业务流水号；与指纹一起区分各次申请，上传时也要带上它',
  'Device the licence is bound to': '授权码绑定的设备',
  'End of the licence in the same form. Needed for periodic products': '授权码的结束时间，写法相同。按周期商品必填',
  "Sent when a buyer applies for a licence of an instance. The same event and fingerprint get the same licence. The seller delivers it by uploading text or a file under the event's id.": '买家为实例申请授权码时发送。同一事件和指纹得到同一授权码。商家以事件的 id 上传文本或文件来交付授权码。',
  'Taken up, or refused by result code': '已受理，或以结果码拒绝',
  "What an online licence (在线开通License, industrial software) adds to the V2 production interface. newInstance, refreshInstance, updateInstanceStatus and releaseInstance are those of the service production, except that newInstance knows of the purchase codes 000100 alone. The licence applied for here is delivered through the open API's upload of text or a file.":
    '在线开通License（工业软件）在 V2 生产接口之外增加的调用。newInstance、refreshInstance、updateInstanceStatus 和 releaseInstance 与 production 服务的相同，但 newInstance 在新购的错误码中只有 000100。这里申请的授权码通过开放 API 上传文本或文件来交付。',
})
