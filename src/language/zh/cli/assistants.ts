import { catalogue } from '../../catalogue.ts'

export const cliAssistantsZh = catalogue({
  '"{0}" is not an address of a seller. Write it like http://localhost:8080/isv.': '"{0}" 不是商家地址。写法如 http://localhost:8080/isv。',
  'No server listens at {0}. Start the seller, or correct url, then call verify_seller again.': '{0} 上没有服务在监听。启动商家服务，或更正 url，然后再次调用 verify_seller。',
  'Print the entry for the configuration of your assistant (mcpServers) and end': '打印助手配置（mcpServers）中的条目，然后结束',
  'Serve the tools of a running sandbox to an assistant (Model Context Protocol) over standard input and output. Your assistant starts this command. Over HTTP the same tools are at /_sandbox/mcp of the sandbox':
    '通过标准输入输出向 AI 助手提供运行中沙箱的工具（Model Context Protocol）。由助手启动本命令。也可通过 HTTP 使用相同的工具：沙箱的 /_sandbox/mcp',
  'There is no profile "{0}".{1} The profiles are: {2}.': '没有类型 "{0}"。{1}可用的类型：{2}。',
  '{0} is not this machine, and only sellers on this machine are called. A person can run `koosandbox verify seller --url {1} --allow-host {2}`.': '{0} 不是本机，这里只调用本机上的商家。可由人运行 `koosandbox verify seller --url {1} --allow-host {2}`。',
})
