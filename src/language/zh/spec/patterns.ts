import { catalogue } from '../../catalogue.ts'

export const specPatternsZh = catalogue({
  'a bracket is not opened': '有括号没有左括号',
  'a group is not closed': '有分组没有闭合',
  'a group of another dialect': '其他正则方言的分组',
  'no character is known for {0}': '没有已知的字符可匹配 {0}',
  'too deep': '嵌套过深',
})
