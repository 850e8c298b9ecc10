import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ProxiedExchange } from '../../proxy/sign-proxy.ts'
import type { Check, Report } from '../../report/report.ts'
import { createCoverageFile } from '../../sandbox/coverage-file.ts'
import type { Specs } from '../../spec/catalogue.ts'
import { interfaceUseOf } from '../../spec/interface-use.ts'
import type { InterfaceKeys } from '../../world/entities/kinds-api.ts'
import type { Members } from '../read-body.ts'
import type { Pact } from '../read-pact.ts'
import { runVerifier, type VerifierOutcome } from '../run-verifier.ts'
import { refuseNothing, type Selection } from '../selection.ts'
import { withoutConsequence } from './consequences.ts'
import { leftOut, toCheck } from './interaction-check.ts'
import { type CauseOf, causesOf, mustSucceed, refusedUses } from './refusals.ts'
import { type Chosen, choose } from './select-interactions.ts'
import { createEndurance, type Limits } from './seller-timeouts.ts'
import { INTERACTION, openStateServer, operationFor, type Problem } from './state-server.ts'

export interface ContractVerification extends Selection {
  readonly specs: Specs
  readonly pacts: readonly Pact[]
  /** The seller's address, path and query included. */
  readonly url: string
  /** Never part of the report. */
  readonly keys: InterfaceKeys
  /** Letters and digits unique to this run against the seller. */
  readonly run: string
  readonly systemClock: {
    now(): number
    monotonic(): number
    wait(ms: number, signal?: AbortSignal): Promise<void>
  }
  readonly nonce: () => string
  readonly values?: Readonly<Record<string, string>>
  readonly sellerStates?: string
  /** File for coverage. */
  readonly coverage?: string
  readonly limits?: Limits
  readonly causeOf?: CauseOf
  /** Called with the number of started interactions and the number that can run. */
  readonly onStep?: (begun: number, of: number) => void
}

/**
 * Verifies a seller against pacts with the real Pact Verifier, through a signing proxy that also sets up the states. Answers are compared
 * with the spec as well, because a pact cannot describe optional members.
 * @throws SpecFault when a filter matches nothing; PactMissing
 */
