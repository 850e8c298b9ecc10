import type { CallOutcome } from '../marketplace/marketplace-api.ts'
import type { Change } from '../world/engine/change-log.ts'
import { systemClock as machine } from '../world/engine/system-clock.ts'
import type { World } from '../world/world-api.ts'
import type { Worlds } from '../world/worlds-api.ts'
import type { Packed } from './bytes.ts'
import { contentsOf } from './contents.ts'
import type { Entrances, OpenedParts } from './entrances.ts'
import { createGate } from './gate.ts'
import { noting, outcomeOf, recordingParts } from './lines.ts'
import { hideCall, hideIn, hideSent } from './placeholders.ts'
import { createRunClock, steadyTime } from './run-clock.ts'
import { EXCLUDED, HIDDEN_SEED, RUN_FORMAT, type RunHead, type RunLine } from './run-file.ts'
import { createRunWriter } from './run-writer.ts'
import { createSecrets } from './secrets.ts'

/** How a run is recorded. */
export interface Recording {
  readonly file: string
  /** Version of the package. */
  readonly version: string
  /** Called when the file cannot be written any more. */
  readonly failed: (error: unknown) => void
}

/**
 * Records everything that enters a sandbox and everything that leaves it.
 * @throws SpecFault when the file exists already or cannot be written
 */
export function createRecorder({ file, version, failed }: Recording): Entrances {
  const writer = createRunWriter(file, failed)
  const time = steadyTime(machine)
  const began = time()
  const clock = createRunClock(machine, began)
  let outside = 0
  const gate = createGate(() => outside > 0)
  let numbers = { call: 0, send: 0, action: 0 }
  let kept: readonly Change[] | undefined
  let worlds: Worlds | undefined
  let stopped = false
  // The first line is complete only when the sandbox is open, but a live world may have due work before. Such lines wait here.
  let early: RunLine[] | undefined = []

  const write = (line: RunLine) => {
    if (stopped) return
    if (early) early.push(line)
    else writer.write(line)
  }
  const tick = () => {
    clock.set(time())
    return clock.now()
  }
  const next = (kind: keyof typeof numbers) => {
    numbers = { ...numbers, [kind]: numbers[kind] + 1 }
    return numbers[kind]
  }
  const watched = new WeakSet<World>()
  const secrets = createSecrets()

  return {
    systemClock: clock,

    // The socket gets a copy of the headers: the journal keeps the original ones, and headers that the socket adds differ in a replay.
    answering: (answer) => (call) =>
      gate.enter(() => {
        const n = next('call')
        write({ what: 'call', n, at: tick(), ...hideCall(secrets, call) })
        return noting(
          () => answer(call),
          (answered) => write({ what: 'answer', n, ...hideIn(secrets, answered) }),
        )
      }),

    calling: (send) => (request, how) => {
      const n = next('send')
      write({ what: 'send', n, ...(how.about ? { about: how.about } : {}), ...hideSent(secrets, request) })
      outside++
      const parts: Packed[] = []
      const heard = send(
        request,
        recordingParts(how, parts, (head) => write({ what: 'head', n, at: tick(), ...hideIn(secrets, head) })),
      )
      return new Promise((resolve, reject) => {
        const arrive = (settle: () => void) => (outcome?: CallOutcome) => {
          gate.enter(() => {
            outside--
            const at = tick()
            if (outcome) write({ what: 'heard', n, at, ...hideIn(secrets, outcomeOf(outcome, parts)) })
            settle()
          })
        }
        heard.then(
          (outcome) => arrive(() => resolve(outcome))(outcome),
          (error: unknown) => arrive(() => reject(error))(),
        )
      })
    },

    timed: (own, world) => ({
      ...own,
      get mode() {
        return own.mode
      },
      untilDue() {
        return own.untilDue()
      },
      runDue() {
        gate.enter(() => {
          const at = tick()
          if (own.untilDue() !== 0) return
          write({ what: 'due', at, world })
          own.runDue()
        })
        return []
      },
    }),

    enter(action, args, work) {
      const how = gate.atOnce ? { atOnce: true as const } : {}
      return gate.now(() => {
        write({ what: 'action', n: next('action'), at: tick(), action, ...how, with: hideIn(secrets, args) })
        return work()
      })
    },

    attend(world) {
      if (watched.has(world)) return
      watched.add(world)
      secrets.attend(world)
      // The world is being created. Later it may change only while an input is processed; every other change is recorded as `untold`.
      let told = false
      world.watch(() => {
        if (gate.busy || told || worlds?.get(world.name) !== world) return
        told = true
        write({ what: 'untold', world: world.name })
      })
    },

    keeping(log) {
      if (!log) return undefined
      const load = async () => {
        kept = await log.load()
        return kept
      }
      // Copy descriptors, so that getters stay getters: the log grows.
      return Object.defineProperties({ ...log }, { ...Object.getOwnPropertyDescriptors(log), load: { value: load } })
    },

    opened(parts: OpenedParts) {
      worlds = parts.worlds
      const { options } = parts
      secrets.learnIn(options['config'])
      if (options['ownSecrets']) secrets.learnSeed(String(options['seed']))
      const head: RunHead = {
        what: 'run',
        format: RUN_FORMAT,
        sandbox: version,
        at: began,
        // A short seed is not found in texts; it is left out here at least.
        options: hideIn(secrets, options['ownSecrets'] ? { ...options, seed: HIDDEN_SEED } : options),
        addresses: parts.addresses,
        ...(kept ? { kept } : {}),
        excluded: EXCLUDED,
      }
      writer.write(head)
      for (const line of early ?? []) writer.write(line)
      early = undefined
    },

    stopping() {
      if (worlds) write({ what: 'stop', worlds: contentsOf(worlds) })
      stopped = true
    },
    closed: writer.close,
  }
}
