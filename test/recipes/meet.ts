import type { JournalEntry, ReproducedError, Sandbox } from '../../src/index.ts'

/** What the call of a recipe met. */
interface Met {
  readonly reproduced: ReproducedError
  readonly status: number
  /** The code that the body says, or that the journal knows where the vendor sends no body. */
  readonly code: string | undefined
  // biome-ignore lint/suspicious/noExplicitAny: the outside comes in
  readonly body: any
  /** Of the last call. Calls of the control API have none. */
  readonly entry: JournalEntry | undefined
  /** Whether the call changed the world. */
  readonly changed: boolean
}

/** Reproduces an error, makes its call over HTTP as it is printed, and drops the world. */
export async function meet(sandbox: Sandbox, error: string, operation: string): Promise<Met> {
  const reproduced = await sandbox.errors.reproduce(error, { operation })
  const { call, times, fill, world } = reproduced
  const since = sandbox.journal.count
  const last = () => sandbox.journal.entries({ since }).at(-1)
  const stateOf = () => {
    const own = sandbox.inWorld(world).world
    return JSON.stringify([own.facts.count, own.upcoming(), own.save()])
  }
  // What the steps lead to, calls of sellers for one, is not what the call does.
  if (/^(console|sandbox)\./.test(operation)) await sandbox.inWorld(world).clock.pass('0s')
  const before = stateOf()
  let response: Response | undefined
  for (let made = 0; made < times && last()?.error !== error; made++) {
    const filler = fill && 'x'.repeat(fill.bytes)
    response = await fetch(fill?.in === 'query' ? `${call.url}?filler=${filler}` : call.url, {
      method: call.method,
      headers: { ...call.headers, ...(fill?.in === 'header' ? { 'x-filler': filler ?? '' } : {}) },
      redirect: 'manual',
      ...(fill?.in === 'body' ? { body: filler ?? '' } : call.body === undefined ? {} : { body: call.body }),
    })
  }
  const text = (await response?.text()) ?? ''
  const entry = last()
  if (!response) throw new Error(`The call of ${operation} for ${error} was not made.`)
  const changed = stateOf() !== before
  sandbox.worlds.drop(world)
  const body = text === '' ? undefined : JSON.parse(text)
  return { reproduced, status: response.status, code: codeOf(body, reproduced, entry), body, entry, changed }
}

// biome-ignore lint/suspicious/noExplicitAny: the outside comes in
function codeOf(body: any, { inside, code }: ReproducedError, entry: JournalEntry | undefined): string | undefined {
  if (inside !== undefined)
    return inside
      .split('/')
      .slice(1)
      .reduce((value, key) => value?.[key], body)
  if (body === undefined) return entry?.error?.split(':')[0]
  return String(body.error_code ?? body.resultCode ?? body.error?.code ?? body.error) === code ? code : JSON.stringify(body)
}
