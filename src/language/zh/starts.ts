import { catalogue } from '../catalogue.ts'

export const startsZh = catalogue({
  '"{0}" comes round to itself: {1}.': '"{0}" 绕回了自身：{1}。',
  '"{0}" exists already.': '"{0}" 已存在。',
  '"{0}" is not in the extended world.{1}': '被扩展的世界中没有 "{0}"。{1}',
  'belongs to "extends", which is missing.': '属于 "extends"，而它缺失。',
  'has no product that can be bought.': '没有可购买的商品。',
  'is empty.': '为空。',
  'is missing, and there are no lines to add up.': '缺失，且没有可以相加的行。',
  'must be a length of time such as P2Y, not "{0}".': '应为时长，如 P2Y，而不是 "{0}"。',
  'must be a list of entities.': '应为实体列表。',
  'must be a list of members.': '应为字段列表。',
  'must be a number from 0 to 1, not {0}.': '应为 0 到 1 的数字，而不是 {0}。',
  'must be a text.': '应为字符串。',
  'must be a text. Put it in quotation marks.': '应为字符串。加上引号。',
  'must be a whole number from 0 to {0}, not {1}.': '应为 0 到 {0} 的整数，而不是 {1}。',
  'must be a whole number from 1 to {0}, not {1}.': '应为 1 到 {0} 的整数，而不是 {1}。',
  'must be above 0.': '应大于 0。',
  'there is no "{0}" among the {1}.{2}': '{1} 中没有 "{0}"。{2}',
  'there is no collection "{0}".{1}': '没有集合 "{0}"。{1}',
  'there is no starting world "{0}".{1}': '未知初始世界 "{0}"。{1}',
})
