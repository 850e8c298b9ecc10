import { defineCommand } from 'citty'
import type { ControlApi } from '../../index.ts'
import { remoteArguments, worldArgument } from '../terminal/arguments.ts'
import { misused } from '../terminal/exit-codes.ts'
import { print, printJson, table } from '../terminal/print.ts'
import { connect } from '../terminal/remote.ts'
import { collectionMeant, entityAt } from './entity-words.ts'

type Put = ControlApi['schemas']['EntityPut']

export default defineCommand({
  meta: { description: 'Put an order, resource, licence … into a state, with all consequences, or overwrite a member' },
  args: {
    kind: { type: 'positional', required: true, description: 'order, resource, licence, coupon, product, account …' },
    id: { type: 'positional', required: true, description: 'Its id, or the name of an account or product' },
    change: {
      type: 'positional',
      required: true,
      description: 'A state, such as completed; MEMBER=TEXT; or MEMBER:=JSON, such as stock:=3',
    },
    reason: { type: 'string', valueHint: 'text', description: 'Reason, if a state has several: violation for a frozen resource' },
    ...worldArgument,
    ...remoteArguments,
  },
  async run({ args }) {
    const remote = connect(args)
    const edit = editOf(args.change)
    if (edit && args.reason !== undefined) throw misused('--reason needs a state, not a member.')
    const { kind } = await collectionMeant(remote, args.world, args.kind)
    const place = entityAt(args.world, kind, args.id)
    const body = { status: args.change, ...(args.reason === undefined ? {} : { reason: args.reason }) }
    const done = edit ? await remote.ask<Put>('PATCH', place, { body: edit }) : await remote.ask<Put>('PUT', `${place}/state`, { body })
    if (args.json) return printJson(done)
    if (!edit && done.path.length === 0) return print(`${done.entity.id} is ${done.status} already.`)
    if (done.facts.length > 0) print(table(done.facts.map(({ at, type, n: _n, ...about }) => [at, type, JSON.stringify(about)])))
    print(edit ? `${done.entity.id} is changed.` : `${done.entity.id}: ${done.was} → ${done.status} (${done.path.join(', ')})`)
  },
})

/** `name=text` and `name:=json`; undefined for a state. */
function editOf(change: string): Record<string, unknown> | undefined {
  const [, member, sign, value = ''] = /^([A-Za-z]+)(:?=)(.*)$/s.exec(change) ?? []
  if (member === undefined) return undefined
  if (sign === '=') return { [member]: value }
  try {
    return { [member]: JSON.parse(value) }
  } catch {
    throw misused(`${member}:= needs JSON, such as 3, true, null or [1, 2], not "${value}". For text write ${member}=${value}`)
  }
}