export async function verifyContract(verification: ContractVerification): Promise<Report> {
  const {
    specs,
    pacts,
    url,
    run,
    systemClock,
    nonce,
    filter,
    filterState,
    lastFailed,
    sellerStates,
    keys,
    values = {},
    coverage,
    onStep,
  } = verification
  const selection: Selection = { filter, filterState, lastFailed }
  const chosen = choose(specs, pacts, { ...selection, keys, sellerStates })
  if (chosen.length === 0) {
    const all = pacts.reduce((sum, { interactions }) => sum + interactions.length, 0)
    refuseNothing(selection, all)
  }
  const started = { at: systemClock.now(), origin: systemClock.monotonic() }
  const runnable = chosen.filter(({ skip, unheld }) => skip === undefined && unheld.length === 0)
  const exchanges = new Map<string, ProxiedExchange>()
  const problems = new Map<string, Problem>()
  const givenUp = new Map<string, string>()
  const begun = new Set<string>()
  const endurance = createEndurance(verification.limits ?? {}, systemClock.wait)
  const counted = createCoverageFile(specs, coverage)
  const server = await openStateServer({
    ...{ specs, keys, run, nonce, values },
    upstream: url,
    now: systemClock.now,
    wait: (ms) => systemClock.wait(ms),
    endurance,
    ...(sellerStates === undefined ? {} : { sellerStates }),
    onBegin(interaction) {
      if (begun.has(interaction)) return
      begun.add(interaction)
      onStep?.(begun.size, runnable.length)
    },
    onExchange(exchange) {
      exchanges.set(exchange.marks.get(INTERACTION) ?? '', exchange)
      counted?.sellerCall(countable(specs, exchange))
    },
    onProblem: (problem) => problems.set(problem.interaction ?? '', problem),
    onGivenUp: (interaction, why) => givenUp.set(interaction, why),
  })
  const folder = mkdtempSync(join(tmpdir(), 'koosandbox-contract-'))
  try {
    const outcomes = new Map<Pact, VerifierOutcome>()
    for (const pact of pacts) {
      const mine = runnable.filter((one) => one.pact === pact)
      if (mine.length === 0) continue
      const file = join(folder, `${outcomes.size}.json`)
      writeFileSync(file, JSON.stringify(marked(pact, mine)))
      outcomes.set(
        pact,
        await runVerifier({
          pacts: [file],
          provider: pact.provider,
          url: server.url,
          statesUrl: server.statesUrl,
          interactions: mine.length,
          // Longer than the proxy's limit, so that the proxy gives up first and reports the reason.
          timeout: endurance.answer + GRACE,
          longest: endurance.total + GRACE,
          wait: systemClock.wait,
        }),
      )
    }
    const refused = refusedUses(runnable, exchanges)
    const causes = await causesOf(refused, endurance.over() === undefined ? verification.causeOf : undefined)
    const checkOf = (one: Chosen, outcome: VerifierOutcome | undefined, place: number): Check => {
      // Results come in the order of the file. A result with another description is treated as missing.
      const at = outcome?.interactions[place]
      const verified = at?.description === one.interaction.description ? at : undefined
      const seen = {
        failure: outcome?.failure,
        problem: problems.get(one.id),
        exchange: exchanges.get(one.id),
        specs,
        secrets: Object.values(keys),
        cause: mustSucceed(one) ? causes.get(interfaceUseOf(one.operation)) : undefined,
      }
      const reason = seen.problem === undefined ? givenUp.get(one.id) : undefined
      return reason === undefined
        ? toCheck(one, verified, seen)
        : leftOut(one, reason, endurance.timedOut() && one.id === [...givenUp.keys()][0])
    }
    const checks = new Map<Chosen, Check>()
    for (const pact of pacts) {
      const ran = runnable.filter((one) => one.pact === pact)
      for (const one of chosen) if (one.pact === pact) checks.set(one, checkOf(one, outcomes.get(pact), ran.indexOf(one)))
    }
    const known = { checks, problems, exchanges, refused }
    return {
      format: 1,
      command: 'contract verify seller',
      title: "The seller's contract",
      about: {
        url,
        pacts: pacts.map(({ file }) => basename(file)).join(', '),
        run,
        ...(filter === undefined ? {} : { filter }),
        ...(filterState === undefined ? {} : { filterState }),
      },
      startedAt: new Date(started.at).toISOString(),
      ms: Math.round(systemClock.monotonic() - started.origin),
      groups: pacts.flatMap((pact) => {
        const mine = chosen.filter((one) => one.pact === pact)
        const own = mine.map((one) => withoutConsequence(one, checks.get(one) as Check, known))
        return mine.length === 0 ? [] : [{ name: pact.file, title: `${pact.consumer} → ${pact.provider}`, checks: own }]
      }),
    }
  } finally {
    endurance.close()
    await server.close()
    counted?.write()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Machine milliseconds for the verifier's own work between calls. */
const GRACE = 10_000

/** An exchange in the form that coverage counts. */
function countable(specs: Specs, { call, answer }: ProxiedExchange) {
  const resultCode = /"resultCode"\s*:\s*"(\w+)"/.exec(answer)?.[1]
  return {
    operation: operationFor(specs, call)?.ref ?? '',
    url: call.url.href,
    body: call.body,
    ...(resultCode === undefined ? {} : { resultCode }),
  }
}

/** The pact with only these interactions. Request and states of each carry its id, so that the proxy recognises it. */
function marked({ document, version }: Pact, chosen: readonly Chosen[]): object {
  const all = document['interactions'] as readonly Members[]
  const interactions = chosen.map(({ id, interaction: { index, states } }) => {
    const one = all[index] as Members
    const request = one['request'] as Members
    const headers = { ...(request['headers'] as Members | undefined), [INTERACTION]: version === 4 ? [id] : id }
    // Version 2 has a single state, which is only a name.
    const held =
      version === 2 ? {} : { providerStates: states.map(({ name, params }) => ({ name, params: { ...params, [INTERACTION]: id } })) }
    return { ...one, request: { ...request, headers }, ...held }
  })
  return { ...document, interactions }
}
