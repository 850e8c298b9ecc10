import { defineCommand } from 'citty'
import { builtInStates, readStates } from '../../contract/states/read-states.ts'
import { builtInBundle, specsOf } from '../../index.ts'
import { valuesOf } from '../terminal/arguments.ts'
import { paint, print, printJson, table } from '../terminal/print.ts'

export default defineCommand({
  meta: { description: 'List the provider states that consumer pacts may use' },
  args: {
    states: { type: 'string', valueHint: 'file', description: 'A file with more provider states' },
    json: { type: 'boolean', description: 'JSON, for scripts' },
  },
  run({ rawArgs, args }) {
    const states = [...readStates([builtInStates(), ...valuesOf(rawArgs, 'states')], specsOf(builtInBundle())).values()]
    if (args.json) {
      const entries = states.map(({ name, about, start, parameters, place }) => ({
        name,
        about,
        ...(start ? { start } : {}),
        parameters,
        place,
      }))
      return printJson({ format: 1, states: entries })
    }
    for (const { name, about, parameters } of states) {
      print(`${paint('bold', name)}\n  ${about}`)
      const rows = Object.entries(parameters).map(([key, one]) => [
        `    ${key}`,
        one.about,
        'default' in one ? `default ${String(one.default)}` : 'required',
      ])
      if (rows.length > 0) print(table(rows))
    }
  },
})
