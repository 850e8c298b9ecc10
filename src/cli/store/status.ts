import { defineCommand } from 'citty'
import { store } from '../../index.ts'
import { print, printJson, table } from '../terminal/print.ts'
import { asked } from './asked.ts'
import { requiredStore, storeArguments } from './store-option.ts'

export default defineCommand({
  meta: { description: 'Show the replicas of a shared store, and what it holds' },
  args: storeArguments,
  async run({ args }) {
    const status = await asked(store.status(requiredStore(args)))
    if (args.json) {
      printJson({ format: 1, ...status })
      return
    }
    const { schema, replicas, worlds, inMemory, snapshots, bytes } = status
    const waiting = [...schema.missing.map((name) => `lacks ${name}`), ...schema.unknown.map((name) => `has ${name}, which is newer`)]
    print(
      [
        `Tables: ${waiting.length === 0 ? 'of this version' : `${waiting.join(', ')}`}`,
        `Worlds: ${worlds}, of which ${inMemory} in memory; snapshots: ${snapshots}; ${(bytes / 1024 / 1024).toFixed(1)} MB`,
        replicas.length === 0 ? 'No replica is running.' : '',
        ...(replicas.length === 0
          ? []
          : [
              table([
                ['REPLICA', 'WORLDS', 'VERSION', 'SINCE', 'ADDRESS'],
                ...replicas.map((one) => [one.name, String(one.worlds), one.version, one.started, one.url]),
              ]),
            ]),
      ]
        .filter((line) => line !== '')
        .join('\n'),
    )
  },
})
