import { catalogue } from '../../catalogue.ts'

export const cliAccessZh = catalogue({
  '"{0}" is no name of a namespace. Use at most 31 small letters and digits, with single hyphens between them.': '"{0}" 不是命名空间的名称。使用至多 31 个小写字母和数字，其间可有单个连字符。',
  'Create a token and print it, once': '创建令牌并打印，仅此一次',
  'File with the tokens that the control API requires; or set KOOSANDBOX_TOKENS': '控制 API 所要求的令牌的文件；或设置 KOOSANDBOX_TOKENS',
  'JSON, for scripts': '输出 JSON，供脚本使用',
  'Keep it now: only its SHA-256 is kept. Send it as X-Sandbox-Token, or set KOOSANDBOX_CONTROL_TOKEN.': '现在就保存它：沙箱只保留其 SHA-256。以 X-Sandbox-Token 发送，或设置 KOOSANDBOX_CONTROL_TOKEN。',
  'List the tokens, without their secrets': '列出令牌，不显示令牌本身',
  'Name of the person or pipeline; the audit log shows it': '人员或流水线的名称；审计日志会显示',
  'Name of the token': '令牌的名称',
  'Name the file of the tokens: --tokens FILE; or the database of the replicas: --store postgres://user@host/database.': '指明令牌的文件：--tokens FILE；或副本共享的数据库：--store postgres://user@host/database。',
  'Namespace whose worlds it sees; default: all worlds': '可见其世界的命名空间；默认：所有世界',
  'Revoke a token: its next call is refused': '吊销令牌：它的下一次调用即被拒绝',
  'The token "{0}" is revoked.': '令牌 "{0}" 已吊销。',
  'There are no tokens. Run `koosandbox tokens create NAME` to make one.': '没有令牌。运行 `koosandbox tokens create NAME` 创建一个。',
  'There is a token "{0}" already. Run `koosandbox tokens revoke {1}` first.': '已有令牌 "{0}"。先运行 `koosandbox tokens revoke {1}`。',
  'There is no token "{0}".{1} Run `koosandbox tokens list` to list them.': '没有令牌 "{0}"。{1}运行 `koosandbox tokens list` 列出令牌。',
  'What it may do: read, change worlds, everything': '可以做什么：读取、更改世界、一切',
  'When it ends: a duration or a date; default: never': '何时失效：时长或日期；默认：永不失效',
})
