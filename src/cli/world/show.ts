import { defineCommand } from 'citty'
import { type ControlApi, stateMeant } from '../../index.ts'
import { numberOf, remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { EXIT, misused } from '../terminal/exit-codes.ts'
import { print, printJson, printNote, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { collectionCalled, collectionMeant, entitiesNamed, entitiesOf, entityAt } from './entity-words.ts'

type Schemas = ControlApi['schemas']
type Entity = Readonly<Record<string, unknown>>

export default defineCommand({
  meta: {
    description: 'Show the contents of a world: collections, lists, or one entity with the states it can be put into',
  },
  args: {
    kind: {
      type: 'positional',
      required: false,
      description: 'order, resource, licence, coupon, product, account …; or the id of one thing; without it, all collections',
    },
    id: { type: 'positional', required: false, description: 'Its id; without it, a list' },
    status: { type: 'string', valueHint: 'state', description: 'For lists: only those in this state' },
    account: { type: 'string', valueHint: 'name', description: 'For lists: only what belongs to this account, such as buyer' },
    type: { type: 'string', valueHint: 'type', description: 'For lists: only those of this type or kind, such as renewal' },
    text: { type: 'string', valueHint: 'text', description: 'For lists: only those that contain this text' },
    limit: { type: 'string', valueHint: 'number', default: '20', description: 'For lists: at most this many' },
    offset: { type: 'string', valueHint: 'number', default: '0', description: 'For lists: skip this many at the beginning' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const remote = connect(args)
    if (args.kind === undefined) {
      const list = await remote.ask<Schemas['CollectionList']>('GET', entitiesOf(args.world))
      if (args.json) printJson(list)
      else
        print(
          table(
            list.collections.filter(({ count }) => count > 0).map(({ kind, count, states }) => [kind, String(count), inStates(states)]),
          ),
        )
      return EXIT.fine
    }
    // `show CS…`: one thing by its id alone.
    if (args.id === undefined && (await collectionCalled(remote, args.world, args.kind)) === undefined) {
      const found = await entitiesNamed(remote, args.world, args.kind)
      if (found[0] !== undefined && found.length === 1) return showOne(found[0], args.json)
      if (found.length > 1) {
        const ways = found.map(({ kind, entity }) => `\`koosandbox show ${kind} ${entity.id}\``).join(' or ')
        throw misused(`Several things are called "${args.kind}". Run ${ways}.`)
      }
    }
    const { kind, states } = await collectionMeant(remote, args.world, args.kind)
    if (args.id !== undefined)
      return showOne(await remote.ask<Schemas['EntityDetail']>('GET', entityAt(args.world, kind, args.id)), args.json)
    const known = Object.keys(states)
    if (args.status !== undefined && known.length > 0 && !known.includes(args.status))
      throw misused(`${kind} have no state "${args.status}".${stateMeant(args.status, known)} There are: ${known.join(', ')}.`)
    const query = {
      status: args.status,
      account: args.account,
      type: args.type,
      text: args.text,
      limit: numberOf(args.limit, '--limit', 1, 1000),
      offset: numberOf(args.offset, '--offset', 0, 1_000_000),
    }
    if (args.text === '') throw misused('--text needs a text.')
    const list = await remote.ask<Schemas['EntityList']>('GET', `${entitiesOf(args.world)}/${kind}`, { query })
    if (args.json) printJson(list)
    else if (list.count === 0) printNote(`None of the ${kind} match.`)
    else {
      print(table(list.entities.map(line)))
      if (list.total > list.count) printNote(`${list.count} of ${list.total}. Use --limit and --offset to see others.`)
    }
    return list.total === 0 ? EXIT.nothing : EXIT.fine
  },
})

function showOne({ kind, entity, next, reachable, world }: Schemas['EntityDetail'], json: boolean | undefined): number {
  if (json) printJson({ world, kind, entity, next, reachable })
  else {
    print(table(Object.entries(entity).map(([name, value]) => [name, wordOf(value)])))
    if (next.length > 0) print(`Next: ${next.map(({ event, to }) => `${event} → ${to}`).join(', ')}`)
    if (reachable.length > 0) print(`Can be put into: ${reachable.join(', ')}`)
  }
  return EXIT.fine
}

const wordOf = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

const inStates = (states: Readonly<Record<string, number>>) =>
  Object.entries(states)
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${state} ${count}`)
    .join(', ')

/** The columns that identify an entity in a list. */
function line(entity: Entity): string[] {
  const { id, status, type, kind, name, displayName, createdAt, expireAt } = entity
  return [id, status, type ?? kind, displayName ?? name, expireAt ?? createdAt].map((value) => (value === undefined ? '' : String(value)))
}
