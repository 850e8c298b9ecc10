import { catalogue } from '../catalogue.ts'

export const accessZh = catalogue({
  'The tokens are those from before: {0}': '令牌仍为此前的：{0}',
  'There is no snapshot "{0}".{1}': '没有快照 "{0}"。{1}',
  'There is no world "{0}".{1}': '没有世界 "{0}"。{1}',
  'a token has one of the roles {0}, not {1}.': '令牌的角色为 {0} 之一，而不是 {1}。',
  'a token needs a name.': '令牌需要名称。',
  'another token is called "{0}" already.': '已有名为 "{0}" 的令牌。',
  'expected a list of hosts: NAME or NAME:PORT.': '应为主机的列表：NAME 或 NAME:PORT。',
  'expected a list of tokens.': '应为令牌的列表。',
  'expected a moment such as 2027-01-31T00:00:00Z, not {0}.': '应为时刻，例如 2027-01-31T00:00:00Z，而不是 {0}。',
  'expected a whole number from 1, not {0}.': '应为不小于 1 的整数，而不是 {0}。',
  'expected members, each with its value.': '应为成员，每个成员带有值。',
  'expected the SHA-256 of the token, 64 hex digits. Run `koosandbox tokens create` to make one.': '应为令牌的 SHA-256，即 64 位十六进制数字。运行 `koosandbox tokens create` 生成令牌。',
  'there is no "{0}" here.{1}': '此处没有 "{0}"。{1}',
  'this version reads format 1, not {0}. Use a newer version.': '本版本读取格式 1，而不是 {0}。使用更新的版本。',
  '{0} is no name of a namespace. Use at most 31 small letters and digits, with single hyphens between them.': '{0} 不是命名空间的名称。使用至多 31 个小写字母和数字，其间可有单个连字符。',
})
