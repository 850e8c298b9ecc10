import { catalogue } from '../catalogue.ts'

export const statefulZh = catalogue({
  'A JSON Patch is a list of operations.': 'JSON Patch 应为操作列表。',
  'The JSON Patch copies more than {0} bytes (operation {1}).': 'JSON Patch 复制的内容超过 {0} 字节（第 {1} 个操作）。',
  'The JSON Patch does not fit (operation {0}): {1}': 'JSON Patch 不适用（第 {0} 个操作）：{1}',
  'The result of the change is not an object.': '改动的结果不是对象。',
  'The result of the change is not valid: {0} must be {1}.': '改动的结果无效：{0} 应为 {1}。',
  'There is already a thing with the key {0} in {1}.': '{1} 中已有键为 {0} 的对象。',
  'There is no {0} in {1}.': '{1} 中没有 {0}。',
  'There is no {0} in {1}. Create it first.': '{1} 中没有 {0}。先创建它。',
  'no member can be at this path': '该路径下不能有成员',
})
