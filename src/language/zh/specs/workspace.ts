import { catalogue } from '../../catalogue.ts'

export const specsWorkspaceZh = catalogue({
  'A bandwidth_size is mandatory, so the gateway refuses a request without it first (APIGW.0201).': 'bandwidth_size 必填，缺少它的请求会先被网关拒绝（APIGW.0201）。',
  'A package belongs to the account, so no desktop can be busy with another order.': '套餐属于账号，因此不会有桌面被另一个订单占用。',
  'How many entries orders[] has, one for each desktop or one for the whole request. The pages show a single entry for a pool and say nothing about lists.': 'orders[] 有几项：每个桌面一项，还是整个请求一项。页面对桌面池只给出一项，没有说明列表的情况。',
  'It stands for a failure of a service behind Workspace, and the sandbox has none.': '它表示 Workspace 背后某个服务的故障，而沙箱没有这样的故障。',
  'Listed with this status; its text is not known here.': '列有此状态码；文本未知。',
  'Listed with this status; its text is not known here. At twelve characters it is as long as the published length allows.': '列有此状态码；文本未知。长度为十二个字符，正好是公布的上限。',
  'Status and shape are documented, the number and the text are not.': '状态码和结构有文档，错误码编号和文本没有。',
  'Status and shape are documented, the number and the text are not. Carries encoded_authorization_message when the caller lacks a permission.': '状态码和结构有文档，错误码编号和文本没有。调用方缺少权限时带 encoded_authorization_message。',
  'The identity service did not answer as it should.': '身份服务没有正常响应。',
  'The request holds nothing to work on.': '请求中没有要操作的对象。',
  'The server service behind the desktops did not answer as it should.': '桌面背后的服务器服务没有正常响应。',
  'Whether a batch order must carry the parameter object that belongs to its type. No page says so, but without it there is nothing to order.': '批量订单是否必须带与其类型对应的参数对象。没有页面这样要求，但缺少它就没有可订购的内容。',
  'Whether a desktop that cannot be changed shows as result FAIL in its own entry of a 200 (each) or refuses the request (whole).': '不能变更的桌面怎样返回：在 200 响应的对应项中标为 result FAIL（each），还是拒绝整个请求（whole）。',
  'Whether answers carry job_id. Only the newest definition has it.': '响应是否带 job_id。只有最新的定义中有它。',
  'Whether the text bandwidth_size must be a whole number from 1 to 2000 (Mbit/s, as in the sibling calls that take an integer) or may be any text, as the schema alone says.': '文本 bandwidth_size 是必须为 1 到 2000 的整数（Mbit/s，与取整数的同类接口一致），还是像 schema 所写那样可为任意文本。',
  'leave out desktop_ids and desktop_pool_id together, or image_id and image_spec_code together': '同时缺少 desktop_ids 和 desktop_pool_id，或同时缺少 image_id 和 image_spec_code',
  'name a desktop, pool or bandwidth that the project does not have, or mix ordinary and pool desktops': '指定项目中不存在的桌面、桌面池或带宽，或混用普通桌面和池桌面',
  'only by a scenario or a forced error': '只能通过场景或强制返回',
  'order a change of a desktop or bandwidth whose last change order is still open': '桌面或带宽的上一个变更订单未完成时，再次下变更订单',
})
