import { didYouMean } from '../language/did-you-mean.ts'
import type { Specs } from '../spec/catalogue.ts'
import { SpecFault } from '../spec/document/fault.ts'
import { refuseUnknown } from './pace.ts'
import { RULE_MEMBERS, readRule } from './read-rule.ts'
import type { Rule, Scenario, Text } from './scenario-api.ts'
import { type Place, shown } from './verbs.ts'

/** A scenario as it is written, with its place. */
export interface WrittenScenario {
  readonly name: string
  readonly value: unknown
  readonly place: Place
}

/** Most steps of a scenario, including those of the scenarios that it plays. */
export const MOST_STEPS = 1000

/** How deep scenarios may play each other. */
const MOST_LEVELS = 20

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/

/**
 * The scenarios of one file by name; their content is not read yet.
 * @throws SpecFault for a file that contains no scenarios, or for an invalid name
 */
export function scenariosIn(value: unknown, place: Place): readonly WrittenScenario[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SpecFault(`${place()}: expected scenarios by name, such as { iam-down: { about: …, steps: [ … ] } }.`)
  return Object.entries(value).map(([name, one]) => {
    if (!NAME.test(name))
      throw new SpecFault(
        `${place(name)}: "${name.slice(0, 80)}" is not a name for a scenario. Use at most 63 lower-case letters, digits and hyphens.`,
      )
    return { name, value: one, place: (...keys) => place(name, ...keys) }
  })
}

/**
 * Reads and checks a scenario, together with the scenarios that it plays.
 * @param others all that can be played
 * @throws SpecFault naming file, line and what to write instead; for a scenario that plays itself also the chain of scenarios
 */
export function readScenario(specs: Specs, written: WrittenScenario, others: ReadonlyMap<string, WrittenScenario>): Scenario {
  const { name, place } = written
  const { about, client, seller } = membersOf(written)
  return {
    name,
    about: readText(about, 'about', place),
    ...(client === undefined ? {} : { client: readText(client, 'client', place) }),
    ...(seller === undefined ? {} : { seller: readText(seller, 'seller', place) }),
    steps: stepsOf(specs, written, others, []),
    place: place(),
  }
}

function membersOf({ value, place }: WrittenScenario): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SpecFault(`${place()}: a scenario must be an object with "about" and "steps", not ${shown(value)}.`)
  refuseUnknown(value, ['about', 'client', 'seller', 'steps'], 'a scenario', place)
  return value as Readonly<Record<string, unknown>>
}

function stepsOf(
  specs: Specs,
  written: WrittenScenario,
  others: ReadonlyMap<string, WrittenScenario>,
  above: readonly string[],
): readonly Rule[] {
  const { name, place } = written
  const { steps } = membersOf(written)
  if (!Array.isArray(steps) || steps.length === 0)
    throw new SpecFault(`${place('steps')}: "steps" must be a list of at least one step, such as { on: bss.PayOrders, answer: CBC.0999 }.`)
  if (steps.length > MOST_STEPS) throw tooMany(place('steps'), name)
  const read: Rule[] = []
  for (const [i, step] of steps.entries()) {
    const at: Place = (...keys) => place('steps', i, ...keys)
    if (typeof step === 'object' && step !== null && 'play' in step) {
      refuseUnknown(step, ['play'], 'a step that plays another scenario', at)
      read.push(...stepsOf(specs, played(String(step.play), others, [...above, name], at), others, [...above, name]))
    } else {
      // Nothing says yet that it is a rule.
      if (typeof step === 'object' && step !== null && !('on' in step)) refuseUnknown(step, ['play', ...RULE_MEMBERS], 'a step', at)
      read.push(readRule(specs, step, at, 1))
    }
    if (read.length > MOST_STEPS) throw tooMany(at(), name)
  }
  return read
}

function played(name: string, others: ReadonlyMap<string, WrittenScenario>, above: readonly string[], at: Place): WrittenScenario {
  if (above.includes(name))
    throw new SpecFault(
      `${at('play')}: a scenario cannot play itself: ${[...above.slice(above.indexOf(name)), name].join(' → ')}. Leave this step out.`,
    )
  if (above.length >= MOST_LEVELS)
    throw new SpecFault(
      `${at('play')}: scenarios play each other at most ${MOST_LEVELS} levels deep, and scenario "${above[0]}" goes deeper. Write the steps of "${name.slice(0, 80)}" here.`,
    )
  const found = others.get(name)
  if (found) return found
  throw new SpecFault(`${at('play')}: there is no scenario "${name.slice(0, 80)}".${didYouMean(name, others.keys())}`)
}

const tooMany = (place: string, name: string): SpecFault =>
  new SpecFault(`${place}: scenario "${name}" has more than ${MOST_STEPS} steps. Use "times" for a step that repeats.`)

function readText(value: unknown, member: string, place: Place): Text {
  if (typeof value === 'string' && value.trim() !== '') return { en: value, zh: value }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    refuseUnknown(value, ['en', 'zh'], `"${member}"`, (...keys) => place(member, ...keys))
    const { en, zh } = value as Readonly<Record<string, unknown>>
    if (typeof en === 'string' && typeof zh === 'string') return { en, zh }
  }
  throw new SpecFault(`${place(member)}: "${member}" must be a text, or one in each language: { en: …, zh: … }, not ${shown(value)}.`)
}
