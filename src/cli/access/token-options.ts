import { accessTokens, SpecFault, type TokenKeeper, WorldError } from '../../index.ts'
import { storeArgument, storeOf } from '../store/store-option.ts'
import { ExitError, misused } from '../terminal/exit-codes.ts'

/** The file of `serve --tokens`. */
export const tokensArgument = {
  tokens: {
    type: 'string',
    valueHint: 'file',
    description: 'File with the tokens that the control API requires; or set KOOSANDBOX_TOKENS',
  },
} as const

/** Arguments of commands about tokens. */
export const tokenArguments = {
  ...tokensArgument,
  ...storeArgument,
  json: { type: 'boolean', description: 'JSON, for scripts' },
} as const

interface Given {
  readonly tokens?: string | undefined
  readonly store?: string | undefined
}

export const tokensOf = (args: Given): string | undefined => args.tokens ?? process.env.KOOSANDBOX_TOKENS

/**
 * Does something with the tokens of a file or a database, and closes it.
 * @throws ExitError when neither is named, or it cannot be read
 */
export async function withTokens<T>(args: Given, work: (keeper: TokenKeeper) => Promise<T>): Promise<T> {
  const file = tokensOf(args)
  const store = storeOf(args)
  if (file === undefined && store === undefined)
    throw misused('Name the file of the tokens: --tokens FILE; or the database of the replicas: --store postgres://user@host/database.')
  try {
    const keeper = await accessTokens.open(file === undefined ? { store: store as string } : { file })
    try {
      return await work(keeper)
    } finally {
      await keeper.close()
    }
  } catch (error) {
    throw error instanceof SpecFault || error instanceof WorldError ? new ExitError(error.message) : error
  }
}
