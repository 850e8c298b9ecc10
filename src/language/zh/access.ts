import { catalogue } from '../catalogue.ts'

export const accessZh = catalogue({
  '"{0}" is no address or network of a proxy. Write it like 10.0.0.7 or 10.0.0.0/8.': '"{0}" 不是代理的地址或网段。写成 10.0.0.7 或 10.0.0.0/8 的形式。',
  'The namespace {0} has {1} worlds, which is its limit (worlds). Drop some, or ask for a higher limit.': '命名空间 {0} 有 {1} 个世界，已达上限（worlds）。删除一些，或申请更高的上限。',
  'The namespace {0} keeps {1} snapshots, which is its limit (snapshots). Drop some, or ask for a higher limit.': '命名空间 {0} 有 {1} 个快照，已达上限（snapshots）。删除一些，或申请更高的上限。',
  'The tokens are those from before: {0}': '令牌仍为此前的：{0}',
  'The worlds of the namespace {0} hold {1} orders, and its limit is {2} (orders). Drop or reset some, or ask for a higher limit.': '命名空间 {0} 的世界共有 {1} 个订单，上限为 {2}（orders）。删除或重置一些世界，或申请更高的上限。',
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
