import type { ArgsDef } from 'citty'
import { machineSecret, seededNumbers } from '../../index.ts'
import { numberOf } from '../terminal/arguments.ts'

/** Options for life stories. */
export const storyArguments = {
  stories: {
    type: 'string',
    valueHint: 'number',
    default: '20',
    description: 'Number of life stories (random sequences of calls) after the cases; 0 for none',
  },
  length: { type: 'string', valueHint: 'number', default: '8', description: 'Maximum number of calls in one story' },
  seed: {
    type: 'string',
    valueHint: 'text',
    description: 'The same seed gives the same stories; without it, a seed is chosen and printed',
  },
} as const satisfies ArgsDef

/** The values of `storyArguments`, as an option of a verification. */
export function storiesOf({
  stories,
  length,
  seed,
}: {
  readonly stories: string
  readonly length: string
  readonly seed?: string | undefined
}) {
  const count = numberOf(stories, '--stories', 0, 1000)
  const most = numberOf(length, '--length', 3, 50)
  if (count === 0) return {}
  return { stories: { count, length: most, seed: seed ?? machineSecret().slice(0, 8), chance: seededNumbers } }
}
