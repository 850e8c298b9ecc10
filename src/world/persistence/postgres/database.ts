import pg from 'pg'
import { WorldError } from '../../engine/world-error.ts'

/** A row as the driver returns it. */
export type Row = Readonly<Record<string, unknown>>

/** Connections to one database. */
export interface Database {
  /**
   * @param within milliseconds to wait for the answer, where less than usual
   * @throws WorldError `state.database`
   */
  query<R extends Row>(text: string, values?: readonly unknown[], within?: number): Promise<R[]>
  /**
   * Runs several statements in one transaction.
   * @throws WorldError `state.database`; what `work` throws, after a rollback
   */
  transaction<T>(work: (query: Database['query']) => Promise<T>): Promise<T>
  close(): Promise<void>
  /** The address without its password, for messages. */
  readonly shown: string
}

/** Milliseconds to wait for a connection, and for an answer. A replica that waits longer loses its lease anyway. */
const CONNECT = 3_000
const ANSWER = 10_000

/**
 * Connects when first asked something.
 * @param url `postgres://user:password@host:port/database`; `?schema=NAME` for tables outside of `public`
 */
export function openDatabase(url: string): Database {
  const shown = shownAddress(url)
  const { address, schema } = readAddress(url, shown)
  const pool = new pg.Pool({
    connectionString: address,
    application_name: 'koosandbox',
    max: 6,
    connectionTimeoutMillis: CONNECT,
    query_timeout: ANSWER,
    keepAlive: true,
    // A transaction of a paused process must not keep others out.
    options: `-c search_path=${schema} -c idle_in_transaction_session_timeout=2000 -c statement_timeout=${ANSWER}`,
  })
  // An idle connection that breaks is replaced at the next query; there is nothing else to do.
  pool.on('error', () => {})

  const explained = (error: unknown): WorldError => {
    if (error instanceof WorldError) return error
    return new WorldError('state.database', `${shown}: ${reasonOf(error)}`, { cause: error })
  }

  const queryOf =
    (on: Pick<pg.Pool, 'query'>): Database['query'] =>
    async <R extends Row>(text: string, values: readonly unknown[] = [], within: number = ANSWER) => {
      try {
        // The driver reads `query_timeout` of one query; its types do not say so.
        const asked: pg.QueryConfig & { query_timeout: number } = { text, values: [...values], query_timeout: Math.min(within, ANSWER) }
        const { rows } = await on.query<R>(asked)
        return rows
      } catch (error) {
        throw explained(error)
      }
    }

  return {
    shown,
    query: queryOf(pool),
    async transaction(work) {
      const client = await pool.connect().catch((error: unknown) => {
        throw explained(error)
      })
      // An error of the connection itself comes with the statement that it breaks.
      client.on('error', () => {})
      const query = queryOf(client)
      let broken: Error | undefined
      try {
        await query('begin')
        const result = await work(query)
        await query('commit')
        return result
      } catch (error) {
        await query('rollback').catch((second: unknown) => {
          broken = second as Error
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => pool.end(),
  }
}

/** Whether the server itself refused a statement: then nothing of it is stored. After any other failure it may be. */
export function isRefused(error: unknown): boolean {
  const { code } = ((error as { cause?: unknown }).cause ?? {}) as { code?: unknown }
  return typeof code === 'string' && /^(?:2[1-9A-F]|40|42|53|54|P0)...$/.test(code)
}

/** Whether a statement was refused only because of others that ran at the same time. */
export function isPassing(error: unknown): boolean {
  const { code } = ((error as { cause?: unknown }).cause ?? {}) as { code?: unknown }
  return code === '40P01' || code === '40001'
}

/** An address for messages and logs: without its password. */
export function shownAddress(url: string): string {
  return url.replace(/^(\w+:\/\/[^:@/]+):[^@/]*@/, '$1@')
}

function readAddress(url: string, shown: string): { readonly address: string; readonly schema: string } {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    throw new WorldError('state.database', `"${shown}" is no address. Write postgres://user:password@host:port/database.`)
  }
  if (!/^postgres(ql)?:$/.test(parsed.protocol))
    throw new WorldError('state.database', `"${shown}" begins with ${parsed.protocol}//, not with postgres://.`)
  const schema = parsed.searchParams.get('schema') ?? 'public'
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(schema))
    throw new WorldError('state.database', `"${schema}" is no name of a schema: use small letters, digits and _.`)
  parsed.searchParams.delete('schema')
  return { address: parsed.href, schema }
}

const CODES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'no database listens there. Start it, or correct the address',
  ENOTFOUND: 'there is no such host. Correct the address',
  '28P01': 'the password is wrong. Correct it in the address',
  '28000': 'this user may not connect. Ask who runs the database',
  '3D000': 'there is no such database. Create it (createdb), or correct the address',
  '42P01': 'its tables are missing. Run `koosandbox store migrate`',
  '42501': 'this user may not do that. Grant it the right to',
  '53100': 'the disk of the database is full. Free some space',
  '53300': 'the database has no connection free. Raise max_connections, or run fewer replicas',
}

function reasonOf(error: unknown): string {
  const { code, message, errors } = error as { code?: string; message?: string; errors?: readonly Error[] }
  const known = code === undefined ? undefined : CODES[code]
  return `${known ?? (message || errors?.[0]?.message) ?? String(error)}${code === undefined ? '' : ` (${code})`}.`
}
