import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { paint, print, printJson, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { speech } from '../terminal/speech.ts'
import { ruleText } from './fault-lines.ts'

export default defineCommand({
  meta: { description: 'Show the steps of a scenario, and how a correct client handles it' },
  args: { name: { type: 'positional', required: true, description: 'The scenario' }, ...remoteArguments },
  async run({ args }) {
    const shown = await connect(args).ask<ControlApi['schemas']['ScenarioShown']>('GET', `/scenarios/${encodeURIComponent(args.name)}`)
    if (args.json) {
      printJson(shown)
      return EXIT.fine
    }
    const chinese = speech().language === 'zh'
    const { name, about, client, seller, steps, place } = shown
    print(`${paint('bold', name)}  ${paint('dim', place)}\n${chinese ? '' : `${about.en}\n`}${about.zh}\n`)
    print(table(steps.map((rule, i) => [`${i + 1}.`, rule.on, ruleText(rule)])))
    if (client) print(`\n${chinese ? '' : `A correct client: ${client.en}\n`}正确的客户端：${client.zh}`)
    if (seller) print(`\n${chinese ? '' : `A correct seller: ${seller.en}\n`}正确的商家系统：${seller.zh}`)
    return EXIT.fine
  },
})
