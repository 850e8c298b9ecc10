import { type Check, type Group, type Report, type ReportFinding, stateOf } from '../report/report.ts'
import { shellWord } from '../report/shell-word.ts'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { FOREIGN } from '../spec/document/foreign.ts'
import { openDocument } from '../spec/document/open-document.ts'
import type { Finding } from '../spec/finding.ts'
import { foreignSpecs, noteSummary } from '../spec/foreign/foreign-specs.ts'
import type { Operation } from '../spec/operation.ts'
import { builtInBundle, specsOf } from '../spec/schema/cache.ts'
import { titleOf } from './live/copy-pact.ts'
import { type Candidate, type LiveOptions, type Tried, verifyLive } from './live/verify-live.ts'
import { providerFindings } from './provider-name.ts'
import { type Interaction, type Pact, readPact } from './read-pact.ts'
import { findPact } from './run-verifier.ts'
import { isSelected, refuseNothing, type Selection } from './selection.ts'
import { complaintsAbout } from './states/play-states.ts'
import { builtInStates, readStates } from './states/read-states.ts'
import { type Compared, createComparison } from './static/compare-pact.ts'
import { withInteraction } from './with-interaction.ts'

export interface VerifyConsumerOptions extends Selection {
  readonly files: readonly string[]
  /** Files with states in addition to the built-in ones. */
  readonly states?: readonly string[]
  /** Fetched texts, by address. */
  readonly fetched?: ReadonlyMap<string, string>
  /** Pacts whose failures are reported and do not count, by their names in `files`. */
  readonly pending?: ReadonlySet<string>
  /** Only compare with the specs, without a live run. */
  readonly staticOnly?: boolean
  /** Foreign OpenAPI documents that replace the built-in services, and the built-in services to serve in addition. */
  readonly spec?: readonly string[]
  readonly with?: readonly string[]
  /** Named start of worlds whose states name no start. Default `default`. */
  readonly start?: string
  /** File for coverage, written after a live run. */
  readonly coverage?: string
  readonly systemClock: LiveOptions['systemClock'] & { monotonic(): number }
  /** Called with the next step. */
  readonly onStep?: (step: string) => void
  /** Called with features of the documents that are not supported. */
  readonly onNote?: (line: string) => void
}

/**
 * Verifies the pacts of a consumer of the cloud APIs: first against the specs; interactions that agree with them are then run by the real
 * Pact Verifier against a sandbox, each in its own world.
 * @throws SpecFault for specs or states that cannot be used and for a filter that matches nothing; PactMissing
 */
export async function verifyConsumer(options: VerifyConsumerOptions): Promise<Report> {
  const {
    files,
    filter,
    filterState,
    lastFailed,
    staticOnly = false,
    systemClock,
    coverage,
    onStep = () => {},
    onNote = () => {},
  } = options
  const began = systemClock.monotonic()
  const startedAt = new Date(systemClock.now()).toISOString()
  if (files.length === 0) throw new SpecFault('No pact to verify. Name a file, a folder or an address.')
  if (!staticOnly) findPact()
  const { spec = [], with: beside = [] } = options
  // States are set up by console operations, whichever documents are served.
  const served = spec.length > 0 ? { spec, with: [...new Set(['console', ...beside])] } : {}
  const specs = served.spec ? await foreignSpecs(builtInBundle(), spec.map(openDocument), served.with) : specsOf(builtInBundle())
  for (const line of noteSummary(specs)) onNote(line)
  const states = readStates([builtInStates(), ...(options.states ?? [])], specsOf(builtInBundle()))
  const start = options.start ?? 'default'
  if (!Object.hasOwn(specs.bundle.worlds, start)) throw new SpecFault(`There is no starting world "${start}".`)
  const selection: Selection = { filter, filterState, lastFailed }
  const partly = Object.values(selection).some((one) => one !== undefined)
  const pacts = files.map((file) => asPending(attempt(file, options.fetched), options.pending))
  const chosen = pacts.map((pact) => (pact instanceof SpecFault ? [] : pact.interactions.filter((one) => isSelected(selection, one))))
  const whole = pacts.flatMap((pact) => (pact instanceof SpecFault ? [] : pact.interactions)).length
  if (partly && whole > 0 && chosen.flat().length === 0) refuseNothing(selection, whole)

  onStep(`Comparing ${chosen.flat().length} interactions with the specs`)
  const compare = createComparison(specs)
  const found = new Map<Interaction, Compared>()
  for (const interactions of chosen) for (const one of await compare({ interactions })) found.set(one.interaction, one)
  const findings = new Map(
    [...found].map(([interaction, { findings: ownFindings }]) => [
      interaction,
      [...ownFindings, ...stateFindings(interaction, complaintsAbout(interaction.states, states), staticOnly)],
    ]),
  )

  const candidates: Candidate[] = pacts.flatMap((pact, i) =>
    pact instanceof SpecFault
      ? []
      : (chosen[i] ?? [])
          .filter((interaction) => !staticOnly && !findings.get(interaction)?.some(isError))
          .map((interaction) => ({ pact, interaction, operation: found.get(interaction)?.operation }))
          .filter(({ interaction, operation }) => canBeShown(specs, operation, interaction)),
  )
  const left = new Set(chosen.flat().filter((one) => !staticOnly && !canBeShown(specs, found.get(one)?.operation, one)))
  if (candidates.length > 0) onStep(`Running ${candidates.length} interactions against a sandbox`)
  const tried =
    candidates.length > 0
      ? await verifyLive(candidates, { specs, served, states, start, systemClock, ...(coverage === undefined ? {} : { coverage }) })
      : []
  const live = new Map(candidates.map(({ interaction }, i) => [interaction, tried[i] as Tried] as const))

  return {
    format: 1,
    command: 'contract verify consumer',
    title: 'What consumers expect of the marketplace',
    about: {
      pacts: files.join(', '),
      ...(spec.length === 0 ? {} : { specs: spec.join(', ') }),
      checked: staticOnly ? 'against the specs only' : 'against the specs, then live',
      ...(filter === undefined ? {} : { filter }),
      ...(filterState === undefined ? {} : { filterState }),
    },
    startedAt,
    ms: Math.round(systemClock.monotonic() - began),
    groups: pacts.map((pact, i) => {
      const file = files[i] as string
      if (pact instanceof SpecFault) return brokenGroup(file, pact)
      const checks = (chosen[i] ?? []).map((one, at) => {
        const more = [...(at === 0 ? providerFindings(specs, pact) : []), ...(left.has(one) ? [notShown(one)] : [])]
        return checkOf(one, found.get(one)?.operation, [...(findings.get(one) ?? []), ...more], live.get(one))
      })
      return {
        name: file,
        title: `${pact.consumer} → ${pact.provider} (V${pact.version})`,
        checks: [...checks, ...messagesOf(pact, partly)],
      }
    }),
  }
}

