import { defineCommand } from 'citty'
import { type AccessRole, accessTokens, isNamespace, ROLES, systemClock, targetOf, WorldError } from '../../index.ts'
import { ExitError, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote } from '../terminal/print.ts'
import { tokenArguments, withTokens } from './token-options.ts'

export default defineCommand({
  meta: { description: 'Create a token and print it, once' },
  args: {
    name: { type: 'positional', required: true, description: 'Name of the person or pipeline; the audit log shows it' },
    role: { type: 'enum', options: [...ROLES], default: 'tester', description: 'What it may do: read, change worlds, everything' },
    namespace: { type: 'string', valueHint: 'name', description: 'Namespace whose worlds it sees; default: all worlds' },
    expires: { type: 'string', valueHint: 'P90D', description: 'When it ends: a duration or a date; default: never' },
    ...tokenArguments,
  },
  async run({ args }) {
    const { name, namespace } = args
    if (namespace !== undefined && !isNamespace(namespace))
      throw misused(
        `"${namespace.slice(0, 80)}" is no name of a namespace. Use at most 31 small letters and digits, with single hyphens between them.`,
      )
    const expires = args.expires === undefined ? undefined : momentOf(args.expires)
    const about = {
      name,
      role: args.role as AccessRole,
      ...(namespace === undefined ? {} : { namespace }),
      ...(expires === undefined ? {} : { expires }),
    }
    const token = await withTokens(args, (keeper) => accessTokens.create(keeper, about))
    if (token === undefined) throw new ExitError(`There is a token "${name}" already. Run \`koosandbox tokens revoke ${name}\` first.`)
    if (args.json) {
      printJson({ format: 1, ...about, ...(expires === undefined ? {} : { expires: new Date(expires).toISOString() }), token })
      return
    }
    print(token)
    printNote('Keep it now: only its SHA-256 is kept. Send it as X-Sandbox-Token, or set KOOSANDBOX_CONTROL_TOKEN.')
  },
})

/** The end of a token's life, epoch milliseconds. */
function momentOf(text: string): number {
  const now = systemClock.now()
  try {
    return targetOf(/^\d{4}-/.test(text) ? { to: text } : text, now)
  } catch (error) {
    throw error instanceof WorldError ? misused(`--expires: ${error.message}`) : error
  }
}
