import { defineCommand } from 'citty'
import { systemClock } from '../../index.ts'
import { print, printJson, table } from '../terminal/print.ts'
import { tokenArguments, withTokens } from './token-options.ts'

export default defineCommand({
  meta: { description: 'List the tokens, without their secrets' },
  args: tokenArguments,
  async run({ args }) {
    const kept = await withTokens(args, (keeper) => keeper.list())
    const tokens = kept.map(({ name, role, namespace, expires }) => ({
      name,
      role,
      ...(namespace === undefined ? {} : { namespace }),
      ...(expires === undefined ? {} : { expires: new Date(expires).toISOString(), expired: expires <= systemClock.now() }),
    }))
    if (args.json) printJson({ format: 1, count: tokens.length, tokens })
    else if (tokens.length === 0) print('There are no tokens. Run `koosandbox tokens create NAME` to make one.')
    else
      print(
        table([
          ['NAME', 'ROLE', 'NAMESPACE', 'EXPIRES'],
          ...tokens.map((one) => [
            one.name,
            one.role,
            one.namespace ?? 'all',
            one.expires === undefined ? 'never' : `${one.expires}${one.expired ? ' (expired)' : ''}`,
          ]),
        ]),
      )
  },
})
