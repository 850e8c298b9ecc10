import type { JournalEntry, ReproducedError, Sandbox } from '../../src/index.ts'

/** What the call of a recipe met. */
interface Met {
  readonly reproduced: ReproducedError
  readonly status: number
  /** The code that the body says, or that the journal knows where the vendor sends no body. */
  readonly code: string | undefined
  /** Of the last call. */
  readonly entry: JournalEntry
}

/** Reproduces an error, makes its call over HTTP as it is printed, and drops the world. */
export async function meet(sandbox: Sandbox, error: string, operation: string): Promise<Met> {
  const reproduced = await sandbox.errors.reproduce(error, { operation })
  const { call, times, fill, world } = reproduced
  const since = sandbox.journal.count
  const last = () => sandbox.journal.entries({ since }).at(-1)
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
  if (!response || !entry) throw new Error(`The call of ${operation} for ${error} was not made.`)
  sandbox.worlds.drop(world)
  return { reproduced, status: response.status, code: codeOf(text, reproduced, entry), entry }
}

function codeOf(text: string, { inside, code }: ReproducedError, entry: JournalEntry): string | undefined {
  const body = text === '' ? undefined : JSON.parse(text)
  if (inside !== undefined)
    return inside
      .split('/')
      .slice(1)
      .reduce((value, key) => value?.[key], body)
  if (body === undefined) return entry.error?.split(':')[0]
  return String(body.error_code ?? body.resultCode ?? body.error?.code ?? body.error) === code ? code : text
}
