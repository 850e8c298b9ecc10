import { catalogue } from '../../catalogue.ts'

export const contractDiffZh = catalogue({
  'a body': '有消息体',
  'a header': '有消息头',
  'a required field': '必填字段',
  'an optional field': '选填字段',
  'any value': '任意值',
  'every role': '所有角色',
  'no credential': '无凭证',
  'no others': '不允许其他字段',
  'not called': '不调用',
  'not called any more': '不再调用',
  'other members are allowed': '允许其他字段',
  '{0} breaking, {1} risky, {2} harmless changes; {3} operations and tables compared.': '{0} 处不兼容、{1} 处有风险、{2} 处无影响的改动；比较了 {3} 个接口和表格。',
  '{0}, in one text': '{0}，在一个字符串中',
  '{0}: format {1} is not what this version reads (1). Install a newer koogallery-sandbox.': '{0}：格式 {1} 不是本版本读取的（1）。安装更新的 koogallery-sandbox。',
  '{0}: it has no operation to compare.': '{0}：没有可比较的接口。',
  '{0}: there is no such file or folder.': '{0}：没有这个文件或文件夹。',
  '{0}: this is not JSON ({1}).': '{0}：这不是 JSON（{1}）。',
  '{0}: this is not a folder of specs (it has no sources.yaml). Name the folder, a bundle, or one OpenAPI document.': '{0}：这不是规范文件夹（没有 sources.yaml）。指明该文件夹、一个打包文件或一个 OpenAPI 文档。',
})