/** For a foreign document, the sandbox gives only the plain success in JSON: the document does not say what leads to other answers. */
function canBeShown({ bundle }: Specs, operation: Operation | undefined, { response }: Interaction): boolean {
  if (operation === undefined || bundle.services[operation.service]?.['x-origin'] !== FOREIGN) return true
  const { content } = operation.doc.responses[String(operation.success)] ?? {}
  const isJson = content === undefined || Object.keys(content).length === 0 || content['application/json'] !== undefined
  return response.status === operation.success && isJson
}

function notShown({ response }: Interaction): Finding {
  return {
    code: 'reply.live.none',
    level: 'info',
    pointer: '/status',
    expected: 'the success that the document describes',
    got: `${response.status}: compared with the document only`,
  }
}

const isError = ({ level }: Finding) => level === 'error'

function attempt(file: string, fetched: ReadonlyMap<string, string> | undefined): Pact | SpecFault {
  try {
    return readPact(file, fetched)
  } catch (error) {
    if (error instanceof SpecFault) return error
    throw error
  }
}

function asPending(pact: Pact | SpecFault, pending: ReadonlySet<string> | undefined): Pact | SpecFault {
  if (pact instanceof SpecFault || !pending?.has(pact.file)) return pact
  return { ...pact, interactions: pact.interactions.map((one) => ({ ...one, pending: true })) }
}

/** Without a live run no state is set up, so an unknown state is only an info. */
function stateFindings({ states }: Interaction, complaints: Iterable<string>, staticOnly: boolean): Finding[] {
  return [...complaints].map((got) => ({
    code: 'state.unhandled',
    level: staticOnly ? 'warning' : 'error',
    pointer: '/state',
    expected: 'states of contracts/states.yaml or of a file given with --states',
    got,
    hint: states.length === 0 ? '' : 'Run `koosandbox contract states` to list them.',
  }))
}

function checkOf(
  interaction: Interaction,
  operation: Operation | undefined,
  findings: readonly Finding[],
  tried: Tried | undefined,
): Check {
  const { index, pending, file, request, response } = interaction
  const all = withInteraction([...findings, ...(tried?.findings ?? [])], interaction, operation, tried?.recorded)
  const failed = all.some(isError) || tried?.passed === false
  const check = {
    name: titleOf(interaction),
    title: `${operation?.ref ?? `${request.method} ${request.path}`} → ${response.status}`,
    findings: pending ? all.map((finding): ReportFinding => (isError(finding) ? { ...finding, level: 'warning' } : finding)) : all,
    ...(tried?.ms === undefined ? {} : { ms: tried.ms }),
  }
  if (!failed) return { ...check, state: stateOf(all) }
  const again = `koosandbox contract verify consumer ${shellWord(file)} --filter '#${index}'`
  if (!pending) return { ...check, state: 'failed', again }
  const merged: Finding = {
    code: 'interaction.pending',
    level: 'warning',
    pointer: '',
    expected: 'an interaction that agrees',
    got: 'it fails, but is pending, so it does not count',
  }
  return { ...check, state: 'warned', findings: [...check.findings, merged] }
}

/** Messages are listed as skipped, so that they do not count as checked. */
function messagesOf({ messages }: Pact, partly: boolean): Check[] {
  if (partly) return []
  return messages.map(({ index, description }) => ({
    name: `message ${index} ${description}`,
    title: 'left out',
    state: 'skipped',
    findings: [],
    reason: 'a message: the cloud APIs are called over HTTP only',
  }))
}

function brokenGroup(file: string, { message }: SpecFault): Group {
  const got = message.startsWith(`${file}: `) ? message.slice(file.length + 2) : message
  const finding: Finding = { code: 'pact.file.unusable', level: 'error', pointer: '', expected: 'a pact of version 1 to 4', got }
  return {
    name: file,
    title: 'cannot be read',
    checks: [{ name: 'file', title: 'The file is a pact', state: 'failed', findings: [finding] }],
  }
}
