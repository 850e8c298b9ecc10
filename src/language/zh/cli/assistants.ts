import { catalogue } from '../../catalogue.ts'

export const cliAssistantsZh = catalogue({
  'Print the entry for the configuration of your assistant (mcpServers) and end': '打印助手配置（mcpServers）中的条目，然后结束',
  'Serve the tools of a running sandbox to an assistant (Model Context Protocol) over standard input and output. Your assistant starts this command. Over HTTP the same tools are at /_sandbox/mcp of the sandbox':
    '通过标准输入输出向 AI 助手提供运行中沙箱的工具（Model Context Protocol）。由助手启动本命令。也可通过 HTTP 使用相同的工具：沙箱的 /_sandbox/mcp',
})
