import { defineCommand } from 'citty'
import { store } from '../../index.ts'
import { print, printJson } from '../terminal/print.ts'
import { asked } from './asked.ts'
import { requiredStore, storeArguments } from './store-option.ts'

export default defineCommand({
  meta: { description: 'Copy the worlds of a directory (serve --state) into a shared store' },
  args: { directory: { type: 'positional', description: 'The directory; no sandbox may be using it', required: true }, ...storeArguments },
  async run({ args }) {
    const { worlds, snapshots } = await asked(store.importDirectory(requiredStore(args), args.directory))
    if (args.json) printJson({ format: 1, worlds, snapshots })
    else
      print(
        `Imported: ${worlds.length} worlds (${worlds.slice(0, 10).join(', ')}${worlds.length > 10 ? ', …' : ''}), ${snapshots.length} snapshots.`,
      )
  },
})
