import { defineCommand } from 'citty'
import { store } from '../../index.ts'
import { print, printJson } from '../terminal/print.ts'
import { asked } from './asked.ts'
import { requiredStore, storeArguments } from './store-option.ts'

export default defineCommand({
  meta: { description: 'Create the tables of a shared store, or bring them to this version' },
  args: storeArguments,
  async run({ args }) {
    const migrations = await asked(store.migrate(requiredStore(args)))
    if (args.json) printJson({ format: 1, migrations })
    else print(migrations.length === 0 ? 'The tables are those of this version already.' : `Done: ${migrations.join(', ')}.`)
  },
})
