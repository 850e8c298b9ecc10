import type { Problem } from './ask.ts'

/** Which tool helps after a refusal of the control API. */
const NEXT: Readonly<Record<string, string>> = {
  'unknown-world': 'Call list_worlds to see the worlds, or create_world to create one.',
  'world.unknown': 'Call list_worlds to see the worlds, or create_world to create one.',
  'unknown-entity': 'Call list_entities without kind to see the collections, and with kind to see the ids.',
  'unknown-product': 'Call list_products to see what can be bought.',
  'unknown-order': 'Call list_entities with kind orders to see the orders.',
  'unknown-resource': 'Call list_entities with kind resources to see the resources.',
  'unknown-account': 'Call list_entities with kind accounts to see the accounts.',
  'unknown-delivery': 'Call list_deliveries to see the deliveries.',
  'unknown-scenario': 'Call list_scenarios to see the scenarios.',
  'unknown-examination': 'Call verify_seller without examination to start a new one.',
  'unknown-fault': 'Call list_faults to see the rules.',
  'unknown-operation': 'Name an operation as the journal does: bss.PayOrders.',
  'unknown-error': 'Use a code as it stands in an answer, such as CBC.99003106.',
  'unknown-start': 'Call list_worlds to see the starts.',
  unauthorized: 'Start `koosandbox mcp` with --control-token, or send the control token with each request to /_sandbox/mcp.',
  'balance-insufficient': 'Pay with by set to online, or buy as another customer.',
  'wrong-state': 'Call show_entity to see its present state and the states it can be put into.',
  'duration.malformed': 'Write a duration such as 90s, 3h, 2d or P1M, or use to with a moment.',
}

/** A refusal of the control API in words: what failed, and what to do next. */
export function explainProblem(problem: Problem): string {
  const { detail, code = '', documented = [], findings = [], status } = problem
  // The detail is the first finding in a sentence.
  const found = findings
    .slice(1)
    .map(
      ({ pointer, expected, got }) =>
        `${pointer}${expected === undefined ? '' : ` must be ${expected}`}${got === undefined ? '' : `, not ${got}`}.`,
    )
  const known = documented.length > 0 && code.startsWith('unknown-') ? [`There are: ${documented.slice(0, 40).join(', ')}.`] : []
  const next =
    NEXT[code] ?? (status >= 500 ? 'This is a defect of the sandbox; report it.' : 'Correct the arguments and call this tool again.')
  return [`${detail}`, ...found, ...known, `Next: ${next}`].join('\n')
}
