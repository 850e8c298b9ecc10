import type { components } from '../../spec/generated/sandbox.ts'
import { systemClock } from '../../world/engine/system-clock.ts'
import type { Ask } from '../mcp-api.ts'
import { lines, type Tool, table, tool } from '../tool.ts'
import { findingLines } from './journal.ts'

type Schemas = components['schemas']
type Examination = Schemas['Examination']

interface SellerToVerify {
  readonly url?: string
  readonly key?: string
  readonly profile?: string
  readonly product?: string
  readonly licence?: string
  readonly cases?: readonly string[]
  readonly examination?: string
}

/** Milliseconds of the machine. Clients usually wait a minute for a tool. */
const TIMEOUT = 45_000
const PAUSE = 200

const verifySeller = tool<SellerToVerify>('verify_seller', {
  title: 'Verify a seller',
  description:
    "Examines a seller's production interface: calls it as the marketplace does (new purchase, renewal, expiry, release, repeats, wrong signatures …) and checks every answer. " +
    'No world is changed, but the seller is really called. Without url and key, those that the world holds for its seller are used. The answer lists what is wrong and what to correct. ' +
    'If it takes long, the answer has the id of the examination: call again with examination.',
  effect: 'change',
  arguments: {
    url: {
      type: 'string',
      pattern: '^https?://',
      maxLength: 2000,
      description: "The seller's address, path and query included: http://localhost:8080/isv.",
    },
    key: { type: 'string', minLength: 1, maxLength: 200, description: 'The key (accessKey) that signs the calls.' },
    profile: {
      type: 'string',
      maxLength: 60,
      description:
        'Kind of seller: saas-period (default), saas-one-time, saas-usage, kit, licence-code, order-notification … A wrong name is answered with the whole list.',
    },
    product: { type: 'string', minLength: 1, maxLength: 200, description: 'A product id of the seller, if the seller checks products.' },
    licence: { type: 'string', minLength: 1, maxLength: 200, description: 'A licence code that the seller knows.' },
    cases: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: { type: 'string', maxLength: 200 },
      description: 'Only these cases, and those that they depend on: to check one again after a correction.',
    },
    examination: { type: 'string', maxLength: 40, description: 'The id of an examination that was still running: waits for it.' },
  },
  async run({ examination, key, ...body }, { ask, world }) {
    const keys = key === undefined ? undefined : await keysFor(ask, key, body.profile)
    const { id } =
      examination === undefined
        ? await ask<Examination>('POST', '/examinations', { query: { world }, body: { ...body, ...(keys ? { keys } : {}) } })
        : { id: examination }
    const value = await finished(ask, id)
    return { value, text: examinationText(value) }
  },
})

/** One key for every kind of interface that the profile calls. */
async function keysFor(ask: Ask, key: string, name: string | undefined): Promise<Readonly<Record<string, string>>> {
  const { profiles } = await ask<Schemas['ExaminationList']>('GET', '/examinations')
  const profile = name === undefined ? profiles[0] : profiles.find((one) => one.name === name)
  return Object.fromEntries((profile?.uses ?? ['basic']).map((use) => [use, key]))
}

/** The examination once it has ended, or as far as it has come. */
async function finished(ask: Ask, id: string): Promise<Examination> {
  const until = systemClock.monotonic() + TIMEOUT
  for (;;) {
    const seen = await ask<Examination>('GET', `/examinations/${encodeURIComponent(id)}`)
    if (seen.state !== 'running' || systemClock.monotonic() > until) return seen
    await systemClock.wait(PAUSE, NEVER)
  }
}

const NEVER = new AbortController().signal

function examinationText({ id, state, problem, profile, url, total, done, counts, checks }: Examination): string {
  const sum = `${counts.passed} passed, ${counts.warned} warned, ${counts.failed} failed, ${counts.skipped} skipped`
  if (state === 'failed') return `Examination ${id} of ${url} could not be carried out: ${problem ?? 'no reason is known'}`
  const wrong = checks.filter((check) => check.state === 'failed' || check.state === 'warned')
  return lines(
    state === 'running'
      ? `Examination ${id} is still running: ${done} of ${total}. Call verify_seller with examination "${id}" to wait for it.`
      : `Examination ${id} of ${url} as ${profile}: ${counts.failed === 0 ? 'nothing failed' : 'the seller has mistakes'}.`,
    sum,
    ...wrong.map((check) => lines(`\n${check.state}: ${check.name}, ${check.title}`, findingLines(check))),
    wrong.length === 0 && table(checks.map((check) => [check.state, check.name, check.title])),
  )
}

export const VERIFY_TOOLS: readonly Tool[] = [verifySeller]
