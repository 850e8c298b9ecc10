import type { Exchange } from '../exchange.ts'

/** What one token counts, in ten-thousandths of a unit: a unit is a thousand tokens. Which unit prices are for is published nowhere. */
export const TOKEN = 10

const PARTS = [
  ['prompt_tokens', 'input_tokens'],
  ['completion_tokens', 'output_tokens'],
] as const

/**
 * The tokens that an answer tells in its top-level `usage`, streamed ones in the last event that has it. Without it nothing is charged, and the
 * journal says so.
 */
export function readTokens({ reply, findings }: Exchange): number {
  const usage = usageIn(String(reply.body ?? ''))
  let tokens = 0
  for (const names of PARTS) {
    const name = names.find((one) => usage?.[one] !== undefined) ?? names[0]
    const value = usage?.[name]
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) tokens += value
    else {
      findings.push({
        code: 'gateway.usage.missing',
        level: 'error',
        pointer: `/body/usage/${name}`,
        expected: `a whole number under ${names.join(' or ')}`,
        got: value === undefined ? 'nothing' : (JSON.stringify(value).slice(0, 80) ?? 'nothing'),
        source: 'UM/zh-cn_topic_0000002497990256',
        evidence: 'doc',
        hint: 'Answer with a top-level "usage": the gateway charges what it says.',
      })
      return 0
    }
  }
  return tokens
}

function usageIn(text: string): Readonly<Record<string, unknown>> | undefined {
  const events = [...text.matchAll(/^data: ?(.*)$/gm)].map(([, data = '']) => data).reverse()
  for (const one of events.length > 0 ? events : [text]) {
    try {
      const usage: unknown = JSON.parse(one)?.usage
      if (typeof usage === 'object' && usage !== null) return usage as Record<string, unknown>
    } catch {
      // Such as the last event of many model services: [DONE].
    }
  }
  return undefined
}
