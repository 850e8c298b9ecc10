import { misused } from './exit-codes.ts'

/** `--set a=1 --set b=text`: valid JSON is read as JSON. Commas belong to the value. */
export function membersOf(raw: readonly string[]): Record<string, unknown> {
  const pairs = raw.flatMap((word, i) => (word === '--set' ? [raw[i + 1] ?? ''] : word.startsWith('--set=') ? [word.slice(6)] : []))
  return Object.fromEntries(
    pairs.map((pair) => {
      const cut = pair.indexOf('=')
      if (cut < 1) throw misused(`--set needs name=value, not "${pair}".`)
      return [pair.slice(0, cut), readValue(pair.slice(cut + 1))]
    }),
  )
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
