import { defineCommand } from 'citty'
import { store } from '../../index.ts'
import { numberOf } from '../terminal/arguments.ts'
import { print, printJson } from '../terminal/print.ts'
import { asked } from './asked.ts'
import { requiredStore, storeArguments } from './store-option.ts'

export default defineCommand({
  meta: { description: 'Remove what a shared store no longer needs' },
  args: {
    ...storeArguments,
    unused: { type: 'string', valueHint: 'days', description: 'Remove worlds too that nobody used for so many days' },
  },
  async run({ args }) {
    const unused = args.unused === undefined ? undefined : numberOf(args.unused, '--unused', 1, 36_500)
    const { worlds, sheets, replicas } = await asked(store.vacuum(requiredStore(args), unused))
    if (args.json) printJson({ format: 1, worlds, sheets, replicas })
    else print(`Removed: ${worlds} worlds, ${sheets} shared starts, ${replicas} ended replicas.`)
  },
})
