import { misused } from '../terminal/exit-codes.ts'

/** The address of a database; it may hold a password, which other users of the machine see on a command line. */
export const storeArgument = {
  store: {
    type: 'string',
    valueHint: 'postgres://…',
    description: 'Database that replicas share; default: KOOSANDBOX_STORE',
  },
} as const

/** Arguments of commands about a store. */
export const storeArguments = { ...storeArgument, json: { type: 'boolean', description: 'JSON, for scripts' } } as const

/** The address of a store, if one is named. */
export const storeOf = (args: { readonly store?: string | undefined }): string | undefined => args.store ?? process.env.KOOSANDBOX_STORE

/** @throws ExitError without an address */
export function requiredStore(args: { readonly store?: string | undefined }): string {
  const store = storeOf(args)
  if (store === undefined) throw misused('Name the database: --store postgres://user@host/database, or KOOSANDBOX_STORE.')
  return store
}
