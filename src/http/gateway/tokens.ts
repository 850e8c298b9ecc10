/** How much one token counts, in ten-thousandths of a unit: a unit is a thousand tokens. The unit of prices is not published. */
export const TOKEN = 10

/** Longer lines are skipped: usage is short. */
const LONGEST = 1024 * 1024

const PARTS = [
  ['prompt_tokens', 'input_tokens'],
  ['completion_tokens', 'output_tokens'],
] as const

type Usage = Readonly<Record<string, unknown>>

/** What is wrong with the usage that an answer reports. */
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

/** The tokens that an answer reports, or what is wrong with the report: then nothing is charged. */
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

/** Reads an answer line by line as it comes. The last top-level `usage` counts: in streamed answers the last event has the total. */
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
