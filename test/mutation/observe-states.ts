import { statesOf } from '../../src/console/state-changes/set-state.ts'
import type { Sandbox } from '../../src/index.ts'
import type { EventOf, MachineKind, Machines } from '../../src/world/engine/machines.ts'
import type { Observation } from './suite.ts'

/** Where everything stands in the world of every state, where a year brings it, and what each thing can be put into. */
export async function* observeStates(sandbox: Sandbox, original: Machines): AsyncGenerator<Observation> {
  const kinds = Object.keys(original) as MachineKind[]
  const world = sandbox.worlds.open('states', 'every-state')
  const all = () => kinds.map((kind) => `${kind}: ${[...world[kind].all()].map(({ id, status }) => `${id} ${status}`).join(', ')}`)
  for (const line of all()) yield [`states ${line.split(':')[0]}`, line]
  for (const kind of kinds) {
    for (const state of statesOf(original, kind)) {
      const name = `put-${kind.toLowerCase()}-${state}`
      const fork = sandbox.worlds.fork('states', name)
      const seen: string[] = []
      for (const { id } of [...fork[kind].all()].slice(0, 12)) {
        const answer = await fetch(`${sandbox.url}/_sandbox/worlds/${name}/entities/${kind}/${encodeURIComponent(id)}/state`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ status: state }),
        })
        await answer.arrayBuffer()
        seen.push(`${answer.status} ${fork[kind].get(id)?.status}`)
      }
      yield [
        `states ${kind} put into ${state}`,
        `${seen.join()} ${[...fork.facts.since(world.facts.count)].map(({ type }) => type).join()}`,
      ]
      sandbox.worlds.drop(name)
    }
  }
  for (const kind of kinds) {
    for (const { from, event } of original[kind] ?? []) {
      const [entity] = [...world[kind].all()].filter(({ status }) => from === 'none' || status === from)
      if (entity) yield [`states ${kind} ${from} ${event}`, outcome(sandbox, kind, entity, event as EventOf<MachineKind>, from === 'none')]
    }
  }
  await world.clock.advance('P400D')
  for (const line of all()) yield [`states ${line.split(':')[0]} after 400 days`, line]
}

/** Where an event leads one thing, in a world of its own. What is born is like one that is there. */
function outcome(
  sandbox: Sandbox,
  kind: MachineKind,
  entity: { readonly id: string },
  event: EventOf<MachineKind>,
  birth: boolean,
): string {
  const fork = sandbox.worlds.fork('states', 'event')
  try {
    const { id, status: _, ...made } = entity as { readonly id: string; readonly status: string }
    return birth ? fork.transition(kind, `${id}-new`, event, made).status : fork.transition(kind, id, event).status
  } catch (error) {
    return String(error)
  } finally {
    sandbox.worlds.drop('event')
  }
}
