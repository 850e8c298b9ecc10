import type { Profile } from '../case.ts'
import type { Failure, Step } from './failure.ts'
import { createLives } from './life.ts'
import { ACTIVITIES, type Move } from './moves.ts'

/** A file of a failure that cannot be played; the message names file and place. */
export class FailureFileError extends Error {
  override readonly name = 'FailureFileError'
}

type Json = Readonly<Record<string, unknown>>

const KEYS = [
  'format',
  'kind',
  'profile',
  'rule',
  'reproduced',
  'story',
  'expected',
  'got',
  'pointer',
  'source',
  'evidence',
  'hint',
  'steps',
]
const STEP_KEYS = ['step', 'says', 'sends', 'right', 'do', 'instance', 'again', 'case']
/** The longest sequence that is accepted; files written by this package are much shorter. */
const MOST = 1000

/**
 * Reads a failure from its file. Members for people (`says`, `sends`, `right`, `expected` …) are ignored.
 * @param name of the file, for messages
 * @throws FailureFileError
 */
export function readFailure(text: string, name: string, profiles: readonly Profile[]): { failure: Failure; profile: Profile } {
  const refuse = (place: string, what: string): never => {
    throw new FailureFileError(`${name}${place}: ${what}`)
  }
  const raw = parsed(text, refuse)
  if (raw['kind'] !== 'seller-failure')
    return refuse('/kind', `must be "seller-failure": this is not a file that \`koosandbox verify seller\` wrote.`)
  const { format } = raw
  if (typeof format === 'number' && format > 1) return refuse('/format', `is ${format}; this version reads format 1. Use a newer version.`)
  if (format !== 1) return refuse('/format', 'must be 1.')
  for (const key of Object.keys(raw)) if (!KEYS.includes(key)) refuse(`/${key}`, 'is not known in format 1.')
  const { rule, pointer, reproduced, steps } = raw
  if (typeof rule !== 'string' || rule === '') return refuse('/rule', 'must name the broken rule.')
  const profile = profiles.find((one) => one.name === raw['profile'])
  if (!profile) return refuse('/profile', `is not a profile of this version: ${shown(raw['profile'])}.`)
  if (!Array.isArray(steps) || steps.length === 0 || steps.length > MOST) return refuse('/steps', `must be a list of 1 to ${MOST} steps.`)
  const read = steps.map((one: unknown, i) => readStep(one, i, profile, (place, what) => refuse(`/steps/${i}${place}`, what)))
  if (new Set(read.map((one) => 'case' in one)).size > 1) return refuse('/steps', 'mixes cases of the profile with calls of a story.')
  const lives = createLives()
  for (const [i, one] of read.entries()) {
    if ('case' in one) continue
    const move = moveOf(one)
    if (!lives.allows(move))
      return refuse(`/steps/${i}`, `${move.do} cannot come here: the ${move.instance} instance is ${lives.stateOf(move.instance)}.`)
    lives.live(move)
  }
  const failure: Failure = {
    ...(raw as unknown as Failure),
    rule,
    pointer: typeof pointer === 'string' ? pointer : '',
    reproduced: reproduced !== false,
    steps: read,
  }
  return { failure, profile }
}

/** A step of a story as a move. */
export function moveOf({ step, do: activity, instance, again }: Extract<Step, { do: unknown }>): Move {
  return { step, do: activity, instance, ...(again === undefined ? {} : { again }) }
}

function parsed(text: string, refuse: (place: string, what: string) => never): Json {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    return refuse(`:${text.slice(0, position).split('\n').length}`, `is not JSON: ${message}.`)
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('', 'must be a JSON object.')
  return value as Json
}

function readStep(raw: unknown, i: number, { name, cases }: Profile, refuse: (place: string, what: string) => never): Step {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return refuse('', 'must be an object.')
  const one = raw as Json
  for (const key of Object.keys(one)) if (!STEP_KEYS.includes(key)) refuse(`/${key}`, 'is not known in format 1.')
  if (one['step'] !== i + 1) refuse('/step', `must be ${i + 1}: steps are numbered from 1.`)
  if (one['case'] !== undefined) {
    if (one['do'] !== undefined) refuse('/do', 'cannot be combined with "case".')
    if (!cases.some((known) => known.name === one['case'])) refuse('/case', `${name} has no case ${shown(one['case'])} in this version.`)
    return one as unknown as Step
  }
  if (!ACTIVITIES.some((activity) => activity === one['do'])) refuse('/do', `is one of ${ACTIVITIES.join(', ')}, not ${shown(one['do'])}.`)
  if (one['instance'] !== 'first' && one['instance'] !== 'second')
    refuse('/instance', `is "first" or "second", not ${shown(one['instance'])}.`)
  const { again } = one
  if (again !== undefined && !(Number.isInteger(again) && Number(again) >= 1 && Number(again) <= i))
    refuse('/again', `must be the number of a step before this one, not ${shown(again)}.`)
  return one as unknown as Step
}

const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 80)
