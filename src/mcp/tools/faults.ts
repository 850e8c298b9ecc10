import type { Schema } from '../../spec/document/model.ts'
import type { components } from '../../spec/generated/sandbox.ts'
import { lines, type Tool, table, tool } from '../tool.ts'

type Schemas = components['schemas']

const text = (description: string, values?: readonly string[]): Schema =>
  ({ type: 'string', maxLength: 200, description, ...(values ? { enum: [...values] } : {}) }) as Schema
const whole = (description: string): Schema => ({ type: 'integer', minimum: 0, description }) as Schema

/** The members of a rule (specs/sandbox/schemas/Rule.yaml) that a call of a tool can name. */
const RULE: Readonly<Record<string, Schema>> = {
  on: text('Which calls: bss.PayOrders, bss.* or *; of calls to sellers newInstance, production.* .'),
  when: {
    type: 'object',
    additionalProperties: { type: ['string', 'number', 'boolean'] },
    description: 'Values that must be equal: query.status, path.order_id, header.X-Language, body.order_id, caller.role.',
  } as unknown as Schema,
  times: whole('How many calls it changes. Default: all.'),
  after: whole('How many matching calls pass first.'),
  every: whole('Only each nth matching call.'),
  probability: text('Share of the matching calls, such as 5%.'),
  answer: text('Answer with a documented error such as CBC.0999, or a documented example by name.'),
  status: { type: 'integer', minimum: 100, maximum: 599, description: 'Answer with this status and an empty body.' } as Schema,
  delay: text('Answer late: 30s; or lognormal:200ms,0.5.'),
  cut: text('Cut the connection.', ['reset', 'empty', 'half', 'chunk', 'garbage']),
  hang: { type: 'boolean', description: 'Never answer.' } as Schema,
  throttle: text('Refuse what exceeds this rate with 429: 2/s.'),
  expire: text('The credential that the caller uses expires at this call.', ['token', 'key', 'coupon', 'login', 'authorization']),
  acts: { type: 'boolean', description: 'Whether the call changes the world although its answer is lost or replaced.' } as Schema,
  send: text('How a call of a seller is sent.', ['twice', 'again-identical', 'late', 'out-of-order', 'never']),
  sign: text('How a call of a seller is signed.', ['wrongly', 'stale', 'future', 'reused-nonce', 'with-another-key']),
}

const listFaults = tool('list_faults', {
  title: 'List rules',
  description: 'Lists the rules that change calls of a world on purpose, with how often each was used.',
  async run(_args, { ask, world }) {
    const value = await ask<Schemas['FaultList']>('GET', '/faults', { query: { world } })
    return { value, text: value.count === 0 ? `No rule changes calls of world "${world}".` : table(value.faults.map(faultRow)) }
  },
})

const addFault = tool<Record<string, unknown>>('add_fault', {
  title: 'Add a rule',
  description:
    'Changes calls from now on, to try how a client or a seller copes: a documented error instead of the answer, a late answer, a cut connection, throttling; or for calls to sellers a wrong signature or a repeated call. Name at least on and one effect.',
  effect: 'change',
  arguments: RULE,
  required: ['on'],
  async run(body, { ask, world }) {
    const value = await ask<Schemas['Fault']>('POST', '/faults', { query: { world }, body })
    return { value, text: `Rule ${value.id}: ${JSON.stringify(value.rule)}. remove_fault removes it.` }
  },
})

const removeFault = tool<{ fault: string }>('remove_fault', {
  title: 'Remove a rule',
  description: 'Removes a rule, so that calls are answered normally again.',
  effect: 'drop',
  arguments: { fault: text('The id of the rule, such as F1.') },
  required: ['fault'],
  async run({ fault }, { ask, world }) {
    await ask('DELETE', `/faults/${encodeURIComponent(fault)}`, { query: { world } })
    return { value: { removed: fault }, text: `Rule ${fault} is removed.` }
  },
})

const faultRow = ({ id, rule, met, fired, left }: Schemas['Fault']): string[] => [
  id,
  `changed ${fired} of ${met}${left === undefined ? '' : `, ${left} left`}`,
  JSON.stringify(rule),
]

const listScenarios = tool<{ text?: string }>('list_scenarios', {
  title: 'List scenarios',
  description:
    'Lists the ready scenarios of failures (a rule after another), what a good client or seller does, and how far the started ones have come.',
  arguments: { text: text('Only scenarios that hold this text.') },
  async run({ text: part }, { ask, world }) {
    const { scenarios } = await ask<Schemas['ScenarioList']>('GET', '/scenarios')
    const { runs } = await ask<Schemas['ScenarioRunList']>('GET', '/scenario-runs', { query: { world } })
    const found = scenarios.filter((one) => part === undefined || JSON.stringify(one).toLowerCase().includes(part.toLowerCase()))
    const rows = found.map(({ name, about }) => [name, about.en])
    return {
      value: { count: found.length, scenarios: found, runs },
      text: lines(
        found.length === 0 ? `No scenario holds "${part}".` : table(rows),
        runs.length > 0 && `Started:\n${table(runs.map(runRow))}`,
      ),
    }
  },
})

const scenarioTool = (name: 'start_scenario' | 'stop_scenario', action: 'start' | 'stop', title: string, description: string) =>
  tool<{ scenario: string }>(name, {
    title,
    description,
    effect: action === 'start' ? 'change' : 'drop',
    arguments: { scenario: text('Its name in list_scenarios.') },
    required: ['scenario'],
    async run({ scenario }, { ask, world }) {
      const path = `/scenarios/${encodeURIComponent(scenario)}/${action}`
      const value = await ask<Schemas['ScenarioRun']>('POST', path, { query: { world } })
      return { value, text: table([runRow(value)]) }
    },
  })

const runRow = ({ scenario, state, step, steps, on }: Schemas['ScenarioRun']): string[] => [
  scenario,
  state,
  `step ${step} of ${steps}`,
  on === undefined ? '' : `waits for ${on}`,
]

export const FAULT_TOOLS: readonly Tool[] = [
  listFaults,
  addFault,
  removeFault,
  listScenarios,
  scenarioTool('start_scenario', 'start', 'Start a scenario', 'Starts a scenario from its first step; it changes the next matching calls.'),
  scenarioTool('stop_scenario', 'stop', 'Stop a scenario', 'Stops a scenario, so that calls are answered normally again.'),
]
