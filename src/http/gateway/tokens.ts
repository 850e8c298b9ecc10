/** What one token counts, in ten-thousandths of a unit: a unit is a thousand tokens. Which unit prices are for is published nowhere. */
export const TOKEN = 10

/** Of a line that is longer nothing is read: usage is short. */
const LONGEST = 1024 * 1024

const PARTS = [
  ['prompt_tokens', 'input_tokens'],
  ['completion_tokens', 'output_tokens'],
] as const

type Usage = Readonly<Record<string, unknown>>

/** What is wrong with the usage that an answer tells. */
export interface UsageFinding {
  readonly code: 'gateway.usage.missing'
  readonly level: 'error'
  readonly pointer: string
  readonly expected: string
  readonly got: string
  readonly source: string
  readonly evidence: 'doc'
  readonly hint: string
}

/** The tokens that an answer tells, or what is wrong with what it tells: then nothing is charged. */
export function tokensOf(usage: Usage | undefined): { readonly tokens: number } | { readonly finding: UsageFinding } {
  let tokens = 0
  for (const names of PARTS) {
    const name = names.find((one) => usage?.[one] !== undefined) ?? names[0]
    const value = usage?.[name]
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) tokens += value
    else
      return {
        finding: {
          code: 'gateway.usage.missing',
          level: 'error',
          pointer: `/body/usage/${name}`,
          expected: `a whole number under ${names.join(' or ')}`,
          got: value === undefined ? 'nothing' : (JSON.stringify(value).slice(0, 80) ?? 'nothing'),
          source: 'UM/zh-cn_topic_0000002497990256',
          evidence: 'doc',
          hint: 'Answer with a top-level "usage": the gateway charges that number.',
        },
      }
  }
  return { tokens }
}

/** Reads an answer as it comes, by the line. The last top-level `usage` counts: of streamed answers the last event has the whole. */
export function createUsageReader(): { read(part: Uint8Array): void; end(): Usage | undefined } {
  const decoder = new TextDecoder()
  let line = ''
  let skipping = false
  let usage: Usage | undefined
  const take = (text: string, last: boolean) => {
    const [first = '', ...more] = text.split(/\r\n|\n|\r/)
    line += first
    for (const next of more) {
      if (!skipping) usage = usageIn(line.replace(/^data: ?/, '')) ?? usage
      skipping = false
      line = next
    }
    if (line.length > LONGEST) {
      skipping = true
      line = ''
    }
    if (last && !skipping) usage = usageIn(line.replace(/^data: ?/, '')) ?? usage
  }
  return {
    read(part) {
      take(decoder.decode(part, { stream: true }), false)
    },
    end() {
      take(decoder.decode(), true)
      return usage
    },
  }
}

/** The top-level `usage` of one JSON text. */
export function usageIn(text: string): Usage | undefined {
  if (!text.includes('"usage"')) return undefined
  try {
    const usage: unknown = JSON.parse(text)?.usage
    return typeof usage === 'object' && usage !== null ? (usage as Usage) : undefined
  } catch {
    // Such as the last event of many model services: [DONE].
    return undefined
  }
}
