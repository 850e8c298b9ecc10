import { defineCommand } from 'citty'
import { didYouMean } from '../../index.ts'
import { misused } from '../terminal/exit-codes.ts'
import { print, printJson } from '../terminal/print.ts'
import { tokenArguments, withTokens } from './token-options.ts'

export default defineCommand({
  meta: { description: 'Revoke a token: its next call is refused' },
  args: {
    name: { type: 'positional', required: true, description: 'Name of the token' },
    ...tokenArguments,
  },
  async run({ args }) {
    const { name } = args
    await withTokens(args, async (keeper) => {
      if (await keeper.remove(name)) return
      const known = (await keeper.list()).map((one) => one.name)
      throw misused(`There is no token "${name}".${didYouMean(name, known)} Run \`koosandbox tokens list\` to list them.`)
    })
    if (args.json) printJson({ format: 1, revoked: name })
    else print(`The token "${name}" is revoked.`)
  },
})
