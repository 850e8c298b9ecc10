import { afterEach, expect, test } from 'vitest'
import { commandsOf, ROOT } from '../../src/cli/commands.ts'
import { runCli } from '../cli/run-cli.ts'
import { englishIn } from './english-left.ts'

// The language belongs to the process, as its streams do.
afterEach(() => runCli('--version', '--lang', 'en'))

const COMMANDS = ['', ...commandsOf(ROOT).map(({ name }) => name)]
const helpOf = async (name: string, lang: string) => (await runCli('help', ...name.split(' ').filter(Boolean), '--lang', lang)).out

test('both languages have the same commands and options, and the Chinese help has no English sentence', async () => {
  const different: string[] = []
  const english: string[] = []
  for (const name of COMMANDS) {
    const [en, zh] = [await helpOf(name, 'en'), await helpOf(name, 'zh')]
    const options = (help: string) => help.match(/^ {2}(?:--[\w-]+|[A-Z]{2,}\b)/gm)?.map((one) => one.trim())
    if (String(options(en)) !== String(options(zh))) different.push(name)
    // The titles of profiles come from the specs.
    english.push(
      ...zh
        .split('\n')
        .filter((line) => !/^(?:用法：| {2}koosandbox )/.test(line))
        .flatMap((line) => englishIn(line.replace(/^ {2}\S+/, '')))
        .map((words) => `${name}: ${words}`),
    )
    expect(zh).toMatch(/\p{Script=Han}/u)
  }
  expect(different).toEqual([])
  expect(english).toEqual([])
})

test.each([
  [['ordr'], '未知命令 "ordr"。您是不是指 "order"？运行 `koosandbox help` 查看全部命令。\n'],
  [['serve', '--prot', '1'], '未知选项 --prot。您是不是指 "--port"？\n'],
  [['clock', '--world', 'A B'], '"A B" 不是有效的世界名称。最多 63 个小写字母、数字和连字符，以字母或数字开头。\n'],
  [['serve', '--world', 'defalt'], expect.stringMatching(/^未知初始世界 "defalt"。您是不是指 "default"？可选：busy、default、.*。\n$/)],
  [['show', '--url', 'http://127.0.0.1:9'], expect.stringMatching(/^http:\/\/127\.0\.0\.1:9 .*拒绝|HTTP 客户端拒绝访问端口 9/)],
  [['verify', 'seller', '--url', 'x', '--key', 'k'], '"x" 不是商家地址。写法如 http://localhost:8080/isv。\n'],
])('%j is refused in Chinese', async (words, message) => {
  const { code, err } = await runCli(...words, '--lang', 'zh')
  expect(code).toBe(2)
  expect(err).toEqual(message)
})

test.each([
  [['doctor'], ['正常  Node', '端口', '代理', '文件夹']],
  [
    ['errors', 'explain', 'CBC.99003110'],
    ['错误消息', '含义', '触发原因', '响应体', '来源', '无需强制返回即可复现：bss.PayOrders、bss.PayOrdersLegacy'],
  ],
])('the labels of %j are Chinese', async (words, labels) => {
  const { out } = await runCli(...words, '--lang', 'zh')
  for (const label of labels) expect(out).toContain(label)
})

test('a language that does not exist exits 2', async () => {
  expect(await runCli('--help', '--lang', 'fr')).toMatchObject({ code: 2, err: '--lang must be en or zh, not "fr".\n' })
  expect(await runCli('--help', '--lang')).toMatchObject({ code: 2, err: '--lang needs a language: en or zh.\n' })
})
