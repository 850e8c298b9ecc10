import { catalogue } from '../../catalogue.ts'

export const consoleOrganisationZh = catalogue({
  'Application {0} is not bound to {1}: BindApplication binds it.': '应用 {0} 未绑定到 {1}：用 BindApplication 绑定。',
  'Department {0} cannot stand below {1}, which stands below it.': '部门 {0} 不能置于 {1} 之下，后者是它的下级。',
  'Department {0} has {1} in it: move them first.': '部门 {0} 下还有 {1}：先移走。',
  'The organisation has no department "{0}": {1}.': '组织中没有部门 "{0}"：{1}。',
  'The organisation has nobody of the login name "{0}": {1}.': '组织中没有登录名为 "{0}" 的人：{1}。',
  'There is no application credential "{0}" in world "{1}".': '世界 "{1}" 中没有应用凭证 "{0}"。',
  'There is no call "{0}" of the kit in world "{1}".': '世界 "{1}" 中没有 kit 的调用 "{0}"。',
  'it has no people': '还没有人员',
  'it has none': '还没有部门',
  'publicKey has {0} bits. Send an RSA key of at least {1} bits.': 'publicKey 为 {0} 位。发送至少 {1} 位的 RSA 密钥。',
  'publicKey must be an RSA public key, as PEM or as base64 of its DER form.': 'publicKey 应为 RSA 公钥，PEM 格式或其 DER 的 Base64。',
  '{0} ({1}) is closed.': '{0}（{1}）已关闭。',
  '{0} ({1}) is not sold by the seller of credential {2}.': '{0}（{1}）不由凭证 {2} 的商家销售。',
  '{0} ({1}) is {2}: the kit of joint operations is there for SaaS.': '{0}（{1}）是 {2}：联合运营 kit 只用于 SaaS。',
  '{0} ({1}) is {2}: there is nothing to decide.': '{0}（{1}）的状态为 {2}：没有待审批的内容。',
  '{0} has no department "{1}".': '{0} 没有部门 "{1}"。',
  '{0} has nobody of the login name "{1}".': '{0} 没有登录名为 "{1}" 的人。',
  '{0} has {1} credentials; console.applicationsPerSeller allows {2}.': '{0} 已有 {1} 个凭证；console.applicationsPerSeller 允许 {2} 个。',
  '{0} is the name of {1} at the same level already.': '{0} 已是同级 {1} 的名称。',
})
