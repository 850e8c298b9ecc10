import { defineCommand } from 'citty'
import { remoteArguments } from '../terminal/arguments.ts'
import { createForPipeline, isForPipeline, pipelineArguments } from './pipeline-world.ts'
import { createNamed } from './worlds.ts'

export default defineCommand({
  meta: { description: 'Create a world from a starting world' },
  args: {
    name: { type: 'positional', required: false, description: 'Name of the world; without one it is made up' },
    start: {
      type: 'string',
      valueHint: 'name',
      description: 'Starting world: default, empty, busy, every-state, trouble, desktops or filing',
    },
    ...pipelineArguments,
    ...remoteArguments,
  },
  async run({ args }) {
    if (isForPipeline(args)) return createForPipeline(args)
    const name = args.namespace === undefined ? (args.name as string) : `${args.namespace}--${args.name}`
    return createNamed(name, args)
  },
})
