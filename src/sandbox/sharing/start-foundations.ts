import { namespaceIn } from '../../access/namespaces.ts'
import { begin } from '../../services/index.ts'
import type { Bundle } from '../../spec/document/model.ts'
import { createFoundations, type Foundations } from '../../starts/foundations.ts'
import { withOwnSecrets } from '../../starts/own-secrets.ts'
import { fillFromStart } from '../../starts/start.ts'
import { createWorld } from '../../world/world.ts'
import type { WorldOptions } from '../../world/world-api.ts'
import { type Configuration, explainStart } from '../configuration.ts'

type Starts = NonNullable<Parameters<typeof fillFromStart>[2]>

/** What all starts of a sandbox have in common. */
export interface StartFoundationsOptions {
  readonly starts: Starts
  readonly config: Configuration | undefined
  /** Where the starts were written. It is long, and read only to explain an error. */
  readonly bundle: Pick<Bundle, 'places'>
  readonly seed: string
  /** Whether worlds of one namespace have other passwords and secrets than those of another. */
  readonly apart: () => boolean
  /** Of each world. */
  readonly common: Omit<WorldOptions, 'name' | 'mode' | 'start'>
}

/**
 * The frozen starts of a sandbox. Each namespace has its own: who knows the passwords of one team's worlds knows none of another's.
 * @returns the starts for a world of that name
 */
export function createStartFoundations(options: StartFoundationsOptions): (name: string) => Foundations {
  const { starts, config, bundle, seed, apart, common } = options
  const foundationsOf = (own: Starts) =>
    createFoundations((start, at) => {
      const world = createWorld({ ...common, name: start, mode: 'frozen', start: at })
      try {
        fillFromStart(world, own[start], own, config?.layer, start)
      } catch (error) {
        throw explainStart(config ? config.explain(error) : error, bundle)
      }
      begin(world)
      return world
    })
  const usual = foundationsOf(starts)
  const made = new Map<string, Foundations>()
  return (name) => {
    const namespace = apart() ? namespaceIn(name) : undefined
    if (namespace === undefined) return usual
    const known = made.get(namespace) ?? foundationsOf(withOwnSecrets(starts, `${seed} ${namespace}`))
    made.set(namespace, known)
    return known
  }
}
