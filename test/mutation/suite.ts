import { type Sandbox, startSandbox } from '../../src/index.ts'
import { createSpecs, type Specs } from '../../src/spec/catalogue.ts'
import type { Bundle } from '../../src/spec/document/model.ts'
import type { Machines } from '../../src/world/engine/machines.ts'
import type { Mutant } from './mutants.ts'
import { observeOperation } from './observe-incoming.ts'
import { observeCall } from './observe-outgoing.ts'
import { observeStates } from './observe-states.ts'
import { observeWords } from './observe-words.ts'

/** What was looked at, and what a contract holds of the answer. */
export type Observation = readonly [what: string, seen: string]

/** A stream never ends, and a clock that runs makes no two answers alike. */
const LEFT_OUT: ReadonlySet<string> = new Set(['sandbox.FollowFacts', 'sandbox.ReleaseClock'])

/** The contract suite: everything that the unbroken specs promise, asked of a sandbox. `first` is asked before the rest. */
export class ContractSuite {
  readonly #bundle: Bundle
  readonly #specs: Specs
  #expected: ReadonlyMap<string, string> = new Map()

  constructor(bundle: Bundle) {
    this.#bundle = bundle
    this.#specs = createSpecs(bundle)
  }

  /** Learns what the unbroken sandbox answers; gives back how many observations that is. */
  async learn(): Promise<number> {
    const seen = new Map<string, string>()
    for await (const [what, how] of this.#observe(this.#bundle)) seen.set(what, how)
    this.#expected = seen
    return seen.size
  }

  /** The first observation that tells a mutant from the unbroken sandbox; nothing when it survives. */
  async notices({ service, apply }: Pick<Mutant, 'service' | 'apply'>): Promise<string | undefined> {
    try {
      for await (const [what, seen] of this.#observe(apply(this.#bundle), service)) {
        const expected = this.#expected.get(what) ?? 'nothing'
        if (expected !== seen) return `${what}: ${difference(expected, seen)}`
      }
    } catch (error) {
      return `the sandbox breaks: ${error instanceof Error ? error.message : error}`.slice(0, 300)
    }
    return undefined
  }

  async *#observe(bundle: Bundle, first = ''): AsyncGenerator<Observation> {
    const names = new Map<string, number>()
    for await (const [what, seen] of this.#observeAll(bundle, first)) {
      // Branches of one schema may be broken in the same words.
      const before = names.get(what) ?? 0
      names.set(what, before + 1)
      yield [before === 0 ? what : `${what} (${before + 1})`, seen]
    }
  }

  /** A sandbox for each service: what one is asked must not show in another, whatever comes first. */
  async *#observeAll(bundle: Bundle, first: string): AsyncGenerator<Observation> {
    const services = [...Object.keys(this.#bundle.services), 'transitions']
    for (const service of [first, ...services.filter((one) => one !== first)].filter((one) => one !== '')) {
      const sandbox = await startSandbox({ bundle, onDrift: 'report', journalSize: 1 })
      try {
        if (service === 'transitions') yield* observeStates(sandbox, this.#bundle.machines as unknown as Machines)
        else yield* this.#observeService(sandbox, service)
      } finally {
        await sandbox.close()
      }
    }
  }

  async *#observeService(sandbox: Sandbox, service: string): AsyncGenerator<Observation> {
    const own = <O extends { readonly service: string; readonly ref: string }>(list: readonly O[]) =>
      list.filter((one) => one.service === service)
    const { operations, webhooks } = this.#specs
    const schemas = this.#bundle.services[service]?.components?.schemas ?? {}
    for (const operation of own([...operations, ...webhooks])) yield* observeWords(sandbox.specs, operation, schemas)
    for (const operation of own(operations)) if (!LEFT_OUT.has(operation.ref)) yield* observeOperation(sandbox, operation, schemas)
    for (const operation of own(webhooks)) yield* observeCall(sandbox, operation, schemas)
  }
}

/** Where two texts part. */
function difference(expected: string, seen: string): string {
  let at = 0
  while (at < expected.length && expected[at] === seen[at]) at++
  const from = Math.max(0, at - 20)
  return `"${expected.slice(from, at + 60)}" became "${seen.slice(from, at + 60)}"`
}
