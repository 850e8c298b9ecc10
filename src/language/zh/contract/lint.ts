import { catalogue } from '../../catalogue.ts'

export const contractLintZh = catalogue({
  'OpenAPI documents': 'OpenAPI 文档',
  'another body': '其他消息体',
  'can be served as it is written': '可按原文提供服务',
  'no valid request could be made from its description: {0} must be {1}, and {2} was made. Look for rules that no value meets.': '按其描述无法生成有效请求：{0} 应为 {1}，生成的是 {2}。查找没有值能满足的规则。',
  'no wrong request is refused: {0} were tried, such as one {1}. Describe what its parameters and its body must be.': '没有拒绝任何错误请求：试了 {0} 个，如{1}的请求。写明参数和消息体的要求。',
  nothing: '无',
  'something else': '其他值',
  'without a body': '不带消息体',
  'without member {0}': '不带字段 {0}',
  'without {0} parameter {1}': '不带 {0} 参数 {1}',
  'wrong member {0}': '字段 {0} 错误',
  'wrong {0} parameter {1}': '{0} 参数 {1} 错误',
})
