import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments } from '../terminal/arguments.ts'
import { EXIT } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { speech } from '../terminal/speech.ts'

export default defineCommand({
  meta: { description: 'List the scenarios that you can start' },
  args: { ...remoteArguments },
  async run({ args }) {
    const list = await connect(args).ask<ControlApi['schemas']['ScenarioList']>('GET', '/scenarios')
    for (const problem of list.problems) printNote(problem)
    if (args.json) printJson(list)
    else if (list.count === 0) printNote('There are no scenarios.')
    else {
      const chinese = speech().language === 'zh'
      const stepsOf = (steps: number) => (chinese ? `${steps} 步` : `${steps} ${steps === 1 ? 'step' : 'steps'}`)
      print(table(list.scenarios.map(({ name, about, steps }) => [name, stepsOf(steps), chinese ? about.zh : about.en])))
    }
    return list.problems.length > 0 ? EXIT.wrong : list.count === 0 ? EXIT.nothing : EXIT.fine
  },
})
